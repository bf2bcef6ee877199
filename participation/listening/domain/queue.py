"""Who reads what, by when: every sent response without a reading (D13)."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts.models import User
from participation.listening.domain import rota
from participation.listening.domain.due import due_at, is_late
from participation.listening.domain.needed import Needed, needed_for
from participation.listening.domain.signals import find_signals
from participation.listening.domain.walls import meeting_from
from participation.listening.enums import StepKind
from participation.listening.models import Alert, AlertStep, Listener, NotThem, Reading
from participation.listening.permissions import is_safeguarding_lead
from participation.listening.registry import name_tickets
from surveys.questionnaires.enums import FormKind
from surveys.responses.models import ChangeRequest, Response, Words


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

    @property
    def id(self) -> UUID:
        return self.response.pk

    @property
    def order(self) -> tuple[object, ...]:
        """Unread before read by another; what cannot wait before the rest; then by due time (S13)."""
        return (bool(self.read_by), not self.first_because, self.due, self.response.sent_at, str(self.id))


def queue_for(user: User, *, now: dt.datetime) -> list[QueueItem]:
    """Everything that waits for this person, first things first."""
    waiting = list(_within_reach(user, now=now))
    facts = _Facts(waiting, user=user, now=now)
    items = [facts.item(response, now=now) for response in waiting]
    if is_safeguarding_lead(user) and not rota.is_on_duty(user, now=now):
        items = [item for item in items if _lead_sees(item, user=user, facts=facts, now=now)]
    return sorted(items, key=lambda item: item.order)


def item_of(response: Response, *, user: User, now: dt.datetime) -> QueueItem:
    """The same facts about one response, for the page on which it is read."""
    return _Facts([response], user=user, now=now).item(response, now=now)


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


def _lead_sees(item: QueueItem, *, user: User, facts: "_Facts", now: dt.datetime) -> bool:
    """The lead steps in when it is overdue or when nobody else may read it."""
    response = item.response
    if item.overdue or facts.is_named(response):
        return True
    return not facts.has_other_reader(response, on_duty={person.pk for person in rota.on_duty(now=now)})


class _Facts:
    """All that the items need, in a fixed number of queries."""

    def __init__(self, waiting: list[Response], *, user: User, now: dt.datetime) -> None:
        self.user = user
        tickets = {response.ticket_id for response in waiting if response.ticket_id}
        ids = [response.pk for response in waiting]
        self.listeners = list(Listener.objects.filter(ticket_id__in=tickets).select_related("user"))
        self.refused = set(NotThem.objects.filter(ticket_id__in=tickets).values_list("ticket_id", "user_id"))
        self.signals = find_signals(ids)
        self.talks = _tickets_with_open_alert(tickets)
        self.asking = set(
            ChangeRequest.objects.filter(response_id__in=ids, seen_at__isnull=True).values_list(
                "response_id", flat=True
            )
        )
        self.readings: dict[UUID, list[Reading]] = {}
        for reading in Reading.objects.filter(response_id__in=ids).select_related("reader"):
            self.readings.setdefault(reading.response_id, []).append(reading)
        self.names = name_tickets(tickets)
        self.needed = needed_for(waiting, user=user, now=now)

    def item(self, response: Response, *, now: dt.datetime) -> QueueItem:
        meeting_at = meeting_from(self._hear_by(response))
        due = due_at(response.sent_at, meeting_at)
        late = is_late(response.sent_at, meeting_at)
        return QueueItem(
            response=response,
            who=(response.ticket_id and self.names.get(response.ticket_id)) or _nameless(response),
            due=due,
            late=late,
            overdue=due < now,
            first_because=tuple(self._reasons(response, late=late)),
            asks_change=response.pk in self.asking,
            read_by=", ".join(reading.reader.display_name for reading in self.readings.get(response.pk, [])),
            needs=self.needed.get(response.pk, ()),
        )

    def is_named(self, response: Response) -> bool:
        return any(one.ticket_id == response.ticket_id and one.user_id == self.user.pk for one in self.listeners)

    def has_other_reader(self, response: Response, *, on_duty: set[object]) -> bool:
        named = {one.user_id for one in self.listeners if one.ticket_id == response.ticket_id and one.user.is_active}
        return any((response.ticket_id, person) not in self.refused for person in named | on_duty)

    def _hear_by(self, response: Response) -> dt.datetime | None:
        if response.form != FormKind.BEFORE:
            return None
        return next(
            (one.hear_by for one in self.listeners if one.ticket_id == response.ticket_id and one.hear_by),
            None,
        )

    def _reasons(self, response: Response, *, late: bool) -> Iterable[str]:
        yield from self.signals.get(response.pk, ())
        if response.was_watched == "yes":
            yield "Was being watched or told what to put"
        if response.ticket_id in self.talks:
            yield "Asked to talk to someone"
        if late:
            yield "Came after the last reading time"


def _tickets_with_open_alert(tickets: set[UUID]) -> set[UUID]:
    closed = AlertStep.objects.filter(alert=OuterRef("pk"), kind=StepKind.CLOSED)
    alerts = Alert.objects.filter(~Exists(closed), ticket_id__in=tickets)
    return {ticket for ticket in alerts.values_list("ticket_id", flat=True) if ticket}


def _nameless(response: Response) -> str:
    return f"Someone aged {response.get_band_display()}" if response.band else "Someone"
