"""The command and the job that runs by itself do the same as the button."""

import datetime as dt
import io
import re
import threading

import pytest
from django.apps import apps
from django.core.management import call_command
from django.utils import timezone

from config.jobs import JOBS, Job, run_again_and_again, run_due
from surveys.releases.domain import freezing
from surveys.releases.domain.freezing import windows_due
from surveys.releases.domain.progress import refresh_progress
from surveys.releases.domain.windows import make_consultation, ref_of
from surveys.releases.domain.years import make_year_window, yearly_programme
from surveys.releases.models import Release, Window
from tests.factories.questionnaires import published
from tests.factories.releases import quarter_window, row

pytestmark = pytest.mark.django_db


def said(**options):
    out = io.StringIO()
    call_command("freeze_windows", stdout=out, **options)
    return out.getvalue()


@pytest.fixture
def two_due(answers):
    answers.rows = [row(Q27a="yes") for _ in range(25)]
    return quarter_window(2025, 3), quarter_window(2025, 4)


def everything():
    """Every row of every table of releases."""
    return [list(model.objects.values()) for model in apps.get_app_config("releases").get_models()]


def test_a_dry_run_says_what_would_happen_in_bands_and_writes_nothing(two_due, answers):
    refresh_progress(now=timezone.now())
    before = everything()
    answers.rows = []  # no answer is looked at: the weekly bands are all it says
    lines = said(dry_run=True).splitlines()
    assert "2025-Q3, After the meeting: 20 or more answers; figures for everyone" in lines
    assert (
        "2025-Q3, Before the meeting: under 10 answers; nothing is told; these answers wait for the next window"
        in lines
    )
    assert len(lines) == 6
    assert not {int(n) for line in lines for n in re.findall(r"(?<!Q)\b\d+\b", line)} - {2025, 10, 20, 50}
    assert everything() == before


def test_a_dry_run_of_a_year_speaks_of_breakdowns(answers):
    answers.rows = [row(Q27a="yes") for _ in range(25)]
    make_year_window(yearly_programme(), first=dt.date(2024, 6, 1))
    refresh_progress(now=timezone.now())
    assert "2024-25, After the meeting: 20 or more answers; breakdowns of what passes the attack" in said(dry_run=True)


def test_the_oldest_window_is_frozen_first_and_a_second_run_does_nothing(two_due):
    assert "2025-Q3: frozen\n2025-Q4: not enough answers yet" in said()
    assert said() == "No window is due.\n"
    assert Release.objects.get().ref == "2025-Q3"


def test_one_window_that_is_refused_stops_no_other(two_due, monkeypatch):
    real = freezing.publish_anew

    def refuse_the_first(task, **more):
        if task.ref == "2025-Q3":
            raise freezing.Busy("Answers changed.")
        return real(task, **more)

    monkeypatch.setattr(freezing, "publish_anew", refuse_the_first)
    assert said() == "2025-Q3: Answers changed.\n2025-Q4: frozen\n"


def test_the_background_job_freezes_what_is_due_and_nothing_else(two_due):
    quarter_window(timezone.localdate().year + 1, 1)
    run_due(now=timezone.now(), last_night=None)
    assert Window.objects.filter(frozen_at=None).count() == 1


def test_a_window_is_not_due_on_the_day_it_closes(answers):
    window = quarter_window(2025, 3)
    assert windows_due(now=window.closes_at) == []
    assert windows_due(now=window.closes_at + dt.timedelta(days=7)) == [window]


def test_a_consultation_has_one_window_of_its_own_and_counts_its_own_answers(monkeypatch):
    version = published(form="consultation", length="", named=False)
    moment = dt.datetime(2026, 3, 2, tzinfo=timezone.get_default_timezone())
    options = {"title": "Have your say", "opens_at": moment, "closes_at": moment + dt.timedelta(days=20)}
    window = make_consultation(version.questionnaire, **options)
    assert make_consultation(version.questionnaire, **options) == window
    assert ref_of(window) == version.questionnaire.slug
    asked = []
    monkeypatch.setattr(
        "surveys.releases.domain.used.rows_to_count",
        lambda **question: asked.append((question["forms"], question["questionnaire"])) or iter([]),
    )
    freezing.freeze_window(window, now=window.due_at)
    assert asked == [(["consultation"], version.questionnaire)]


def test_an_alert_or_a_worry_never_waits_until_a_freeze_is_done():
    """An attack can take many minutes. Here the freeze only ends once the alert has been seen to."""
    seen_to, stopped = threading.Event(), threading.Event()
    in_time: list[bool] = []

    def freezes(now):
        in_time.append(seen_to.wait(10))
        stopped.set()

    jobs = (Job("freeze", freezes, slow=True), Job("escalate", lambda now: seen_to.set()))
    run_again_and_again(jobs, every=20, stopped=stopped)
    assert in_time == [True]
    slow = {job.name for job in JOBS if job.slow}
    assert {"freeze", "freeze polls"} <= slow
    assert not {"escalate", "chase groups"} & slow
