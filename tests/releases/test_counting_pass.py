"""What the pass over the answers costs: a few queries for a batch, however many questions and children."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from surveys.releases.domain.catalogue import entries_for
from surveys.releases.domain.making import _counted
from surveys.releases.domain.rules import rules_in_force
from surveys.releases.domain.task import Task
from surveys.releases.domain.windows import make_consultation
from surveys.releases.domain.words_told import themes_for
from tests.factories.questionnaires import published
from tests.factories.responses import issued, sent, ticks

pytestmark = pytest.mark.django_db
SECRET = b"s" * 32


@pytest.fixture
def version():
    return published(form="consultation", named=False, band="", length="", asked=("C01", "C07", "equality"))


def a_child(version, **said: str) -> None:
    card = issued(version=version, kind="consultation")
    sent(card.ticket, answers={part.replace("_", "-"): ticks(option) for part, option in said.items()})


@pytest.fixture
def task(version):
    now = timezone.now()
    ends = {"opens_at": now - dt.timedelta(days=1), "closes_at": now + dt.timedelta(days=1)}
    window = make_consultation(version.questionnaire, title="A consultation", **ends)
    return Task(window, now, rules_in_force())


def counted(task):
    return _counted(task, "consultation", themes_for(task, "consultation"), secret=SECRET)


def test_the_last_page_becomes_the_characteristics_of_the_crowd(version, task):
    a_child(version, C01="mostly", C07="shorter", E_gender="girl-woman", E_live="foster")
    a_child(version, C01="not-much", E_gender="boy-man", E_help="yes")
    crowd = counted(task).crowd()
    assert {kind.here[1:] for kind in crowd.kinds} == {
        ("girl-woman", "not_said", "not_said", "foster"),
        ("boy-man", "not_said", "yes", "not_said"),
    }
    shapes = {shape.question: shape for entry in entries_for("consultation") for shape in entry.shapes}
    yes = crowd.tally(shapes["consultation/better_meetings/v1/shorter"], crowd.everyone)
    assert yes.counts == (1, 0, 1)
    often = crowd.tally(shapes["consultation/someone_to_be_with/v1"], crowd.everyone)
    assert often.counts == (1, 0, 1, 0)


def test_counting_three_and_thirty_children_costs_the_same_queries(version, task):
    for _ in range(3):
        a_child(version, C01="mostly", E_gender="girl-woman")
    counted(task)
    with CaptureQueriesContext(connection) as few:
        assert counted(task).n == 3
    for _ in range(27):
        a_child(version, C01="mostly", C07="shorter", E_gender="boy-man")
    with CaptureQueriesContext(connection) as many:
        assert counted(task).n == 30
    assert len(many) == len(few) <= 16
