"""One whole story with words that exist nowhere else; afterwards they are looked for everywhere (R-9, ASVS-37, 45)."""

import logging
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command
from django.db import connection
from django.test import Client
from wagtail.models import Collection, Locale, Page

from core import audit
from core.logs import EventFormatter
from core.models import AuditEntry
from surveys.responses.models import Answer, Words
from tests.factories.meetings import MONDAY
from tests.promises.a_story import CANARIES, Sinks, Story


@pytest.fixture
def sinks(transactional_db: None, settings: Any) -> Iterator[Sinks]:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    Locale.objects.get_or_create(language_code="en-gb")
    if not Page.objects.exists():
        Page.add_root(title="Root", slug="root")
    if not Collection.objects.exists():
        Collection.add_root(name="Root")
    sinks, root = Sinks(), logging.getLogger()
    handler = logging.StreamHandler(sinks.stream)
    handler.setFormatter(EventFormatter())
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    with time_machine.travel(MONDAY, tick=False):
        yield sinks
    root.removeHandler(handler)
    root.setLevel(level)


@pytest.fixture
def told(sinks: Sinks) -> tuple[Sinks, dict[str, str]]:
    story = Story()
    code = story.books()
    story.answers(code)
    story.is_read_and_answered()
    story.is_sorted_for_a_report()
    story.leaves_half_an_answer()
    call_command("db_worker", batch=True, verbosity=0, interval=0)
    return sinks, CANARIES | {
        "code": code,
        "typed code": "zqwrongcodethatwastyped",
        "typed word": "zqguessthatwaswrong",
    }


def test_p23_no_word_name_place_or_code_is_found_in_any_store_log_or_mail(told: tuple[Sinks, dict[str, str]]):
    sinks, secrets = told
    assert sinks.hits(secrets) == []
    # the story was really told, and can be opened by those who may
    assert CANARIES["answer"] in {words.text.open() for words in Words.objects.all()}
    assert Answer.objects.exists()
    assert AuditEntry.objects.filter(action="response.read").exists()
    assert AuditEntry.objects.filter(action="words.opened_for_report").exists()
    assert mail.outbox
    assert "duration" not in sinks.logs()


def test_the_search_finds_a_word_that_does_get_out(told: tuple[Sinks, dict[str, str]]):
    sinks, secrets = told
    logging.getLogger("your_turn.test").warning(f"sent {CANARIES['answer']}")  # what nobody may ever write
    assert ("logs", "answer") in sinks.hits(secrets)
    audit.record("test", detail={"word": CANARIES["word"]}, now=MONDAY)
    assert {("tables", "word")} <= set(sinks.hits(secrets))
    if connection.vendor == "sqlite":
        assert ("raw_store", "word") in sinks.hits(secrets)
    mail.send_mail("x", CANARIES["nickname"], None, ["a@example.org"])
    assert ("outbox", "nickname") in sinks.hits(secrets)
    browser = Client()
    browser.post("/go/", {"code": secrets["code"]})
    session = browser.session
    session["x"] = CANARIES["talk"]
    session.save()
    assert ("sessions", "talk") in sinks.hits(secrets)


def test_p23_arguments_of_a_log_line_are_never_written(sinks: Sinks):
    logging.getLogger("your_turn.test").error("something %s", CANARIES["answer"])
    assert "something %s" in sinks.logs()
    assert CANARIES["answer"] not in sinks.logs()


BROKEN = {
    "/me/say/before/check/": "surveys.responses.views.check.send_response",
    "/me/talk/": "participation.listening.views.talk.raise_alert",
    "/go/": "home.views.front_door.find_ticket",
}


@pytest.mark.parametrize(("path", "target"), BROKEN.items())
def test_p23_an_error_in_the_middle_of_a_view_shows_and_logs_no_word(
    sinks: Sinks, monkeypatch: pytest.MonkeyPatch, path: str, target: str
):
    word = CANARIES["answer"]

    def breaks(*args: Any, **kwargs: Any) -> None:
        local = word  # what a traceback with values would show
        raise RuntimeError(f"could not take {local}")

    story, browser = Story(), Client(raise_request_exception=False)
    browser.post("/go/", {"code": story.books()})
    browser.post("/me/say/before/")
    for number, question in enumerate(story.version.schema.questions, start=1):
        browser.post(f"/me/say/before/{number}/", {f"words-{part.id}": word for part in question.parts})
    monkeypatch.setattr(target, breaks)
    fields = {"send": "yes", "key": "k", "count": "yes", "once": "o", "how": "call"}
    answer = browser.post(path, {**fields, "about": word, "safe_contact": word, "code": word})
    assert answer.status_code == 500
    assert word not in answer.text
    assert "RuntimeError" in sinks.logs()
    assert sinks.hits({"answer": word}) == []
