"""Check, send, and afterwards: saved once, and nothing comes back."""

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client

from surveys.responses import registry
from surveys.responses.domain.hearing import heard_changes
from surveys.responses.domain.tickets import find_ticket
from surveys.responses.models import ChangeRequest, Draft, DraftAnswer, Response
from tests.factories.questionnaires import published
from tests.factories.responses import a_ticket, child_client, issued, question_url
from tests.responses.walking import CANARY, CHECK, START, begin, heard, send, session_keys

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer() -> registry.WhoReads:
    """Somebody who reads words for a report, if the young person says so."""
    person = registry.WhoReads("Amara", "writes reports", user_id="11111111-1111-4111-8111-111111111111")
    registry.register_report_writers(lambda: [person])
    return person


def test_whole_form_travels_from_first_page_to_what_the_reader_hears(client):
    client.post(question_url(1), {"words-Q09": "Football, and my gran", "hide": "yes"})
    client.post(question_url(2), {"skip": "yes"})
    client.post(question_url(3), {"declined": "yes"})
    client.post(question_url(4), {"part-Q19": "yes"})
    answer = send(client, share="people", heard=["Q09"], writers="yes", filled_by="me", watched="no")
    assert answer.status_code == 303
    thanks = client.get(answer["Location"]).content.decode()
    assert "It is saved" in thanks
    assert "gran" not in thanks
    response = Response.objects.get()
    parts = heard(response)
    assert parts["Q09"].words == "Football, and my gran"
    assert parts["Q09"].share
    assert parts["Q09"].hide_from_parents
    assert parts["Q11"].state == "skipped"
    assert parts["Q17"].state == "declined"
    assert parts["Q19"].options == ("yes",)
    assert not parts["Q19"].share
    assert parts["Q28"].state == "not_asked"
    assert (response.share, response.filled_by, response.was_watched, response.writers_may_read) == (
        "people",
        "me",
        "no",
        True,
    )
    assert not Draft.objects.exists()


def test_who_reads_for_a_report_stands_beside_the_choice_and_is_kept_with_the_yes(client, writer):
    page = client.get(CHECK).content.decode()
    assert "<bdi>Amara</bdi>, and nobody else" in page
    assert "Amara" in client.get("/me/say/before/who/").content.decode()
    send(client, writers="yes")
    assert Response.objects.get().writers_named == [writer.user_id]


def test_without_a_yes_no_report_writer_is_named(client, writer):
    send(client)
    assert Response.objects.get().writers_named == []


def test_whoever_the_young_person_said_no_to_is_not_named(client, writer):
    registry.register_kept_from(lambda ticket: [writer.user_id])
    assert "Amara" not in client.get(CHECK).content.decode()
    send(client, writers="yes")
    assert Response.objects.get().writers_named == []


def test_where_nobody_writes_reports_the_choice_is_not_offered(client):
    page = client.get(CHECK).content.decode()
    assert 'name="writers"' not in page
    assert 'name="use_words"' not in page


def test_private_choices_are_the_ones_set_beforehand(client, writer):
    page = client.get(CHECK).content.decode()
    assert 'value="just" checked' in page
    assert 'name="count" value="yes" checked' in page
    for off in ("writers", "use_words"):
        assert f'name="{off}" value="yes">' in page
    send(client)
    response = Response.objects.get()
    assert (response.share, response.ok_to_count, response.writers_may_read, response.may_use_words) == (
        "just",
        True,
        False,
        False,
    )


def test_preview_shows_which_answers_people_would_hear_and_sends_nothing(client, writer):
    client.post(question_url(1), {"words-Q09": CANARY})
    page = client.post(
        CHECK, {"preview": "yes", "share": "people", "heard": ["Q09"], "key": "k", "writers": "yes"}
    ).content.decode()
    assert "What people at the meeting would hear" in page
    assert 'value="Q09" checked' in page
    assert 'name="writers" value="yes" checked' in page
    assert CANARY not in page
    assert not Response.objects.exists()


