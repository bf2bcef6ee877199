"""What waits on the desk for themes: days, never numbers."""

import datetime as dt

import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Role
from surveys.themes.domain.desk import waiting_for
from tests.factories.accounts import UserFactory
from tests.factories.meetings import MONDAY
from tests.factories.releases import quarter_window
from tests.factories.themes import says
from tests.promises.world import signed_in
from tests.subgroups.reading import TOKEN

LATER = MONDAY  # past the first month of the quarter


def test_the_worker_is_told_that_themes_are_missing_and_report_writers_that_words_wait(desk):
    says()
    assert waiting_for(desk.writers[0], LATER) == waiting_for(desk.maker, desk.window.opens_at) == []
    missing = [line for line in waiting_for(desk.maker, LATER) if line.url_args[1] == "before"]
    assert [line.text.startswith("No themes yet: ") for line in missing] == [True]
    desk.themes()
    assert not [line for line in waiting_for(desk.maker, LATER) if line.url_args[1] == "before"]
    (line,) = waiting_for(desk.writers[0], LATER)
    assert (line.text.startswith("Words to sort: "), line.due, line.late) == (True, dt.date(2027, 1, 7), False)
    (late,) = waiting_for(desk.writers[0], desk.window.closes_at)
    assert late.late
    assert waiting_for(UserFactory(roles=list(set(Role) - {"report_writer", "participation_worker"})), LATER) == []


def test_rule_14_the_desk_does_not_move_when_somebody_sends(desk):
    desk.themes()
    with time_machine.travel(LATER, tick=False):
        client = signed_in(desk.writers[0])
        before = TOKEN.sub("", client.get("/work/").text)
        assert "Words to sort" in before
        for _each in range(12):
            says()
        assert TOKEN.sub("", client.get("/work/").text) == before


def test_the_desk_asks_as_often_for_three_windows_as_for_one(desk):
    desk.themes()
    asked = []
    for year in (None, 2025, 2024):
        if year:
            quarter_window(year, 4)
        with CaptureQueriesContext(connection) as seen:
            waiting_for(desk.maker, LATER)
        asked.append(len(seen))
    assert asked[0] == asked[2]
