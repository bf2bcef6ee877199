"""Everyone in the read log stands in the text that the young person was shown (S7, acceptance check 3)."""

import datetime as dt
from html import unescape

import time_machine
from django.db import transaction
from django.test import Client
from django.urls import reverse

from accounts.models import Role, User
from core.models import AuditEntry
from participation.listening.domain.assignments import say_not_them
from surveys.responses.models import Response
from tests.factories.accounts import UserFactory
from tests.factories.listening import put_on_rota
from tests.factories.meetings import MONDAY, Booked, with_card
from tests.factories.questionnaires import published
from tests.factories.responses import child_client
from tests.promises.who_may_what import STAFF_ADDRESSES
from tests.promises.world import World, drawn_with, signed_in

READS = ("response.read", "words.opened_for_report")
LATER = (dt.timedelta(0), dt.timedelta(days=3))  # while it waits to be read, and when it is overdue


def shown_to(card: Booked) -> dict[str, str]:
    """What stood before the first question, and again before Send."""
    client = child_client(card.fresh().ticket)
    before = client.get("/me/say/before/").text
    client.post("/me/say/before/")
    return {
        "before question 1": unescape(before + client.get("/me/say/before/who/").text),
        "at review": unescape(client.get("/me/say/before/check/").text),
    }


def everybody(world: World) -> list[User]:
    people = [*world.people.values(), *world.others.values()]
    return [user for user in people if user is not None]


def lead_to(world: World, card: Booked, response: Response, **more: object) -> None:
    """From now on every address of the world is one of this answer."""
    ids = {"response_id": response.pk, "meeting_id": card.meeting.pk, "invitation_id": card.invitation.pk}
    world.ids |= ids | more


def look_everywhere(world: World, user: User) -> None:
    client: Client = signed_in(user)
    for name in STAFF_ADDRESSES:
        with transaction.atomic():
            client.get(world.address(name))


def readers_of(response_id: object) -> set[str]:
    found = AuditEntry.objects.filter(action__in=READS, subject_id=str(response_id)).select_related("actor")
    return {entry.actor.first_name for entry in found if entry.actor}


def test_everyone_in_the_read_log_was_in_the_text_before_the_first_question_and_at_review(world: World):
    card = with_card(worker=world.card.worker, chair=world.card.chair)
    texts = shown_to(card)
    response = card.sends(wants="Longer evenings.", was_watched="yes")
    lead_to(world, card, response)
    for after in LATER:
        with time_machine.travel(MONDAY + after, tick=False):
            for user in everybody(world):
                look_everywhere(world, user)
    read = readers_of(response.pk)
    assert {world.card.worker.first_name, world.card.chair.first_name} <= read
    assert len(read) > 3  # the rota and the lead, too: the log is not empty by accident
    for where, text in texts.items():
        assert {name for name in read if f"<bdi>{name}</bdi>" not in text} == set(), where


def test_somebody_whom_no_text_named_would_be_found(world: World):
    stranger = UserFactory(roles=[Role.READER], first_name="Zebedee")
    card = with_card(worker=world.card.worker, chair=world.card.chair)
    texts = shown_to(card)
    assert not any("Zebedee" in text for text in texts.values())
    put_on_rota(stranger)  # from now on, and the next text says so
    assert all("Zebedee" in text for text in shown_to(with_card(worker=card.worker, chair=card.chair)).values())


def test_whoever_reads_weeks_later_was_in_the_text_already(world: World):
    """The meeting may be far away, and nobody may have read it by then."""
    later = UserFactory(roles=[Role.READER], first_name="Zebedee")
    put_on_rota(later, day=MONDAY.date() + dt.timedelta(days=40), days=5)
    card = with_card(worker=world.card.worker, chair=world.card.chair)
    texts = shown_to(card)
    response = card.sends(wants="Longer evenings.")
    address = reverse("work_reading", args=[response.pk])
    assert signed_in(later).get(address).status_code == 404
    with time_machine.travel(MONDAY + dt.timedelta(days=41), tick=False):
        assert signed_in(later).get(address).status_code == 200
    assert "Zebedee" in readers_of(response.pk)
    for where, text in texts.items():
        assert "<bdi>Zebedee</bdi>" in text, where


def test_whoever_is_put_on_the_rota_after_send_is_not_in_the_log(world: World):
    """The young person never read their name, so they meet no word, also when it is overdue."""
    card = with_card(worker=world.card.worker, chair=world.card.chair)
    texts = shown_to(card)
    response = card.sends(wants="Longer evenings.", was_watched="yes")
    lead_to(world, card, response, piece_id=drawn_with(response).pk)
    stranger = UserFactory(roles=[Role.READER, Role.PARTICIPATION_WORKER, Role.MEETING_WORKER], first_name="Zebedee")
    put_on_rota(stranger, days=30)
    assert not any("Zebedee" in text for text in texts.values())
    address = reverse("work_reading", args=[response.pk])
    for after in LATER:
        with time_machine.travel(MONDAY + after, tick=False):
            look_everywhere(world, stranger)
            assert address not in signed_in(stranger).get(reverse("work_queue")).text
    assert "Zebedee" not in readers_of(response.pk)
    assert not AuditEntry.objects.filter(actor=stranger, subject_id=str(response.pk)).exists()


def test_a_rota_that_changes_between_the_last_page_and_send_names_nobody_new(world: World):
    card = with_card(worker=world.card.worker, chair=world.card.chair)
    client = child_client(card.fresh().ticket)
    client.post("/me/say/before/")
    last_page = client.get("/me/say/before/check/")
    stranger = UserFactory(roles=[Role.READER], first_name="Zebedee")
    put_on_rota(stranger, days=30)
    assert "Zebedee" not in last_page.text
    client.post("/me/say/before/check/", {"send": "yes", "shown": last_page.context["shown"]})
    response = Response.objects.get(ticket=card.fresh().ticket)
    assert signed_in(stranger).get(reverse("work_reading", args=[response.pk])).status_code == 404
    assert str(world.card.worker.pk) in response.readers_named


def test_whoever_was_refused_is_in_no_text_and_in_no_log(world: World):
    card = with_card(worker=world.card.worker, chair=world.card.chair)
    refused = world.people[Role.READER]
    assert refused is not None
    say_not_them(card.fresh().ticket, users=[refused], now=MONDAY)
    texts = shown_to(card)
    response = card.sends(wants="Longer evenings.")
    lead_to(world, card, response)
    look_everywhere(world, refused)
    assert refused.first_name not in readers_of(response.pk)
    for where, text in texts.items():
        assert f"<bdi>{refused.first_name}</bdi>" not in text, where


def test_what_stands_at_review_is_in_the_words_of_the_band(world: World):
    for band, said in (
        ("8-11", "We will try to tell you first."),
        ("12-15", "unless telling you could put someone in danger"),
        ("18-25", "You're an adult: we normally ask before sharing."),
    ):
        if band != "12-15":
            published(now=MONDAY, form="before", band=band, asked=("Q17", "Q19", "Q28"))
        card = with_card(worker=world.card.worker, chair=world.card.chair, band=band)
        for where, text in shown_to(card).items():
            assert said in text, (band, where)
            assert "It goes on your record. Police or a court can ask for it." in text, (band, where)