def test_after_send_no_page_of_any_kind_shows_the_words(client, ticket):
    given = issued()
    client = begin(given.ticket)
    client.post(question_url(1), {"words-Q09": CANARY})
    old_page = client.get(question_url(1))
    send(client)
    assert CANARY not in old_page.content.decode()
    later = begin(find_ticket(given.code, now=given.ticket.created_at))
    for browser in (client, later):
        for url in (
            START,
            question_url(1),
            CHECK,
            "/me/say/before/sent/",
            "/me/say/before/change/",
            "/me/say/before/saved/",
            "/me/say/before/who/",
        ):
            page = browser.get(url, follow=True)
            assert CANARY not in page.content.decode(), url


def test_send_gives_the_browser_a_new_session_key(client):
    before = client.cookies[settings.CHILD_SESSION_COOKIE_NAME].value
    send(client)
    assert client.cookies[settings.CHILD_SESSION_COOKIE_NAME].value != before


def test_double_send_and_going_back_say_calmly_that_we_have_it(client):
    assert send(client)["Location"] == "/me/say/before/sent/"
    for again in (send(client), client.get(CHECK), client.get(question_url(1)), client.get(START)):
        assert again["Location"] == "/me/say/before/sent/"
    assert "It is saved" in client.get("/me/say/before/sent/").content.decode()
    assert Response.objects.count() == 1


def test_words_of_a_second_tab_after_send_are_kept_on_the_page_and_change_nothing(client, ticket):
    tab = begin(ticket)
    send(client)
    page = tab.post(question_url(1), {"words-Q09": CANARY})
    assert page.status_code == 409
    assert CANARY in page.content.decode()
    assert not DraftAnswer.objects.exists()
    assert heard(Response.objects.get())["Q09"].state == "not_asked"


def test_change_and_take_back_are_wishes_that_a_reader_sees_and_erase_nothing(client):
    client.post(question_url(1), {"words-Q09": "first words"})
    send(client)
    assert (
        client.post("/me/say/before/change/", {"kind": "change", "words": CANARY})["Location"]
        == "/me/say/before/asked/"
    )
    client.post("/me/say/before/change/", {"kind": "take_back", "words": ""})
    response = Response.objects.get()
    assert heard(response)["Q09"].words == "first words"
    assert [(change.kind, change.words) for change in heard_changes(response)] == [
        ("change", CANARY),
        ("take_back", ""),
    ]
    assert response.take_back_asked_at is not None
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM responses_changerequest")
        assert CANARY not in str(cursor.fetchall())


@pytest.mark.parametrize(
    "posted",
    [{}, {"kind": "erase"}, {"kind": "change", "words": "  "}, {"kind": "change", "words": "a" * 2001}],
)
def test_wish_that_cannot_be_kept_stays_on_the_page(client, posted):
    send(client)
    page = client.post("/me/say/before/change/", posted)
    assert page.status_code == 422
    assert posted.get("words", "").strip() in page.content.decode()
    assert not ChangeRequest.objects.exists()


def test_next_steps_with_the_real_day_stand_on_the_thank_you(client):
    registry.register_next_steps(lambda ticket, now: [registry.NextStep("Jo reads it", "By Thursday 26 November.")])
    send(client)
    assert "By Thursday 26 November." in client.get("/me/say/before/sent/").content.decode()


def test_the_check_page_promises_only_people_who_really_read(client):
    sam = registry.WhoReads("Sam", "your worker", "sam", is_named=True)
    jo = registry.WhoReads("Jo", "runs the meeting", "jo", is_named=True)
    priya = registry.WhoReads("Priya", "reads on weekdays", "priya")
    people = [sam, jo]
    registry.register_readers(lambda ticket: people)
    page = client.get(CHECK).content.decode()
    assert "Just my worker and the person who runs the meeting" in page
    people.append(priya)  # somebody has the rota, too
    page = client.get(CHECK).content.decode()
    assert "Just the people who read it" in page
    assert "Sam, Jo, Priya" in page
    people.remove(jo)  # the child said "not them"
    page = client.get(CHECK).content.decode()
    assert "the person who runs the meeting" not in page
    assert "Sam, Priya" in page


