"""What is only asked alone: which kind of visit may show it, and that a forged answer is not kept (S11)."""

import pytest
from django.test import Client

from surveys.responses.domain.sittings import is_not_alone
from surveys.responses.models import Response, Sitting, Ticket
from tests.factories.responses import carry_on, child_client, question_url
from tests.responses.walking import CHECK, START, heard, send

pytestmark = pytest.mark.django_db
WITH = "/me/say/before/with/"


def alone(ticket: Ticket) -> Client:
    client = child_client(ticket)
    client.post(START)
    return client


def helped(ticket: Ticket) -> Client:
    client = alone(ticket)
    client.post(WITH, {"helper": "worker"})
    return client


def helped_before(ticket: Ticket) -> Client:
    client = helped(ticket)
    client.post(WITH, {"helper": ""})
    return client


def on_our_tablet(ticket: Ticket) -> Client:
    client = alone(ticket)
    is_not_alone(Sitting.objects.get(ticket=ticket))
    return client


def on_our_tablet_with_somebody(ticket: Ticket) -> Client:
    client = on_our_tablet(ticket)
    client.post(WITH, {"helper": "advocate"})
    return client


def alone_another_day(ticket: Ticket) -> Client:
    client = helped(ticket)
    carry_on(client, ticket)
    return client


ASKED = {alone: True, alone_another_day: True}
NOT_ASKED = dict.fromkeys((helped, helped_before, on_our_tablet, on_our_tablet_with_somebody), False)
EVERY_KIND = pytest.mark.parametrize(
    ("visit", "is_asked"), [pytest.param(*each, id=each[0].__name__) for each in (ASKED | NOT_ASKED).items()]
)


@EVERY_KIND
def test_only_a_visit_alone_asks_what_is_asked_alone(ticket, visit, is_asked):
    client = visit(ticket)
    assert ('name="hide"' in client.get(question_url(1)).text) == is_asked
    assert ("telling you what to put" in client.get(CHECK).text) == is_asked
    assert "Who filled this in?" in client.get(CHECK).text


@EVERY_KIND
def test_an_answer_that_was_not_asked_for_is_not_kept(ticket, visit, is_asked):
    client = visit(ticket)
    client.post(question_url(1), {"words-Q09": "x", "hide": "yes"})
    send(client, watched="yes")
    response = Response.objects.get()
    assert (response.was_watched == "yes") == is_asked
    assert heard(response)["Q09"].hide_from_parents == is_asked


def test_the_mark_promises_no_more_than_is_true(ticket):
    page = alone(ticket).get(question_url(1)).text.replace("&#x27;", "'")
    assert "We'll try not to share it. If we have to, we'll try to tell you first." in page


def test_somebody_beside_me_is_named_on_every_page_and_can_be_sent_away_from_each(ticket):
    client = helped(ticket)
    for address in (question_url(1), CHECK, START, "/me/say/before/stop/", "/me/say/before/who/", WITH):
        page = client.get(address).text
        assert "Helping you: <b>Your worker</b>" in page, address
        assert 'name="go" value="alone"' in page, address
    kept = client.post(question_url(1), {"words-Q09": "my own words", "go": "alone"})
    assert kept["Location"] == question_url(1)
    assert "Helping you" not in client.get(question_url(1)).text
    send(client)
    assert heard(Response.objects.get())["Q09"].words == "my own words"
    assert Response.objects.get().helped_by == "worker"
