"""Six past quarters and the one that is open: 32 invitations each, 18 to 24 answers (domain.md §7.5); and the years."""

import datetime as dt
import random

from django.utils import timezone

from core.age_bands import AgeBand, ReadingLevel
from home.demo.cast import NICKNAMES, SEED
from home.demo.chance import dice_for, seeded_code
from home.demo.invited import (
    Adults,
    Card,
    YoungPerson,
    answer,
    book_and_invite,
    give_card,
    hold_and_tell,
    read,
)
from home.demo.longer import Longer
from home.demo.stage import Stage
from home.demo.when import at
from participation.meetings.models import Invitation, Participant
from surveys.questionnaires.enums import FormKind
from surveys.releases.domain.freezing import freeze_window
from surveys.releases.domain.sharing import share
from surveys.releases.domain.windows import (
    make_quarter_windows,
    quarter_bounds,
    quarter_of,
    quarterly_programme,
)
from surveys.releases.domain.years import make_year_window, yearly_programme
from surveys.releases.models import Release, Window

PAST, INVITED = 6, 32
ANSWERED = (24, 22, 18, 23, 21, 24)
BANDS = (AgeBand.B8_11, *[AgeBand.B12_15] * 4, *[AgeBand.B16_17] * 3, *[AgeBand.B18_25] * 2)
HOMES = ("family", "foster", "home", "own place")
BOOKED_OVER, TO_MEETING, TO_SEND, TO_READ, TO_REPLY = 60, 10, 3, 1, 4  # days
UNREAD_FOR = dt.timedelta(days=1)


def make_windows(*, now: dt.datetime) -> list[Window]:
    """The six past windows, oldest first, then the open one."""
    year, quarter = quarter_of(timezone.localdate(now))
    for _ in range(PAST):
        year, quarter = (year - 1, 4) if quarter == 1 else (year, quarter - 1)
    first = timezone.localdate(quarter_bounds(year, quarter)[0])
    for day in (first, timezone.localdate(now)):
        make_year_window(yearly_programme(), first=day)
    return make_quarter_windows(quarterly_programme(), first=first, count=PAST + 1)


def play_quarter(stage: Stage, window: Window, *, number: int) -> None:
    answering = ANSWERED[number] if number < len(ANSWERED) else 20
    dice = dice_for(SEED, "quarter", number)
    will_answer = set(dice.sample(range(INVITED), answering))
    for person in range(INVITED):
        _play_one(stage, window, number=number, person=person, answers=person in will_answer)


def freeze_quarter(stage: Stage, window: Window) -> Release | None:
    """By the same job as ever, seven days after the close. None where it is not due or too few answered.

    With the last quarter of a reporting year the year is frozen: what its quarters did not tell, group by group.
    """
    release = _freeze(stage, window)
    for year in yearly_programme().windows.filter(closes_at=window.closes_at):
        _freeze(stage, year)
    return release


def _freeze(stage: Stage, window: Window) -> Release | None:
    due = window.closes_at + dt.timedelta(days=7, hours=6)
    if due > stage.now:
        return None
    outcome = freeze_window(window, now=due, by=stage.people["participation_worker"])
    if not isinstance(outcome, Release):
        return None
    for audience in ("subgroup:vyp", "champions"):
        share(outcome, audience, by=stage.people["participation_worker"], now=due)
    return outcome


def _play_one(stage: Stage, window: Window, *, number: int, person: int, answers: bool) -> None:
    dice = dice_for(SEED, number, person)
    booked = at(timezone.localdate(window.opens_at) + dt.timedelta(days=dice.randint(0, BOOKED_OVER)), 9)
    if booked > stage.now:
        return
    adults = _adults(stage, person)
    young = _young_person(person)
    meets = at(booked.date() + dt.timedelta(days=TO_MEETING), dice.choice((15, 16)))
    known = _known(adults, person)
    invitation = book_and_invite(young, adults, starts_at=meets, booked_at=booked, dice=dice, known=known)
    give_card(invitation, Card(code=seeded_code(number, person)), adults=adults, at=booked)
    if answers:
        longer = Longer.if_taken(SEED, person, round=number)
        _say_and_hear(stage, invitation, adults, booked=booked, meets=meets, dice=dice, longer=longer)


def _say_and_hear(
    stage: Stage,
    invitation: Invitation,
    adults: Adults,
    *,
    booked: dt.datetime,
    meets: dt.datetime,
    dice: random.Random,
    longer: Longer | None,
) -> None:
    sent = at(booked.date() + dt.timedelta(days=TO_SEND), dice.choice((12, 13, 17)))
    _answer_and_read(stage, invitation, FormKind.BEFORE, sent=sent, dice=dice, longer=longer)
    reply = at(meets.date() + dt.timedelta(days=1), 11)
    if reply + dt.timedelta(days=1) > stage.now:
        return
    hold_and_tell(invitation, adults=adults, at=reply, dice=dice)
    _answer_and_read(
        stage, invitation, FormKind.AFTER, sent=at(meets.date() + dt.timedelta(days=TO_REPLY), 16), dice=dice
    )


def _answer_and_read(
    stage: Stage,
    invitation: Invitation,
    form: FormKind,
    *,
    sent: dt.datetime,
    dice: random.Random,
    longer: Longer | None = None,
) -> None:
    if sent > stage.now:
        return
    response = answer(invitation, form, at=sent, dice=dice, longer=longer)
    reading = at(sent.date() + dt.timedelta(days=TO_READ), 10)
    if reading < stage.now - UNREAD_FOR:
        read(response, by=stage.people["reader"], at=reading)


def _adults(stage: Stage, person: int) -> Adults:
    ours = person % 4 != 3  # every fourth young person has the other worker and the other chair
    worker, chair = ("meeting_worker", "chair") if ours else ("other_worker", "other_chair")
    return Adults(stage.council, stage.people[worker], stage.people[chair])


def _young_person(person: int) -> YoungPerson:
    level = ReadingLevel.EASY_READ if person % 9 == 8 else ReadingLevel.STANDARD
    return YoungPerson(NICKNAMES[person], BANDS[person % len(BANDS)], level, HOMES[person % len(HOMES)])


def _known(adults: Adults, person: int) -> Participant | None:
    """The same young person as last quarter, under the same key (rule 8)."""
    rows = Participant.objects.filter(worker=adults.worker).order_by("created_at", "id")
    return next((row for row in rows if row.nickname.open() == NICKNAMES[person]), None)
