"""Booking to card in three short pages (S27), and what is printed."""

import re

import pytest
from django.urls import reverse

from core.models import AuditEntry
from participation.meetings.domain.starter import load_starter
from participation.meetings.models import Invitation, Meeting
from surveys.responses.domain.tickets import find_ticket
from surveys.responses.models import Ticket
from tests.factories.meetings import (
    MONDAY,
    NICKNAME,
    OFFICER,
    PLACE,
    WORD,
    a_chair,
    a_council,
    a_worker,
    booked,
    publish_form,
    safe,
    with_card,
)
from tests.meetings.pages import at, staff, text_of

pytestmark = pytest.mark.django_db
CODE = re.compile(r"(?<![\w-])[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}(?![\w-])")


@pytest.fixture(autouse=True)
def _clock(monday, reader):
    a_council()


def booking_of(chair, /, **changes):
    return {
        "kind": "strategy",
        "day": "2026-12-03",
        "time": "16:00",
        "minutes": "45",
        "place": PLACE,
        "chair": str(chair.pk),
        "people-TOTAL_FORMS": "2",
        "people-INITIAL_FORMS": "0",
        "people-0-first_name": OFFICER,
        "people-0-kind": "police",
        "people-1-first_name": "",
        "people-1-kind": "",
        "young-nickname": NICKNAME,
        "young-band": "12-15",
        "young-level": "standard",
        "young-language": "en",
        "young-place": "community",
    } | changes


GATE = {
    "safe": "yes",
    "decided_by": "Sam",
    "how": "worker",
    "where": "At our office",
    "by_whom": "Sam",
    "adults-TOTAL_FORMS": "2",
    "adults-INITIAL_FORMS": "0",
    "adults-0-kind": "birth_parent",
    "adults-0-who": "Mum",
    "adults-0-decision": "hold",
}


def test_three_posts_lead_from_nothing_to_a_card_that_opens():
    publish_form("before")
    load_starter(now=MONDAY)
    client = staff(a_worker())
    to_gate = client.post(reverse("book_meeting"), booking_of(a_chair()))
    to_card = client.post(to_gate["Location"], GATE)
    page = client.post(to_card["Location"], {"card_number": "0", "agreed_word": WORD, "behind": ["when"]})
    code = CODE.search(text_of(page)).group()
    invitation = Invitation.objects.get()
    assert find_ticket(code, now=MONDAY) == invitation.ticket
    assert invitation.meeting.starts_at.isoformat() == "2026-12-03T16:00:00+00:00"
    assert invitation.behind == ["when"]
    assert [adult.decision for adult in invitation.adults.all()] == ["hold"]


def test_the_printed_card_holds_code_and_address_and_nothing_else():
    publish_form("before")
    a = safe(booked(part_without="Because of Marjolaine"))
    response = staff(a.worker).post(at("card", a), {"card_number": "0", "agreed_word": WORD, "behind": ["when"]})
    page = text_of(response)
    for secret in (
        NICKNAME,
        PLACE,
        OFFICER,
        "Marjolaine",
        WORD,
        "Sam",
        "Jo<",
        "16:00",
        "4 p.m",
        "December",
        "2026",
    ):
        assert secret not in page.replace(str(a.meeting.pk), ""), secret
    assert CODE.search(page)
    assert "no-store" in response["Cache-Control"]
    assert "<title>Your Turn</title>" in page


def test_the_qr_holds_the_neutral_address_only(settings):
    import segno

    publish_form("before")
    a = safe(booked())
    page = text_of(staff(a.worker).post(at("card", a), {"card_number": "0"}))
    wanted = segno.make(settings.WAGTAILADMIN_BASE_URL.rstrip("/") + "/", error="m").svg_data_uri(
        scale=4, border=2, dark="#17213b"
    )
    assert wanted.replace("&", "&amp;").replace("'", "&#x27;") in page or wanted in page


def test_the_code_is_shown_once_and_looking_again_makes_nothing():
    publish_form("before")
    a = safe(booked())
    client = staff(a.worker)
    code = CODE.search(text_of(client.post(at("card", a), {"card_number": "0"}))).group()
    again = client.post(at("card", a), {"card_number": "0"}, follow=True)
    assert not CODE.search(text_of(again))
    assert code not in text_of(client.get(at("card", a)))
    assert find_ticket(code, now=MONDAY) is not None
    assert Ticket.objects.count() == 1


def test_looking_at_any_page_makes_no_card():
    publish_form("before")
    a = safe(booked())
    client = staff(a.worker)
    for name in ("safe_to_tell", "card"):
        assert client.get(at(name, a)).status_code == 200
    assert client.get(at("new_code", a)).status_code == 405
    assert not Ticket.objects.exists()


