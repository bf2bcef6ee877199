"""Looking changes nothing; changing needs our own form (ASVS-19, AC-10, AC-34)."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from surveys.responses.models import Ticket
from tests.promises.addresses import own_addresses
from tests.promises.who_may_what import CARD, OPEN, WHO_MAY_WHAT, Staff
from tests.promises.world import ANONYMOUS, World, signed_in

WRITE = re.compile(r'\s*(?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM|REPLACE INTO)\s+"?(\w+)"?', re.IGNORECASE)
SESSIONS, RECORD = "django_session", "core_auditentry"
VISIT = "responses_sitting"  # when it was last used, for the 15 quiet minutes
BOTS = ("WhatsApp/2.23", "facebookexternalhit/1.1", "Slackbot-LinkExpanding 1.0", "Googlebot/2.1", "curl/8.0")
WORDS_FOR_REPORTS = {"work_theme_sort", "work_theme_settle", "work_quote_new", "work_quote"}
READ_IS_RECORDED = {"work_reading", "work_piece", "work_alert", "statement", "statement_sheet", *WORDS_FOR_REPORTS}


@contextmanager
def tables_written() -> Iterator[set[str]]:
    written: set[str] = set()

    def watch(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if found := WRITE.match(sql):
            written.add(found.group(1))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        yield written


def looked_at(client: Client, world: World, names: list[str]) -> dict[str, set[str]]:
    """What each address wrote while it was looked at."""
    seen = {}
    for name in names:
        with tables_written() as written:
            assert client.get(world.address(name)).status_code < 500, name
            assert client.head(world.address(name)).status_code < 500, name
        seen[name] = written
    return seen


def names_of(kind: str) -> list[str]:
    return [name for name, who in WHO_MAY_WHAT.items() if who == kind and name != "wagtail_serve"]


@pytest.mark.django_db
def test_the_watch_sees_a_write_when_there_is_one(client: Client):
    with tables_written() as written:
        client.post("/go/", {"code": "WRONG-CODE-HERE"})
    assert "core_miss" in written


def test_looking_at_open_pages_writes_nothing(world: World):
    for name, written in looked_at(Client(), world, names_of(OPEN)).items():
        # the readiness page proves that the store takes a row, then takes it back
        assert written <= ({"core_probe"} if name == "readyz" else set()), name


def test_looking_at_a_young_persons_pages_writes_nothing_but_the_time_of_the_visit(world: World):
    client = world.child()
    for name, written in looked_at(client, world, names_of(CARD)).items():
        assert written <= {SESSIONS, VISIT}, name


@pytest.mark.parametrize(
    "role", ["meeting_worker", "chair", "reader", "participation_worker", "administrator", "report_writer"]
)
def test_looking_at_staff_pages_writes_nothing_but_that_it_was_read(world: World, role: str):
    client = signed_in(world.people[role])
    names = [name for name, who in WHO_MAY_WHAT.items() if isinstance(who, Staff) and role in who.here]
    for name, written in looked_at(client, world, names).items():
        assert written <= {SESSIONS, *([RECORD] if name in READ_IS_RECORDED else [])}, name


@pytest.mark.parametrize("agent", BOTS)
def test_link_previews_and_scanners_use_nothing_up(world: World, agent: str):
    before = list(Ticket.objects.values())
    client = Client(headers={"user-agent": agent})
    with tables_written() as written:
        for address in ("/", "/go/", "/me/", "/me/say/before/", "/me/invite/"):
            client.get(address)
            client.head(address)
            client.get(address, {"code": world.card.card.code})
    assert written == set()
    assert list(Ticket.objects.values()) == before


def test_a_form_from_elsewhere_is_refused_calmly_on_every_address_that_takes_one(world: World):
    browsers = {
        ANONYMOUS: Client(enforce_csrf_checks=True),
        CARD: world.child(enforce_csrf_checks=True),
        **{role: signed_in(user, enforce_csrf_checks=True) for role, user in world.people.items() if user is not None},
    }
    for name in own_addresses():
        if name == "wagtail_serve":
            continue
        with tables_written() as written:
            for who, client in browsers.items():
                answer = client.post(world.address(name), {"anything": "x"})
                assert answer.status_code == 403, (name, who)
                assert "Go back one page" in answer.text, (name, who)
                assert "csrf" not in answer.text.lower(), (name, who)
        assert written <= {SESSIONS}, name


def test_a_form_with_our_token_but_another_origin_is_refused(db: None):
    client = Client(enforce_csrf_checks=True)
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', client.get("/").text)
    assert token
    fields = {"csrfmiddlewaretoken": token.group(1), "code": "x"}
    assert client.post("/go/", fields).status_code == 200
    assert client.post("/go/", fields, headers={"origin": "https://elsewhere.example"}).status_code == 403
    assert client.post("/go/", fields, headers={"origin": "null"}).status_code == 403
