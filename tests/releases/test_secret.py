"""The secret of a release lives in memory while counting, and nowhere after (rule 8, D7)."""

import base64
import logging
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection

from core import audit
from surveys.releases.domain import freezing
from surveys.releases.domain.freezing import freeze_window
from surveys.releases.models import Release
from tests.at_rest import bytes_at_rest, database_files
from tests.factories.questionnaires import published
from tests.factories.releases import AFTER_FREEZE, quarter_window
from tests.releases.test_with_real_answers import FIVE, IN_SEPTEMBER, answer

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def window():
    version = published(form="after", asked=FIVE, length="", now=IN_SEPTEMBER)
    for number in range(22):
        answer(version, ("yes", "a-bit", "no")[number % 3])
    return quarter_window()


@pytest.fixture
def used(monkeypatch):
    """The memory every secret was in, and what stood there while it was used."""
    seen = []
    real = freezing.make

    def watched(task, *, secret):
        seen.append((secret, bytes(secret)))
        return real(task, secret=secret)

    monkeypatch.setattr(freezing, "make", watched)
    return seen


def spellings(secret):
    return secret, secret.hex().encode(), secret.hex().upper().encode(), base64.b64encode(secret), repr(secret).encode()


def places_that_hold(secret, logged):
    """Tables, files of the database and of the site, and the log, searched for the secret in every usual spelling."""
    found = []
    there = set(connection.introspection.table_names())  # models that another test has made have none
    for model in (each for each in apps.get_models() if each._meta.db_table in there):
        text = repr(list(model._base_manager.values_list())).encode()
        found += [model._meta.db_table for spelling in spellings(secret) if spelling in text]
    folders = [Path(str(settings.KEY_RING_FILE)).parent]
    stored = set(database_files())
    files = [file for folder in folders for file in folder.rglob("*") if file.is_file() and file not in stored]
    for name, data in [(file.name, file.read_bytes()) for file in files] + list(bytes_at_rest().items()):
        found += [name for spelling in spellings(secret) if spelling in data]
    return found + ["log" for spelling in spellings(secret) if spelling in logged.encode()]


def test_p11_the_memory_is_overwritten_and_nothing_holds_the_secret(window, used, caplog):
    with caplog.at_level(logging.DEBUG):
        release = freeze_window(window, now=AFTER_FREEZE)
    ((memory, secret),) = used
    assert any(secret)
    assert memory == bytes(len(secret)), "every byte is overwritten"
    assert places_that_hold(secret, caplog.text) == []
    assert release.verified().sheet("after").n_shown == 20


def test_the_search_finds_a_secret_that_was_kept(window, used, caplog, monkeypatch):
    """Negative control: a freeze that writes its secret into the audit log."""
    real = freezing.publish

    def keeping(task, made, **more):
        real(task, made, **more)
        audit.record("release.secret", detail={"secret": used[-1][1].hex()}, now=task.now)

    monkeypatch.setattr(freezing, "publish", keeping)
    freeze_window(window, now=AFTER_FREEZE)
    assert "core_auditentry" in places_that_hold(used[-1][1], caplog.text)


def test_the_memory_check_catches_a_secret_that_is_not_overwritten(window, used, monkeypatch):
    """Negative control: a context that leaves the bytes where they are."""
    from contextlib import contextmanager

    @contextmanager
    def keeping():
        yield bytearray(b"k" * 32)

    monkeypatch.setattr(freezing, "passing_secret", keeping)
    freeze_window(window, now=AFTER_FREEZE)
    assert any(used[-1][0])


def test_a_freeze_that_breaks_forgets_its_secret_too(window, monkeypatch):
    kept = []

    def broken(task, *, secret):
        kept.append(secret)
        raise ZeroDivisionError

    monkeypatch.setattr(freezing, "make", broken)
    with pytest.raises(ZeroDivisionError):
        freeze_window(window, now=AFTER_FREEZE)
    assert kept[0] == bytes(32)


def test_p11_asking_a_thousand_times_gives_the_same_and_making_it_again_is_refused(window, used):
    release = freeze_window(window, now=AFTER_FREEZE)
    before = Release.objects.get().sealed_bytes()
    assert {freeze_window(window, now=AFTER_FREEZE).sealed_bytes() for _ in range(20)} == {before}
    assert len(used) == 1, "one secret, once"
    with pytest.raises(TypeError):
        release.save()
