"""Whether words were read in time: exact, for the freeze only, which protects the count before anyone sees it."""

import datetime as dt
from collections.abc import Iterator
from uuid import UUID

from django.db.models import Exists, Min, OuterRef, Q

from participation.listening.domain.due import due_at, is_late
from participation.listening.domain.walls import meeting_from
from participation.listening.models import Listener
from surveys.questionnaires.enums import FormKind
from surveys.releases.registry import ExactCount
from surveys.responses.models import Response, Words

READ_ON_TIME = "Their words were read in time"
LONGEST_WAIT = dt.timedelta(days=14)  # one working day, over the longest run of days off


def count_read_on_time(opens_at: dt.datetime, closes_at: dt.datetime) -> Iterator[ExactCount]:
    """Out of the young people whose words had to be read in the window; in time means every time (S13, S14)."""
    kept: dict[str, bool] = {}
    for response, meeting_at, read_at in _to_read(opens_at - LONGEST_WAIT, closes_at):
        due = _deadline(response.sent_at, meeting_at)
        if opens_at <= due < closes_at:
            in_time = read_at is not None and read_at <= due
            kept[response.counting_key] = kept.get(response.counting_key, True) and in_time
    yield ExactCount("read_on_time", READ_ON_TIME, sum(kept.values()), len(kept))


def _deadline(sent_at: dt.datetime, meeting_at: dt.datetime | None) -> dt.datetime:
    """A late answer interrupts the chair: the promise is that it is read before the meeting begins."""
    if meeting_at is not None and is_late(sent_at, meeting_at):
        return max(sent_at, meeting_at)
    return due_at(sent_at, meeting_at)


def _to_read(
    since: dt.datetime, until: dt.datetime
) -> Iterator[tuple[Response, dt.datetime | None, dt.datetime | None]]:
    """Each response a person has to read, when its meeting was, and when it was first read.

    Once the words are gone the link to the card is too: then the working day alone is the measure.
    """
    words = Words.objects.filter(answer__response=OuterRef("pk"))
    named = Q(ticket__isnull=False) | ~Q(respondent_key="") | Q(words_gone_at__isnull=False)
    rows = Response.objects.filter(named | Exists(words), sent_at__gte=since, sent_at__lt=until)
    rows = rows.annotate(first_read=Min("readings__read_at"))
    times: dict[UUID | None, dt.datetime | None] = dict(
        Listener.objects.filter(ticket__responses__in=rows.values("pk"), hear_by__isnull=False).values_list(
            "ticket_id", "hear_by"
        )
    )
    for response in rows:
        hear_by = times.get(response.ticket_id) if response.form == FormKind.BEFORE else None
        yield response, meeting_from(hear_by), response.first_read