def test_a_new_code_through_the_page():
    a = with_card()
    page = staff(a.worker).post(at("new_code", a), {"card_number": "1"})
    code = CODE.search(text_of(page)).group()
    assert find_ticket(code, now=MONDAY) is not None
    assert find_ticket(a.card.code, now=MONDAY) is None


@pytest.mark.parametrize("number", ["", "x", "-1", "99", "²"])
def test_a_forged_card_number_makes_no_code(number):
    a = with_card()
    assert staff(a.worker).post(at("new_code", a), {"card_number": number}).status_code == 302
    assert find_ticket(a.card.code, now=MONDAY) is not None


def test_the_custody_card_shows_rights_and_no_code():
    a = safe(booked(invitation={"place": "custody"}))
    page = text_of(staff(a.worker).post(at("card", a), {"card_number": "0"}))
    assert "Your rights" in page
    assert not CODE.search(page)
    assert "data:image" not in page


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"day": "2026-11-01"}, "Choose a day and time that have not gone."),
        ({"young-nickname": ""}, "Write a first name or nickname."),
        ({"people-0-kind": ""}, "Choose what they do."),
        ({"minutes": "9999"}, "480"),
        ({"place": "x" * 300}, "too long"),
        ({"chair": "not-a-person"}, "not a valid"),
        ({"people-TOTAL_FORMS": "99999"}, ""),
        ({"young-known": "00000000-0000-0000-0000-000000000000"}, "Select a valid choice"),
    ],
)
def test_a_booking_that_cannot_be_kept_says_why_and_keeps_nothing(changes, said):
    answer = staff(a_worker()).post(reverse("book_meeting"), booking_of(a_chair(), **changes))
    assert answer.status_code == 400
    assert said in text_of(answer)
    assert not Meeting.objects.exists()


def test_nul_signs_in_names_are_taken_out():
    staff(a_worker()).post(reverse("book_meeting"), booking_of(a_chair(), **{"young-nickname": "Q\x00uill"}))
    assert Invitation.objects.get().participant.nickname.open() == "Quill"


def test_a_worker_cannot_invite_anothers_young_person():
    a = booked()
    other = staff(a_worker())
    forged = booking_of(a.chair, **{"young-known": str(a.invitation.participant.pk), "young-nickname": ""})
    assert other.post(reverse("book_meeting"), forged).status_code == 400
    assert Invitation.objects.count() == 1


def test_the_same_person_is_invited_once_to_a_meeting():
    a = booked()
    again = {
        "young-known": str(a.invitation.participant.pk),
        "young-band": "12-15",
        "young-level": "standard",
        "young-language": "en",
        "young-place": "community",
    }
    answer = staff(a.worker).post(reverse("invite_person", args=[a.meeting.pk]), again)
    assert answer.status_code == 400
    assert "invited to this meeting already" in text_of(answer)


def test_moving_and_cancelling_through_the_pages():
    a = with_card()
    client = staff(a.worker)
    moved = {"day": "2026-12-10", "time": "09:30", "minutes": "30", "place": "Lighthouse"}
    client.post(reverse("move_meeting", args=[a.meeting.pk]), moved)
    assert "To tell in person" in text_of(client.get(reverse("work_meetings")))
    assert a.fresh().needs_telling
    client.post(at("told_news", a))
    assert not a.fresh().needs_telling
    client.post(reverse("cancel_meeting", args=[a.meeting.pk]))
    assert a.fresh().meeting.is_cancelled


def test_the_record_of_who_did_what_holds_no_name_word_or_place():
    a = with_card(word=WORD, behind=("when",))
    client = staff(a.worker)
    client.post(at("new_code", a), {"card_number": "1"})
    everything = " ".join(f"{entry.action} {entry.detail}" for entry in AuditEntry.objects.all())
    for secret in (NICKNAME, PLACE, OFFICER, WORD, a.card.code):
        assert secret not in everything


def test_a_changed_word_through_the_page():
    a = with_card(word=WORD, behind=("when",))
    client = staff(a.worker)
    client.post(at("change_word", a), {"word-agreed_word": "", "word-behind": []})
    assert a.fresh().behind == []
    assert a.fresh().ticket.agreed_word_digest == ""
    client.post(at("change_word", a), {"word-agreed_word": "new word", "word-behind": ["outcome"]})
    assert a.fresh().behind == ["outcome"]


def test_without_a_council_a_booking_says_who_sets_it_up():
    a_council().delete()
    answer = staff(a_worker()).post(reverse("book_meeting"), booking_of(a_chair()))
    assert answer.status_code == 400
    assert "First an administrator sets up the council" in text_of(answer)
