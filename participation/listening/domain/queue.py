"""Who reads what, by when: every sent response without a reading (D13)."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts.models import User
from participation.listening.domain import rota
from participation.listening.domain.due import due_at, is_late
from participation.listening.domain.needed import Needed, needed_for
from participation.listening.domain.signals import find_signals
from participation.listening.domain.walls import Walls
from participation.listening.enums import Access, StepKind
from participation.listening.models import Alert, AlertStep, Listener, NotThem, Reading
from participation.listening.permissions import is_safeguarding_lead
from participation.listening.registry import name_tickets
from surveys.questionnaires.enums import FormKind
from surveys.responses.models import ChangeRequest, Response, Words

CANNOT_WAIT = "Cannot wait"


@dataclass(frozen=True)
class QueueItem:
    response: Response
    who: str
    due: dt.datetime
    late: bool
    overdue: bool
    first_because: tuple[str, ...] = field(default=())
    asks_change: bool = False
    read_by: str = ""
    needs: tuple[Needed, ...] = ()
    tell_first: bool = False

    @property
    def id(self) -> UUID:
        return self.response.pk

    @property
    def order(self) -> tuple[object, ...]:
        """Unread before read by another; what cannot wait before the rest; then by due time (S13)."""
        return (bool(self.read_by), not self.first_because, self.due, self.response.sent_at, str(self.id))


def queue_for(user: User, *, now: dt.datetime) -> list[QueueItem]:
    """Everything that waits for this person, first things first."""
    found = list(_within_reach(user, now=now))
    walls = Walls(found, now=now)
    return sorted(_items(found, walls=walls, user=user), key=lambda item: item.order)


def item_of(response: Response, *, user: User, now: dt.datetime) -> QueueItem | None:
    """The same facts about one response, for the page on which it is read. None where it is not for this person."""
    return next(iter(_items([response], walls=Walls([response], now=now), user=user)), None)


def _items(found: list[Response], *, walls: Walls, user: User) -> list[QueueItem]:
    access = {response.pk: walls.access(user, response) for response in found}
    waiting = [response for response in found if access[response.pk] != Access.NONE]
    facts = _Facts(waiting, walls=walls, user=user)
    return [facts.item(response, access=access[response.pk]) for response in waiting]


def unread() -> QuerySet[Response]:
    """Named: everything sent (S13). Unnamed: what has words. And wishes to change or take back (S5)."""
    words = Words.objects.filter(answer__response=OuterRef("pk"))
    asks = ChangeRequest.objects.filter(response=OuterRef("pk"), seen_at__isnull=True)
    read = Reading.objects.filter(response=OuterRef("pk"))
    to_read = Q(ticket__isnull=False) | ~Q(respondent_key="") | Exists(words)
    return Response.objects.filter(Exists(asks) | Q(~Exists(read)) & to_read, words_gone_at__isnull=True)


def _within_reach(user: User, *, now: dt.datetime) -> QuerySet[Response]:
    named = Listener.objects.filter(ticket=OuterRef("ticket"), user_id=user.pk)
    mine_to_hear = named.filter(hear_by__gte=now)
    already = Reading.objects.filter(response=OuterRef("pk"), reader_id=user.pk)
    refused = NotThem.objects.filter(user_id=user.pk).values("ticket")
    everything = rota.is_on_duty(user, now=now) or is_safeguarding_lead(user)
    still_mine = Response.objects.filter(Exists(mine_to_hear), ~Exists(already), form=FormKind.BEFORE)
    reach = unread() if everything else unread().filter(Exists(named))
    found = Response.objects.filter(Q(pk__in=reach.values("pk")) | Q(pk__in=still_mine.values("pk")))
    return found.exclude(ticket__in=refused).select_related("ticket", "version__questionnaire")


class _Facts:
    """All that the items need, in a fixed number of queries."""

    def __init__(self, waiting: list[Response], *, walls: Walls, user: User) -> None:
        self.walls = walls
        tickets = {response.ticket_id for response in waiting if response.ticket_id}
        ids = [response.pk for response in waiting]
        self.signals = find_signals(ids)
        self.talks = _tickets_with_open_alert(tickets)
        self.asking = set(
            ChangeRequest.objects.filter(response_id__in=ids, seen_at__isnull=True).values_list(
                "response_id", flat=True
            )
        )
        self.names = name_tickets(tickets)
        self.needed = needed_for(waiting, user=user, now=walls.now)

    def item(self, response: Response, *, access: Access) -> QueueItem:
        meeting_at = self.walls.meeting_time(response)
        due = due_at(response.sent_at, meeting_at)
        late = is_late(response.sent_at, meeting_at)
        readings = self.walls.readings.get(response.pk, [])
        item = QueueItem(
            response=response,
            who=(response.ticket_id and self.names.get(response.ticket_id)) or _nameless(response),
            due=due,
            late=late,
            overdue=due < self.walls.now,
            first_because=tuple(self._reasons(response, late=late)),
            asks_change=response.pk in self.asking,
            read_by=", ".join(reading.reader.display_name for reading in readings),
            needs=self.needed.get(response.pk, ()),
        )
        return _name_first(item) if access == Access.TELL_FIRST else item

    def _reasons(self, response: Response, *, late: bool) -> Iterable[str]:
        yield from self.signals.get(response.pk, ())
        if response.was_watched == "yes":
            yield "Was being watched or told what to put"
        if response.ticket_id in self.talks:
            yield "Asked to talk to someone"
        if late:
            yield "Came after the last reading time"


def _name_first(item: QueueItem) -> QueueItem:
    """Without anything that the young person ticked, asked or wrote: that is seen once they know who reads."""
    urgent = (CANNOT_WAIT,) if item.first_because or item.asks_change else ()
    return replace(item, tell_first=True, first_because=urgent, asks_change=False, needs=())


def _tickets_with_open_alert(tickets: set[UUID]) -> set[UUID]:
    closed = AlertStep.objects.filter(alert=OuterRef("pk"), kind=StepKind.CLOSED)
    alerts = Alert.objects.filter(~Exists(closed), ticket_id__in=tickets)
    return {ticket for ticket in alerts.values_list("ticket_id", flat=True) if ticket}


def _nameless(response: Response) -> str:
    return f"Someone aged {response.get_band_display()}" if response.band else "Someone"
