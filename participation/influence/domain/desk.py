"""What waits for a member of staff on the desk."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from accounts.models import User
from participation.influence.models import Recommendation, YouSaid
from participation.influence.permissions import can_write_replies


@dataclass(frozen=True)
class Waiting:
    """A line on the desk; `text` says what to do, `due` is the day that passed, `how` what to do without a page."""

    text: str
    url_name: str
    url_args: tuple[object, ...]
    due: date | None
    late: bool = True
    how: str = ""


def waiting_for(user: User, now: datetime) -> list[Waiting]:
    """What is past its day: a person's own, and for those who write replies all replies and recommendations."""
    if not can_write_replies(user):
        return _owned(user, now)
    rows = YouSaid.objects.overdue(now=now).order_by("due", "id")
    late = Recommendation.objects.overdue(now=now).order_by("due", "id")
    mine_first = sorted(rows.only("id", "due", "owner_id", "said"), key=lambda row: row.owner_id != user.pk)
    owned_first = sorted(late.only("id", "due", "owner_id", "text"), key=lambda row: row.owner_id != user.pk)
    replies = [Waiting(text=row.said, url_name="work_change", url_args=(row.pk,), due=row.due) for row in mine_first]
    return replies + [Waiting(row.text, "work_recommendation", (row.pk,), row.due) for row in owned_first]


def _owned(user: User, now: datetime) -> list[Waiting]:
    """Somebody who owns a recommendation and does not write here: they tell the worker what they did."""
    rows = Recommendation.objects.overdue(now=now).filter(owner=user).order_by("due", "id")
    how = _("Tell the participation worker what was done, or which day is possible: they write it down here.")
    return [Waiting(row.text, "", (), row.due, how=how) for row in rows.only("id", "due", "text")]
