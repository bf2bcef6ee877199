"""A freeze that is killed at any step leaves no trace, and the next one starts clean (D7)."""

import signal
import subprocess
import sys

import pytest
from django.db import connection

from core.models import AuditEntry
from surveys.releases.domain.freezing import freeze_window
from surveys.releases.models import Contribution, Release
from surveys.responses.models import Response
from tests.factories.questionnaires import published
from tests.factories.releases import AFTER_FREEZE, quarter_window
from tests.promises.servers import ROOT, site_of_this_run
from tests.releases.freeze_and_die import STEPS
from tests.releases.test_with_real_answers import FIVE, IN_SEPTEMBER, answer

pytestmark = [pytest.mark.servers, pytest.mark.django_db(transaction=True)]
CHILDREN = 24


@pytest.fixture
def window():
    version = published(form="after", asked=FIVE, length="", now=IN_SEPTEMBER)
    for number in range(CHILDREN):
        answer(version, ("yes", "a-bit", "no")[number % 3])
    return quarter_window()


def killed_after(step: str, window) -> int:
    with site_of_this_run() as site:
        command = [sys.executable, "-m", "tests.releases.freeze_and_die", step, str(window.pk)]
        return subprocess.run(command, cwd=ROOT, env=site.env, capture_output=True, timeout=300).returncode


def trace_of(window) -> tuple[int, int, int, bool]:
    window.refresh_from_db()
    told = AuditEntry.objects.filter(action__startswith="release.").count()
    return Release.objects.count(), Contribution.objects.count(), told, window.frozen_at is not None


def test_a_kill_at_each_step_is_a_clean_start_again(window):
    for step in STEPS:
        if step == "published":
            continue
        assert killed_after(step, window) == -signal.SIGKILL, step
        assert trace_of(window) == (0, 0, 0, False), f"killed when it was {step}"
    assert Response.objects.count() == CHILDREN
    release = freeze_window(window, now=AFTER_FREEZE)
    assert release.verified().sheet("after").n_shown == 20
    assert trace_of(window) == (1, CHILDREN, 1, True)
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            assert cursor.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_kill_after_the_commit_loses_nothing_and_a_second_freeze_returns_the_same(window):
    assert killed_after("published", window) == -signal.SIGKILL
    assert trace_of(window) == (1, CHILDREN, 1, True)
    before = Release.objects.get().sealed_bytes()
    assert freeze_window(window, now=AFTER_FREEZE).sealed_bytes() == before
    assert trace_of(window) == (1, CHILDREN, 1, True)
