"""What the public page and the packs show of the replies."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils import timezone

from participation.influence.enums import ReplyKind
from participation.influence.models import YouSaid
from surveys.releases.domain.sharing import line_of
from surveys.releases.models import Release

IN_A_PACK = 5


@dataclass(frozen=True)
class Reply:
    """A reply as everyone may read it: texts, days and role words; no person's name, no release, no key."""

    said: str
    kind: str
    did: str
    reason: str
    decided_by: str
    instead: str
    owner_role: str
    due: date | None
    told_on: date | None
    late: bool


def replies_on_the_page() -> QuerySet[YouSaid]:
    """Everything on the page, newest first."""
    return YouSaid.objects.published().newest_first()


def as_reply(you_said: YouSaid, *, today: date) -> Reply:
    return Reply(
        said=you_said.said,
        kind=you_said.kind,
        did=you_said.did if you_said.kind in (ReplyKind.WE_DID, ReplyKind.WE_WILL) else "",
        reason=you_said.reason if you_said.kind == ReplyKind.WE_CANT_BECAUSE else "",
        decided_by=you_said.decided_by if you_said.kind == ReplyKind.WE_CANT_BECAUSE else "",
        instead=you_said.instead if you_said.kind == ReplyKind.WE_CANT_BECAUSE else "",
        owner_role=you_said.owner_role,
        due=you_said.due if you_said.kind in (ReplyKind.OPEN, ReplyKind.WE_WILL) else None,
        told_on=you_said.told_on,
        late=you_said.is_late(today),
    )


def replies_for_release(release: Release, *, now: datetime) -> list[Reply]:
    """At most five published replies to what this release showed: late ones first, then the newest."""
    today = timezone.localdate(now)
    found = [as_reply(row, today=today) for row in replies_on_the_page().filter(release__in=line_of(release))]
    return sorted(found, key=lambda reply: not reply.late)[:IN_A_PACK]
