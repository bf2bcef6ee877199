"""Who was asked, took part and was told: counted from cards, one young person once."""

import datetime as dt

import pytest

from accounts.models import Role
from core.working_days import LONDON
from participation.meetings.domain.booking import cancel_meeting
from participation.meetings.domain.counts import count_asked, count_promises, count_taking_part
from participation.meetings.domain.forgetting import forget_old_meetings
from participation.meetings.domain.outcomes import told_in_person
from participation.meetings.domain.taking_part import choose_how, record_took_part
from participation.meetings.domain.telling import Telling, decide_telling
from participation.meetings.models import Invitation
from surveys.releases.disclosure.parameters import PROMISED
from surveys.releases.disclosure.steps import Step, protect_steps
from surveys.releases.domain.windows import quarter_bounds
from surveys.responses.domain.retention import forget_old_words, record_copied
from surveys.responses.models import Response, Ticket
from tests.factories.accounts import UserFactory
from tests.factories.listening import put_on_rota
from tests.factories.meetings import DAY, MEETING_AT, MONDAY, booked, with_card

pytestmark = pytest.mark.django_db
QUARTER = quarter_bounds(2026, 4)
NEXT = quarter_bounds(2027, 1)


@pytest.fixture(autouse=True)
def somebody_reads(db):
    """Boxes for words open only while somebody is there to read (S18)."""
    put_on_rota(UserFactory(roles=[Role.READER]), day=dt.date(2026, 9, 1), days=200)


def counts(source, window=QUARTER) -> dict[str, tuple[int, int]]:
    return {each.name: (each.count, each.of) for each in source(*window)}


def told(a, *, days: int) -> None:
    at = MEETING_AT + days * DAY
    told_in_person(a.fresh(), told_by="Sam", at=at, by=a.worker, now=at)


def test_nobody_is_nobody():
    nobody = {"asked": (0, 0), "sent": (0, 0), "took_part": (0, 0), "told": (0, 0)}
    assert counts(count_taking_part) == nobody
    assert counts(count_asked) == {"no_safe_way": (0, 0), "declined": (0, 0)}
    assert counts(count_promises) == {"told_on_time": (0, 0)}


def test_a_card_is_asking_and_a_sent_form_is_answering():
    with_card()
    with_card(nickname="Second").sends(wants="Later, please.")
    found = counts(count_taking_part)
    assert (found["asked"], found["sent"], found["took_part"]) == ((2, 2), (1, 2), (0, 2))
    assert counts(count_taking_part, NEXT)["asked"] == (0, 0)


def test_what_is_asked_back_was_not_sent():
    a = with_card()
    response = a.sends(wants="Later, please.")
    Response.objects.filter(pk=response.pk).update(take_back_asked_at=MONDAY)
    assert counts(count_taking_part)["sent"] == (0, 1)


def test_coming_is_taking_part_and_not_this_time_is_declining():
    came, stayed = with_card(), with_card(nickname="Second")
    record_took_part(came.fresh(), how="phone-or-video", by=came.worker, now=MEETING_AT)
    record_took_part(stayed.fresh(), how="not-this-time", by=stayed.worker, now=MEETING_AT)
    assert counts(count_taking_part)["took_part"] == (1, 2)
    assert counts(count_asked)["declined"] == (1, 2)


def test_not_this_time_beforehand_is_declining_unless_they_came_after_all():
    a = with_card()
    choose_how(a.fresh(), choices=["not-this-time"], now=MONDAY)
    assert counts(count_asked)["declined"] == (1, 1)
    record_took_part(a.fresh(), how="all-of-it", by=a.worker, now=MEETING_AT)
    assert counts(count_asked)["declined"] == (0, 1)


def test_no_safe_way_yet_is_said_and_a_later_card_ends_it():
    a = booked()
    decide_telling(
        a.invitation,
        telling=Telling(safe="not_yet", decided_by="Sam Lead", review_on=MONDAY.date(), reason="Not alone"),
        adults=(),
        by=a.worker,
        now=MONDAY,
    )
    assert counts(count_asked)["no_safe_way"] == (1, 1)
    assert counts(count_taking_part)["asked"] == (0, 1)


def test_two_meetings_of_one_young_person_count_once():
    a = with_card()
    participant = a.fresh().participant
    with_card(invitation={"participant": participant}, starts_at=MEETING_AT + DAY)
    assert Ticket.objects.count() == 2
    assert counts(count_taking_part)["asked"] == (1, 1)


def test_a_cancelled_meeting_is_not_counted():
    a = with_card()
    cancel_meeting(a.meeting, by=a.worker, now=MONDAY)
    assert counts(count_taking_part)["asked"] == (0, 0)


def test_told_counts_when_the_promised_day_falls_in_the_window():
    """28 days are promised after the meeting of 3 December: the day falls on 31 December."""
    in_time, late, never = with_card(), with_card(nickname="Second"), with_card(nickname="Third")
    assert counts(count_taking_part)["told"] == (0, 3)
    told(in_time, days=2)
    told(late, days=40)
    assert never.fresh().ticket.told_back_on is None
    assert counts(count_taking_part)["told"] == (1, 3)
    assert counts(count_promises)["told_on_time"] == (1, 3)
    assert counts(count_promises, NEXT)["told_on_time"] == (0, 0)


def test_early_meetings_count_though_names_and_words_have_gone_before_the_freeze():
    first = dt.datetime(2026, 10, 1, 16, tzinfo=LONDON)
    before = first - 3 * DAY
    a = with_card(starts_at=first, now=before)
    response = a.sends(wants="Later, please.", now=before)
    record_took_part(a.fresh(), how="all-of-it", by=a.worker, now=first)
    record_copied(response, by=a.worker, now=first)
    after = QUARTER[1] + dt.timedelta(days=6)
    forget_old_words(now=after)
    forget_old_meetings(now=after)
    assert not Invitation.objects.exists()
    found = counts(count_taking_part)
    assert (found["asked"], found["sent"], found["took_part"]) == ((1, 1), (1, 1), (1, 1))


def test_what_is_counted_is_always_accepted_by_the_protection():
    for number in range(22):
        a = with_card(nickname=f"Young {number}")
        if number % 2:
            a.sends(wants="Later, please.")
        if number % 3 == 0:
            record_took_part(a.fresh(), how="all-of-it", by=a.worker, now=MEETING_AT)
        if number % 5 == 1:
            choose_how(a.fresh(), choices=["not-this-time"], now=MONDAY)
    found = [*count_asked(*QUARTER), *count_taking_part(*QUARTER), *count_promises(*QUARTER)]
    steps = [Step(each.name, each.label, each.count, each.of) for each in found]
    figures = protect_steps(steps, secret=b"s" * 32, rules=PROMISED)
    assert figures
    assert all(figure.count % 5 == 0 and figure.n_shown == 20 for figure in figures)
