"""What a card opens, and what only the agreed word opens (S2)."""

import datetime as dt
import itertools

import pytest
from django.urls import reverse

from participation.listening.domain.readings import mark_read
from participation.meetings.domain.booking import cancel_meeting, move_meeting, told_the_news
from participation.meetings.domain.cards import change_agreed_word, stop_card
from participation.meetings.domain.outcomes import mark_safe_if_read, told_in_person, write_line
from participation.meetings.enums import Behind
from participation.meetings.models import InviteWording
from surveys.responses.models import Answer
from tests.factories.meetings import MEETING_AT, MONDAY, OFFICER, PLACE, WORD, with_card
from tests.meetings.pages import child, child_session, open_word, text_of

pytestmark = pytest.mark.django_db
SECRETS = (PLACE, OFFICER, "3 December", "4pm", "16:00", "45 minutes")
PAGES = ("invite", "take_part", "advocate", "my_card", "outcome")


@pytest.fixture(autouse=True)
def _clock(monday, reader):
    return None


def a_reply(a):
    a.invitation.refresh_from_db()
    safe = write_line(a.invitation, kind="decided", text="Taxis on Fridays", by=a.worker, now=MONDAY)
    write_line(a.invitation, kind="why", text="Said only in person", by=a.worker, now=MONDAY)
    safe.invitation = a.fresh()
    mark_safe_if_read(safe, by=a.chair, now=MONDAY)
    told_in_person(a.fresh(), told_by="Sam", at=MONDAY, by=a.worker, now=MONDAY)


def test_the_invite_says_what_why_how_choices_and_rights():
    page = text_of(child(with_card()).get(reverse("invite")))
    for said in (
        "This meeting is not to blame you or tell you off. Police may come. Ask us what that means for you.",
        "Some adults are worried someone may be treating you badly. We may have got bits wrong.",
        "What you say can still change the plan. Jo reads your words before the meeting.",
        "Saying no is OK. The meeting may still happen. You can still send words.",
        "Have someone speak for you",
        "Your rights",
    ):
        assert said in page.replace("&#x27;", "'"), said


def test_the_invite_asks_once_whether_it_is_clear():
    page = text_of(child(with_card()).get(reverse("invite")))
    assert page.count("Is this clear?") == 1
    assert f'href="{reverse("talk")}">Ask someone</a>' in page
    assert "hidden>Hear it</button>" in page
    assert "js/answering.js" in page


def test_without_an_agreed_word_the_worker_tells_when_where_and_who():
    page = text_of(child(with_card()).get(reverse("invite")))
    assert "Sam will tell you in person when and where it is" in page
    assert not any(secret in page for secret in SECRETS)


@pytest.mark.parametrize("name", PAGES)
def test_a_stranger_with_the_card_learns_no_time_place_person_reply_or_advocate(name):
    a = with_card(word=WORD, behind=tuple(Behind.values))
    a_reply(a)
    page = text_of(child(a).get(reverse(name)))
    assert not any(secret in page for secret in (*SECRETS, "Taxis on Fridays", "Said only in person"))


def test_with_or_without_a_reply_a_stranger_sees_the_same_page():
    a = with_card(word=WORD, behind=tuple(Behind.values))
    client = child(a)
    before = text_of(client.get(reverse("outcome")))
    a_reply(a)
    assert text_of(client.get(reverse("outcome"))) == before


def test_behind_the_word_stands_when_where_and_who():
    a = with_card(word=WORD, behind=("when",))
    client = child(a)
    assert open_word(client, "  Blue   KETTLE ").status_code == 302
    page = text_of(client.get(reverse("invite")))
    assert PLACE in page
    assert OFFICER in page
    assert "Thursday 3 December" in page
    assert "4pm, about 45 minutes" in page
    assert "police officer, tries to stop people who hurt or use children" in page


@pytest.mark.parametrize("word", ["red kettle", "blue", "x" * 64, "☃", "blue kettle\x00extra"])
def test_a_wrong_word_opens_nothing(word):
    a = with_card(word=WORD, behind=("when",))
    client = child(a)
    assert open_word(client, word).status_code == 200
    assert not any(secret in text_of(client.get(reverse("invite"))) for secret in SECRETS)


@pytest.mark.parametrize(
    "behind",
    [combination for size in (1, 2, 3) for combination in itertools.combinations(Behind.values, size)],
)
def test_the_word_opens_only_what_was_chosen(behind):
    a = with_card(word=WORD, behind=behind)
    mark_read(a.sends(wants="Fewer meetings"), by=a.worker, now=MONDAY)
    a_reply(a)
    client = child(a)
    open_word(client, WORD)
    invite, after = text_of(client.get(reverse("invite"))), text_of(client.get(reverse("outcome")))
    assert (PLACE in invite) == ("when" in behind)
    assert ("Sam read them on" in after) == ("read" in behind)
    assert ("Taxis on Fridays" in after) == ("outcome" in behind)
    assert ("Where it stands" in text_of(client.get(reverse("advocate")))) == ("advocate" in behind)
    assert "Fewer meetings" not in invite + after


