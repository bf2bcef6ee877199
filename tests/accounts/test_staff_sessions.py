"""A sign-in ends after 30 quiet minutes and after twelve hours in any case, to the second (ASVS 7.3)."""

import datetime as dt

import pytest
import time_machine
from django.test import Client

from tests.accounts.people import by_password, is_in, person

pytestmark = pytest.mark.django_db
NINE = dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)
SECOND, MINUTE = dt.timedelta(seconds=1), dt.timedelta(minutes=1)
IDLE, LONGEST = 30 * MINUTE, dt.timedelta(hours=12)


@pytest.fixture
def clock():
    with time_machine.travel(NINE, tick=False) as traveller:
        yield traveller


@pytest.mark.parametrize(("quiet", "still_in"), [(IDLE - SECOND, True), (IDLE, True), (IDLE + SECOND, False)])
def test_thirty_quiet_minutes_end_it(client: Client, clock, quiet: dt.timedelta, still_in: bool):
    by_password(client, person())
    assert is_in(client)
    clock.move_to(NINE + quiet)
    assert is_in(client) is still_in


@pytest.mark.parametrize(("after", "still_in"), [(LONGEST - SECOND, True), (LONGEST, True), (LONGEST + SECOND, False)])
def test_twelve_hours_end_it_however_busy(client: Client, clock, after: dt.timedelta, still_in: bool):
    by_password(client, person())
    moment = NINE
    while moment < NINE + after - 5 * MINUTE:
        clock.move_to(moment)
        assert is_in(client), moment
        moment += 20 * MINUTE
    clock.move_to(NINE + after)
    assert is_in(client) is still_in


def test_the_quiet_time_counts_from_the_sign_in_itself(client: Client, clock):
    by_password(client, person())
    clock.move_to(NINE + IDLE + SECOND)
    assert not is_in(client)


def test_an_ended_sign_in_stays_ended(client: Client, clock):
    by_password(client, person())
    assert is_in(client)
    clock.move_to(NINE + IDLE + SECOND)
    assert not is_in(client)
    clock.move_to(NINE + SECOND)
    assert not is_in(client)


@pytest.mark.parametrize("path", ["/groups/", "/champions/", "/cms/", "/style/", "/accounts/email/"])
def test_it_ends_in_every_staff_zone(client: Client, clock, path: str):
    by_password(client, person())
    client.get("/work/")
    clock.move_to(NINE + IDLE + SECOND)
    assert client.get(path)["Location"].startswith("/accounts/login/")
