"""The one place where releases ask for answers: those that no earlier release has used (rule 12)."""

import datetime as dt
from collections.abc import Iterator

from surveys.releases.enums import Counted
from surveys.releases.models import Contribution, Programme
from surveys.responses.domain.counting import CountingRow, rows_to_count

USED = (Counted.TOTAL, Counted.EVERYONE)


def answers_not_used(programme: Programme, form: str, *, sent_before: dt.datetime) -> Iterator[CountingRow]:
    """Late and rolled-forward answers are in here too: there is a close, but no start."""
    return rows_to_count(
        forms=[form],
        questionnaire=programme.questionnaire,
        sent_before=sent_before,
        already=Contribution.objects.filter(characteristic__in=USED).values("response_id"),
    )
