"""What a child said about themselves on one form of theirs holds for their other forms, and for nobody else's."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from surveys.responses.domain.answers import DECLINED, SKIPPED
from surveys.responses.domain.counting import rows_to_count, said_about_themselves
from surveys.responses.domain.sending import SendingChoices
from surveys.responses.models import Response
from tests.factories.questionnaires import published
from tests.factories.responses import a_ticket, sent, ticks

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 9, 20, 12, tzinfo=timezone.get_default_timezone())
DAY = dt.timedelta(days=1)
CLOSE = NOW + DAY
KEY, OTHER = "a" * 32, "b" * 32
GIRL, BOY = ticks("girl-woman"), ticks("boy-man")
BEFORE = ("Q09", "Q11", "Q16", "Q17", "Q18", "Q19", "Q28", "equality")
AFTER = ("Q27a", "Q27b", "Q27c", "Q27d", "Q27e")


@pytest.fixture
def before():
    return published(form="before", length="long", asked=BEFORE, now=NOW - 90 * DAY)


@pytest.fixture
def after():
    return published(form="after", length="", asked=AFTER, now=NOW - 90 * DAY)


def say(version, answers, *, days_ago=10, key=KEY, **choices) -> Response:
    at = NOW - days_ago * DAY
    ticket = a_ticket(version=version, respondent_key=key, now=at)
    return sent(ticket, answers=answers, now=at, key=ticket.pk.hex, choices=SendingChoices(**choices))


def about(form="after", *, close=CLOSE, **options):
    return [row.characteristics for row in rows_to_count(forms=[form], sent_before=close, **options)]


def test_what_was_said_on_the_before_form_holds_for_the_after_form(before, after):
    say(before, {"E-gender": GIRL, "E-live": ticks("foster")})
    say(after, {"Q27d": ticks("yes")}, days_ago=2)
    assert about() == [{"gender": "girl-woman", "live": "foster"}]


def test_it_holds_for_nobody_else(before, after):
    """The control: whoever takes the newest answer of anyone gives one child another's."""
    say(before, {"E-gender": GIRL}, key=OTHER)
    say(after, {"Q27d": ticks("yes")}, days_ago=2)
    assert about() == [{}]


def test_the_newest_answer_counts_whichever_form_was_sent_first(before, after):
    say(before, {"E-gender": GIRL, "E-help": ticks("yes")}, days_ago=60)
    say(after, {"Q27d": ticks("yes")}, days_ago=20)
    say(before, {"E-gender": BOY}, days_ago=5)
    assert about() == [{"gender": "boy-man", "help": "yes"}]


def test_an_own_answer_wins(before):
    say(before, {"E-gender": GIRL, "E-help": ticks("yes")}, days_ago=60)
    say(before, {"E-gender": BOY}, days_ago=5)
    assert about("before") == [{"gender": "boy-man", "help": "yes"}, {"gender": "girl-woman", "help": "yes"}]


@pytest.mark.parametrize(("later", "holds"), [(SKIPPED, {"gender": "girl-woman"}), (DECLINED, {})])
def test_rather_not_saying_takes_it_back_and_leaving_it_out_does_not(before, after, later, holds):
    say(before, {"E-gender": GIRL}, days_ago=60)
    say(before, {"E-gender": later, "Q19": ticks("yes")}, days_ago=20)
    say(after, {"Q27d": ticks("yes")}, days_ago=2)
    assert about() == [holds]


def test_only_what_may_be_counted_and_came_before_the_close(before, after):
    say(before, {"E-gender": GIRL}, ok_to_count=False)
    back = say(before, {"E-live": ticks("foster")})
    Response.objects.filter(pk=back.pk).update(take_back_asked_at=NOW)
    say(before, {"E-help": ticks("yes")}, days_ago=-2)
    say(after, {"Q27d": ticks("yes")}, days_ago=2)
    assert about() == [{}]
    assert about(close=NOW + 3 * DAY) == [{"help": "yes"}]


def test_it_holds_where_an_earlier_release_has_counted_the_form_it_was_said_on(before, after):
    said = say(before, {"E-gender": GIRL})
    say(after, {"Q27d": ticks("yes")}, days_ago=2)
    assert about(already=(said.pk,)) == [{"gender": "girl-woman"}]


def test_an_unnamed_consultation_takes_nothing_and_costs_nothing_more(before):
    version = published(form="consultation", named=False, band="", length="", asked=("C01", "equality"), now=NOW)
    say(before, {"E-gender": GIRL})
    ticket = a_ticket(version=version, kind="consultation", now=NOW)
    sent(ticket, answers={"C01": ticks("mostly"), "E-live": ticks("foster")}, now=NOW, key=ticket.pk.hex)
    with CaptureQueriesContext(connection) as queries:
        assert about("consultation") == [{"live": "foster"}]
    assert len(queries) == 2


def test_one_and_thirty_children_cost_the_same_three_queries(before, after):
    def child(number):
        say(before, {"E-gender": GIRL}, key=f"{number:032x}")
        say(after, {"Q27d": ticks("yes")}, days_ago=2, key=f"{number:032x}")

    child(0)
    with CaptureQueriesContext(connection) as one:
        about()
    for number in range(1, 30):
        child(number)
    with CaptureQueriesContext(connection) as thirty:
        assert about() == [{"gender": "girl-woman"}] * 30
    assert len(one) == len(thirty) == 3


def test_the_mark_changes_when_what_was_said_may_no_longer_be_counted(before, after):
    say(before, {"E-gender": GIRL}, key=OTHER)
    said = say(before, {"E-gender": GIRL})
    silent = say(after, {"Q27d": ticks("yes")}, days_ago=2)
    mark = said_about_themselves(sent_before=CLOSE)
    say(before, {"E-gender": BOY}, days_ago=-2)
    Response.objects.filter(pk=silent.pk).update(take_back_asked_at=NOW)
    assert said_about_themselves(sent_before=CLOSE) == mark
    Response.objects.filter(pk=said.pk).update(take_back_asked_at=NOW)
    assert said_about_themselves(sent_before=CLOSE) != mark
