"""What waits for a member of staff on the desk."""

from dataclasses import dataclass
from datetime import date, datetime

from accounts.models import User
from participation.influence.models import YouSaid
from participation.influence.permissions import can_write_replies


@dataclass(frozen=True)
class Waiting:
    """A line on the desk; `text` says what to do, `due` is the day that passed."""

    text: str
    url_name: str
    url_args: tuple[object, ...]
    due: date | None
    late: bool = True


def waiting_for(user: User, now: datetime) -> list[Waiting]:
    """Replies whose day has passed: the person's own, and for those who write replies all of them."""
    rows = YouSaid.objects.overdue(now=now).order_by("due", "id")
    if not can_write_replies(user):
        return []
    mine_first = sorted(rows.only("id", "due", "owner_id", "said"), key=lambda row: row.owner_id != user.pk)
    return [Waiting(text=row.said, url_name="work_change", url_args=(row.pk,), due=row.due) for row in mine_first]