def test_nothing_says_it_is_saved_where_nothing_was_asked(client):
    send(client)
    assert client.get("/me/say/before/asked/")["Location"] == "/me/say/before/change/"
    client.post("/me/say/before/change/", {"kind": "take_back"})
    assert "It is saved" in client.get("/me/say/before/asked/").text


def test_not_named_form_says_first_that_nobody_can_come_and_ends_the_visit_with_send():
    client = child_client(a_ticket(kind="consultation"))
    page = client.get("/me/say/consultation/").content.decode()
    assert "We won't know who you are" in page
    client.post("/me/say/consultation/")
    client.post("/me/say/consultation/1/", {"words-Q09": CANARY})
    assert 'name="share"' not in client.get("/me/say/consultation/check/").content.decode()
    answer = client.post("/me/say/consultation/check/", {"send": "yes", "count": "yes"}, follow=True)
    assert "It is saved" in answer.content.decode()
    assert CANARY not in answer.content.decode()
    back = client.get("/me/say/consultation/1/")
    assert back["Location"] == "/me/say/consultation/sent/"
    assert 'href="/me/say/' not in client.get(back["Location"]).content.decode()
    assert Response.objects.get().ticket_id is None


def test_tick_from_a_version_with_other_options_is_said_and_never_breaks_the_send(client):
    from surveys.responses.domain.answers import GivenAnswer
    from surveys.responses.domain.drafts import keep_draft_answers

    draft = Draft.objects.get()
    keep_draft_answers(draft, {"Q19": GivenAnswer(options=("gone",))}, position=1, now=draft.started_at)
    assert "That part is not in what you send now" in client.get(CHECK).content.decode()
    assert send(client).status_code == 303
    assert heard(Response.objects.get())["Q19"].state == "not_asked"


@pytest.mark.parametrize("kind", ["meeting", "consultation"])
def test_second_tap_on_send_with_the_old_cookie_hears_that_it_is_saved_and_opens_nothing_else(kind):
    ticket = a_ticket(kind=kind)
    form = ticket.forms.get().form
    client = child_client(ticket)
    client.post(f"/me/say/{form}/")
    old = client.cookies[settings.CHILD_SESSION_COOKIE_NAME].value
    client.post(f"/me/say/{form}/check/", {"send": "yes", "key": "a"})
    tap = Client()
    tap.cookies[settings.CHILD_SESSION_COOKIE_NAME] = old
    again = tap.post(f"/me/say/{form}/check/", {"send": "yes", "key": "a"})
    assert again["Location"] == f"/me/say/{form}/sent/"
    assert "It is saved" in tap.get(again["Location"]).content.decode()
    for url in ("/me/", f"/me/say/{form}/change/", f"/me/say/{form}/who/", f"/me/say/{form}/"):
        assert tap.get(url)["Location"] == f"/me/say/{form}/sent/"
    assert Response.objects.count() == 1
    assert session_keys(old) == {"finished", "named", "_session_expiry"}


def test_named_one_answer_code_is_used_up_and_its_thank_you_is_true():
    version = published(named=True, form="consultation")
    ticket = a_ticket(kind="consultation", version=version)
    client = child_client(ticket)
    client.post("/me/say/consultation/")
    thanks = client.post("/me/say/consultation/check/", {"send": "yes"}, follow=True).content.decode()
    assert "It is saved" in thanks
    assert "Nobody can see which answer is yours" not in thanks
    assert Response.objects.get().ticket == ticket
    ticket.refresh_from_db()
    assert ticket.used_on