def test_the_word_closes_after_ten_minutes(monday):
    a = with_card(word=WORD, behind=("when",))
    client = child(a)
    open_word(client, WORD)
    monday.shift(dt.timedelta(minutes=9))
    assert PLACE in text_of(client.get(reverse("invite")))
    monday.shift(dt.timedelta(minutes=2))
    assert PLACE not in text_of(client.get(reverse("invite")))


def test_a_changed_word_closes_what_the_old_one_opened():
    a = with_card(word=WORD, behind=("when",))
    client = child(a)
    open_word(client, WORD)
    change_agreed_word(a.fresh(), word="green kettle", behind=["when"], by=a.worker, now=MONDAY)
    assert PLACE not in text_of(client.get(reverse("invite")))
    assert open_word(client, WORD).status_code == 200
    assert open_word(client, "green kettle").status_code == 302


def test_one_card_does_not_open_what_stands_behind_anothers_word():
    a, b = with_card(word=WORD, behind=("when",)), with_card(word="other word", behind=("when",))
    client = child(a)
    open_word(client, WORD)
    other = child(b)
    session = child_session(other)
    session["behind_word"] = child_session(client)["behind_word"]
    session.save()
    assert PLACE not in text_of(other.get(reverse("invite")))


def test_many_wrong_words_wait_a_little_and_lock_nothing(monday):
    a = with_card(word=WORD, behind=("when",))
    client = child(a)
    for _ in range(12):
        open_word(client, "no")
    slowed = open_word(client, WORD)
    assert "wait a little" in text_of(slowed)
    for name in PAGES:
        assert client.get(reverse(name)).status_code == 200
    monday.shift(dt.timedelta(minutes=11))
    assert open_word(client, WORD).status_code == 302


def test_what_stands_behind_the_word_ends_28_days_after_the_meeting(monday):
    a = with_card(word=WORD, behind=("when",))
    ticket = a.fresh().ticket
    ticket.expires_at = MEETING_AT + dt.timedelta(days=400)  # even if a card were to live longer
    ticket.save()
    monday.move_to(MEETING_AT + dt.timedelta(days=28, minutes=-1))
    client = child(a)
    open_word(client, WORD)
    assert PLACE in text_of(client.get(reverse("invite")))
    monday.shift(dt.timedelta(minutes=1))
    assert PLACE not in text_of(client.get(reverse("invite")))


@pytest.mark.parametrize("name", PAGES)
def test_a_stopped_card_opens_no_page(name):
    a = with_card()
    client = child(a)
    stop_card(a.fresh(), by=a.worker, now=MONDAY)
    assert client.get(reverse(name)).status_code == 302


def test_a_new_time_is_told_in_person_before_the_card_shows_it():
    a = with_card(word=WORD, behind=("when",))
    client = child(a)
    open_word(client, WORD)
    move_meeting(a.meeting, starts_at=MEETING_AT + dt.timedelta(days=7), place="Lighthouse", by=a.worker, now=MONDAY)
    page = text_of(client.get(reverse("invite")))
    assert "Something has changed. Sam will tell you in person." in page
    assert "10 December" not in page
    assert "Lighthouse" not in page
    told_the_news(a.fresh(), by=a.worker, now=MONDAY)
    assert "Lighthouse" in text_of(client.get(reverse("invite")))


def test_a_cancelled_meeting_shows_no_time_or_place():
    a = with_card(word=WORD, behind=("when",))
    client = child(a)
    open_word(client, WORD)
    cancel_meeting(a.meeting, by=a.worker, now=MONDAY)
    told_the_news(a.fresh(), by=a.worker, now=MONDAY)
    assert not any(secret in text_of(client.get(reverse("invite"))) for secret in SECRETS)


def test_a_part_without_them_is_always_said_and_its_reason_only_behind_the_word():
    a = with_card(word=WORD, behind=("when",), part_without="Adults check dates first")
    client = child(a)
    page = text_of(client.get(reverse("invite")))
    assert "a part you are not in" in page
    assert "Adults check dates first" not in page
    open_word(client, WORD)
    assert "Adults check dates first" in text_of(client.get(reverse("invite")))


def test_how_they_take_part_is_kept_once_and_never_shown_back():
    a = with_card()
    client = child(a)
    given = {"choices": ["someone-speaks", "not-this-time"], "speaker": "My aunt Perpetua"}
    assert client.post(reverse("take_part"), given).status_code == 200
    assert a.fresh().take_part == ["someone-speaks", "not-this-time"]
    assert a.fresh().speaker.open() == "My aunt Perpetua"
    page = text_of(client.get(reverse("take_part")))
    assert "Perpetua" not in page
    assert " checked" not in page


@pytest.mark.parametrize("given", [{}, {"choices": ["fly"]}, {"choices": ["my-words"], "speaker": "x" * 300}])
def test_a_choice_that_cannot_be_kept_says_so_and_changes_nothing(given):
    a = with_card()
    answer = child(a).post(reverse("take_part"), given)
    assert answer.status_code == 400
    assert "Please look at this again" in text_of(answer)
    assert a.fresh().take_part == []


