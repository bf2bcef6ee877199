"""The command and the job that runs by itself do the same as the button."""

import datetime as dt
import io

import pytest
from django.core.management import call_command
from django.utils import timezone

from config.jobs import run_due
from surveys.releases.domain.freezing import windows_due
from surveys.releases.domain.windows import make_consultation, ref_of
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


def test_a_dry_run_only_says_what_is_due(two_due):
    text = said(dry_run=True)
    assert "2025-Q3: would be frozen" in text
    assert not Window.objects.exclude(frozen_at=None).exists()


def test_the_oldest_window_is_frozen_first_and_a_second_run_does_nothing(two_due):
    assert "2025-Q3: frozen\n2025-Q4: not enough answers yet" in said()
    assert said() == "0 windows were due.\n"
    assert Release.objects.get().ref == "2025-Q3"


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
    from surveys.releases.domain.freezing import freeze_window

    freeze_window(window, now=window.due_at)
    assert asked == [(["consultation"], version.questionnaire)]
