"""The one place where releases ask for answers: those that no earlier release has used (rule 12)."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from surveys.releases.domain.plans import characteristics_told
from surveys.releases.domain.rules import asked_rules
from surveys.releases.enums import Cadence, Counted
from surveys.releases.models import Contribution, Release, Window
from surveys.responses.domain.counting import CountingRow, ids_to_count, rows_to_count, said_about_themselves

USED = (Counted.TOTAL, Counted.EVERYONE)


def ways_of(window: Window) -> tuple[str, ...]:
    """What an answer is used up by in this window: the figures for everyone, or a year's breakdowns."""
    if window.programme.cadence != Cadence.YEAR:
        return USED
    return characteristics_told(window, rules=asked_rules())


def answers_not_used(
    window: Window, form: str, *, sent_before: dt.datetime, instead_of: Release | None = None
) -> Iterator[CountingRow]:
    """Late and rolled-forward answers are in here too: there is a close, but no start.

    With `instead_of` the answers of that release count as not used: they are counted again in its place.
    """
    return rows_to_count(**_asked(window, form, sent_before, instead_of))


def ids_not_used(
    window: Window, form: str, *, sent_before: dt.datetime, instead_of: Release | None = None
) -> Iterator[UUID]:
    """The same answers in the same order, by their ids alone."""
    return ids_to_count(**_asked(window, form, sent_before, instead_of))


def told_about_themselves(window: Window) -> bytes:
    """A mark of the answers that groups are made from: a child may have said who they are on another form."""
    return said_about_themselves(sent_before=window.closes_at)


def _asked(window: Window, form: str, sent_before: dt.datetime, instead_of: Release | None) -> Mapping[str, Any]:
    used = Contribution.objects.filter(form=form, characteristic__in=ways_of(window), superseded=False)
    if instead_of is not None:
        used = used.exclude(release=instead_of)
    return {
        "forms": [form],
        "questionnaire": window.programme.questionnaire,
        "sent_before": sent_before,
        "already": used.values("response_id"),
    }