def test_the_questionnaire_confirms_what_was_chosen_on_the_invite():
    a = with_card()
    child(a).post(reverse("take_part"), {"choices": ["all-of-it"]})
    a.sends(wants="A quiet room", how=("my-words", "not-this-time"))
    assert a.fresh().take_part == ["my-words", "not-this-time"]


def sends_as_it_stands(client):
    client.post("/me/say/before/check/", {"send": "yes", "count": "yes", "key": "k" * 32})


def answered(a, part_id):
    return Answer.objects.get(response__ticket=a.fresh().ticket, part_id=part_id).options


def test_the_questionnaire_begins_with_what_was_chosen_on_the_invite_and_does_not_show_it():
    a = with_card()
    client = child(a)
    client.post(reverse("take_part"), {"choices": ["my-words", "someone-speaks"]})
    client.post(reverse("advocate"), {"answer": "have-one"})
    client.post("/me/say/before/")
    pages = [text_of(client.get(f"/me/say/before/{number}/")) for number in range(1, 9)]
    assert sum("You have answered this" in page for page in pages) == 2
    assert not any(" checked" in page for page in pages)
    sends_as_it_stands(client)
    assert answered(a, "Q17") == ["my-words", "someone-speaks"]
    assert answered(a, "Q19") == ["have-one"]


def test_a_choice_made_while_the_form_is_open_is_the_one_that_is_sent_and_kept():
    a = with_card()
    client = child(a)
    client.post(reverse("take_part"), {"choices": ["all-of-it"]})
    client.post("/me/say/before/")
    client.post(reverse("take_part"), {"choices": ["not-this-time"]})
    sends_as_it_stands(client)
    assert answered(a, "Q17") == a.fresh().take_part == ["not-this-time"]


def test_a_skipped_question_leaves_the_choice_as_it_was():
    a = with_card()
    child(a).post(reverse("take_part"), {"choices": ["all-of-it"]})
    a.sends(wants="A quiet room")
    assert a.fresh().take_part == ["all-of-it"]


def test_asking_for_an_advocate_tells_the_worker_once_and_says_nothing_in_the_mail(mailoutbox):
    a = with_card()
    client = child(a)
    for _ in range(2):
        assert client.post(reverse("advocate"), {"answer": "yes"}).status_code == 200
    assert a.fresh().advocate_wanted == "yes"
    assert [mail.to for mail in mailoutbox] == [[a.worker.email]]
    said = mailoutbox[0].subject + mailoutbox[0].body
    assert "advocate" not in said.lower()


def test_every_page_has_a_neutral_title_and_holds_no_answer_in_its_address():
    a = with_card(word=WORD, behind=tuple(Behind.values))
    client = child(a)
    titles = set()
    for name in (*PAGES, "agreed_word"):
        page = text_of(client.get(reverse(name)))
        title = page.split("<title>")[1].split("</title>")[0].lower()
        titles.add(title)
        assert not any(word in title for word in ("police", "safeguard", "exploit", "council", "meeting", "abuse"))
    assert len(titles) == len(PAGES) + 1


@pytest.mark.parametrize("name", [*PAGES, "agreed_word"])
def test_reading_a_page_writes_nothing(name):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    a = with_card(word=WORD, behind=tuple(Behind.values))
    client = child(a)
    client.get(reverse(name))
    with CaptureQueriesContext(connection) as queries:
        client.get(reverse(name))
    written = [query["sql"] for query in queries if query["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert not [sql for sql in written if "sitting" not in sql and "session" not in sql]


def test_a_wrong_address_after_the_word_leads_to_the_invite():
    a = with_card(word=WORD, behind=("when",))
    answer = open_word(child(a), WORD, back_to="https://example.org/")
    assert answer["Location"] == reverse("invite")


def test_a_consultation_card_has_no_meeting_pages():
    from tests.factories.responses import a_ticket, child_client

    client = child_client(a_ticket(kind="consultation"))
    assert client.get(reverse("invite")).status_code == 404


def test_without_a_published_text_the_invite_says_who_will_tell():
    a = with_card()
    InviteWording.objects.all().delete()
    page = child(a).get(reverse("invite"))
    assert "Sam will tell you in person what this is about" in text_of(page)


@pytest.mark.parametrize(
    ("hour", "minute", "said"), [(16, 0, "4pm"), (9, 30, "9:30am"), (0, 5, "12:05am"), (12, 0, "12pm")]
)
def test_times_are_said_as_people_say_them(hour, minute, said):
    from participation.meetings.domain.invites import clock_of

    assert clock_of(MEETING_AT.replace(hour=hour, minute=minute)) == said


def test_the_invite_names_everyone_who_may_read(reader):
    page = text_of(child(with_card()).get(reverse("invite")))
    for said in ("Sam", "Jo", reader.first_name, "It goes on your record", "Police or a court can ask for it"):
        assert said in page
