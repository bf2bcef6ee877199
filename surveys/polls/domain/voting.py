"""One ballot: counters go up, and nothing else is written. Who pressed, and what with what, is kept nowhere."""

import datetime as dt
import secrets
from collections.abc import Callable, Mapping

from django.db import transaction
from django.db.models import F, Q

from surveys.polls.domain.splits import categories_of
from surveys.polls.enums import State
from surveys.polls.models import UNSAID, Counter, Poll

MARK = 1 << 40  # two of these name a set of ballots; a sum over a million of them still fits


class Shut(Exception):
    """The poll has closed since this page was opened. Nothing was counted."""


class CountedAlready(Exception):
    """This page was sent before. It counted once."""


@transaction.atomic
def vote(poll: Poll, *, category: str, chosen: Mapping[str, str], use_up: Callable[[], bool], now: dt.datetime) -> None:
    """Raises Shut, CountedAlready. `use_up` takes the page's one-time token and says whether it was there.

    Unknown and missing answers are "did not say": every ballot counts once for every question. The lock on
    the poll makes ballots wait for one another, so that none is lost and a second press finds its token gone.
    """
    locked = Poll.objects.select_for_update().get(pk=poll.pk)
    if locked.state != State.OPEN:
        raise Shut
    if not use_up():
        raise CountedAlready
    names = [name for name, _ in categories_of(locked)]
    place = category if category in names else names[-1]
    cells = Q()
    for question, _, options in locked.questions:
        known = {name for name, _ in options}
        option = chosen.get(question, UNSAID)
        cells |= Q(question=question, option=option if option in known else UNSAID)
    one, two = secrets.randbelow(MARK), secrets.randbelow(MARK)
    Counter.objects.filter(cells, poll=locked, category=place).update(
        count=F("count") + 1, mark_one=F("mark_one") + one, mark_two=F("mark_two") + two
    )
