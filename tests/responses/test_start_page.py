"""Before the first question: who reads, what cannot be kept, and help."""

import pytest

from surveys.responses import registry
from surveys.responses.models import Draft, Response
from tests.factories.questionnaires import published
from tests.factories.responses import a_ticket, child_client, question_url
from tests.responses.walking import CANARY, CHECK, START, heard

pytestmark = pytest.mark.django_db


def test_questions_cannot_be_reached_before_the_page_that_says_who_reads(ticket):
    client = child_client(ticket)
    assert client.get(question_url(1))["Location"] == START
    assert client.post(question_url(1), {"words-Q09": "x"})["Location"] == START
    assert client.post(CHECK, {"send": "yes"})["Location"] == START
    assert not Draft.objects.exists()


def test_start_page_names_everyone_who_reads_and_what_cannot_be_kept(ticket):
    registry.register_readers(
        lambda ticket: [
            registry.WhoReads("Sam", "your worker"),
            registry.WhoReads("Priya", "reads when Sam is away"),
        ]
    )
    page = child_client(ticket).get(START).content.decode()
    for words in (
        "Sam",
        "Priya",
        "It goes on your record",
        "Police or a court can ask for it",
        "Nobody reads this until you press Send.",
    ):
        assert words in page


@pytest.mark.parametrize(
    ("band", "words"),
    [("8-11", "could get hurt"), ("16-17", "being hurt or could be"), ("18-25", "adult: we normally ask")],
)
def test_limits_are_said_in_the_words_of_the_age(band, words):
    page = child_client(a_ticket(band=band)).get(START).content.decode()
    assert words in page


def test_named_page_never_says_anonymous_or_confidential(client):
    for url in (START, question_url(1), CHECK, "/me/say/before/who/"):
        page = client.get(url).content.decode().lower()
        assert "anonymous" not in page
        assert "confidential" not in page


def test_not_them_reaches_the_room_that_keeps_it(client, ticket):
    off = []
    registry.register_readers(lambda ticket: [registry.WhoReads("Sam", "your worker", "sam-id")])
    registry.register_not_them(lambda ticket, user_id, now: off.append((ticket.pk, user_id)))
    assert "Not Sam" in client.get("/me/say/before/who/").content.decode()
    client.post("/me/say/before/who/", {"not_them": "somebody-else"})
    assert off == []
    assert (
        "We took them off" in client.post("/me/say/before/who/", {"not_them": "sam-id"}, follow=True).content.decode()
    )
    assert off == [(ticket.pk, "sam-id")]


def test_form_without_a_reader_does_not_open(ticket):
    registry.register_gate(lambda version, ticket, now: "no rota")
    client = child_client(ticket)
    page = client.get(START).content.decode()
    assert "This is not open now" in page
    assert "no rota" not in page
    assert client.post(START).status_code == 409
    assert not Draft.objects.exists()


def test_whoever_began_while_somebody_read_writes_on_and_sends_when_the_last_reader_goes(client):
    client.post(question_url(1), {"words-Q09": CANARY})
    registry.register_gate(lambda version, ticket, now: "no rota")
    assert "<textarea" in client.get(question_url(2)).content.decode()
    client.post(question_url(2), {"words-Q11": "To stay at my school"})
    answer = client.post("/me/say/before/check/", {"send": "yes", "count": "yes"}, follow=True)
    assert "It is saved" in answer.content.decode()
    stored = heard(Response.objects.get())
    assert (stored["Q09"].words, stored["Q11"].words) == (CANARY, "To stay at my school")


@pytest.mark.parametrize(
    ("go", "leads_to"), [("with", "/me/say/before/with/"), ("language", "/me/say/before/language/")]
)
def test_help_with_the_form_can_be_had_before_the_first_question(ticket, go, leads_to):
    client = child_client(ticket)
    assert f'name="go" value="{go}"' in client.get(START).content.decode()
    assert client.post(f"{START}go/", {"go": go})["Location"] == leads_to
    assert client.get(leads_to).status_code == 200
    assert not Draft.objects.exists()  # looking for help does not tell the worker that it was started


def test_easier_words_can_be_chosen_before_the_first_question(ticket):
    easy = published(level="easy-read")
    client = child_client(ticket)
    assert client.post(f"{START}go/", {"go": "easier", "here": START})["Location"] == START
    client.post(START)
    assert Draft.objects.get().version == easy


def test_not_named_form_names_everyone_who_may_read_the_words():
    registry.register_readers(lambda ticket: [registry.WhoReads("Priya", "reads on weekdays", "priya-id")])
    client = child_client(a_ticket(kind="consultation"))
    for address in ("/me/say/consultation/", "/me/say/consultation/who/"):
        page = client.get(address).content.decode()
        assert "Priya" in page
        assert "reads on weekdays" in page
        assert 'name="not_them"' not in page
