"""Who may open which row. Every door of listening asks here, mail included."""

import datetime as dt
from collections.abc import Iterable
from uuid import UUID

from django.db.models import Exists, OuterRef

from accounts.models import Role, RoleGrant, User
from participation.listening.domain import rota
from participation.listening.domain.due import BEFORE_MEETING, due_at
from participation.listening.enums import Access, Part
from participation.listening.models import Alert, LaterReader, Listener, NotThem, Reading
from participation.listening.permissions import LISTENING_ROLES
from surveys.questionnaires.enums import FormKind
from surveys.responses.models import Response


def safeguarding_leads() -> list[User]:
    return [user for user in User.objects.with_role(Role.SAFEGUARDING_LEAD) if user.is_active]


def meeting_from(hear_by: dt.datetime | None) -> dt.datetime | None:
    return hear_by + BEFORE_MEETING if hear_by else None


class Walls:
    """The facts about some responses and who may open which of them now, in a fixed number of queries.

    A person reads who has a turn (the worker and the chair of the card, the rota of the day, the lead when it is
    overdue, alerted or nobody else's) and whose name the young person was given (S7). Against "not them" nobody
    does (S10). Somebody with a turn and without a name tells it first; the rota only where no lead who was named can
    step in for those who cannot read or have not, so that as few as possible come to know (S13).
    """

    def __init__(self, responses: Iterable[Response], *, now: dt.datetime) -> None:
        responses = list(responses)
        tickets = {response.ticket_id for response in responses if response.ticket_id}
        self.now = now
        self.on_duty = rota.on_duty(now=now)
        self.leads = safeguarding_leads()
        self.listeners: dict[UUID, list[Listener]] = {}
        self._may_listen: set[UUID] = set()
        roles = RoleGrant.objects.filter(user=OuterRef("user"), role__in=LISTENING_ROLES)
        named = Listener.objects.filter(ticket_id__in=tickets).select_related("user").annotate(has_role=Exists(roles))
        for one in named.order_by("part", "id"):
            self.listeners.setdefault(one.ticket_id, []).append(one)
            if one.user.is_active and one.has_role:
                self._may_listen.add(one.pk)
        self.readings: dict[UUID, list[Reading]] = {}
        for reading in Reading.objects.filter(response__in=responses).select_related("reader"):
            self.readings.setdefault(reading.response_id, []).append(reading)
        self._refused = set(NotThem.objects.filter(ticket_id__in=tickets).values_list("ticket_id", "user_id"))
        self._told = set(LaterReader.objects.filter(response__in=responses).values_list("response_id", "reader_id"))
        self._alerted = set(Alert.objects.filter(response__in=responses).values_list("response_id", flat=True))

    def access(self, user: User, response: Response) -> Access:
        if self._is_refused(user, response) or response.words_gone_at:
            return Access.NONE
        if any(reading.reader_id == user.pk for reading in self.readings.get(response.pk, ())):
            return Access.READ
        if self._is_named(user, response):
            return Access.READ if self._has_turn(user, response) else Access.NONE
        return Access.TELL_FIRST if self._may_come_later(user, response) else Access.NONE

    def workers(self, response: Response) -> list[User]:
        """The worker of the card, if they may open it."""
        return self._welcome(self._here(response, Part.READS), response)

    def named(self, response: Response) -> list[User]:
        """The worker and the chair of the card, if they may open it."""
        return self._welcome(self._here(response, *Part), response)

    def readers(self, response: Response) -> list[User]:
        """The rota of the day as far as it may open this."""
        return self._welcome(self.on_duty, response)

    def leads_for(self, response: Response) -> list[User]:
        return [user for user in self.leads if not self._is_refused(user, response)]

    def is_left_alone(self, response: Response) -> bool:
        """Nobody whom the young person was told about can read it now."""
        return not self._has_reader(response) and not self._has_lead(response)

    def meeting_time(self, response: Response) -> dt.datetime | None:
        """When the answers are needed; only what is sent for the meeting has one."""
        if response.form != FormKind.BEFORE:
            return None
        return meeting_from(next((one.hear_by for one in self._listeners(response) if one.hear_by), None))

    def _has_turn(self, user: User, response: Response) -> bool:
        return user in self.on_duty or self._listens(user, response) or self._lead_may(user, response)

    def _may_come_later(self, user: User, response: Response) -> bool:
        if self._listens(user, response) or (response.ticket_id and self._lead_may(user, response)):
            return True
        stuck = self._is_overdue(response) or not self._has_reader(response)
        return stuck and not self._has_lead(response) and (user in self.on_duty or user in self.leads)

    def _lead_may(self, user: User, response: Response) -> bool:
        if user not in self.leads:
            return False
        return self._is_overdue(response) or response.pk in self._alerted or not self._has_reader(response)

    def _is_overdue(self, response: Response) -> bool:
        return due_at(response.sent_at, self.meeting_time(response)) < self.now

    def _has_reader(self, response: Response) -> bool:
        """Whether anyone but the safeguarding lead reads today."""
        return any(self._is_known(user, response) for user in [*self._here(response, *Part), *self.on_duty])

    def _has_lead(self, response: Response) -> bool:
        return any(self._is_known(user, response) for user in self.leads)

    def _is_known(self, user: User, response: Response) -> bool:
        return self._is_named(user, response) and not self._is_refused(user, response)

    def _is_named(self, user: User, response: Response) -> bool:
        return str(user.pk) in response.readers_named or (response.pk, user.pk) in self._told

    def _is_refused(self, user: User, response: Response) -> bool:
        return (response.ticket_id, user.pk) in self._refused

    def _welcome(self, users: Iterable[User], response: Response) -> list[User]:
        return [user for user in users if self.access(user, response) != Access.NONE]

    def _listens(self, user: User, response: Response) -> bool:
        return any(one.user_id == user.pk for one in self._listeners(response))

    def _here(self, response: Response, *parts: Part) -> list[User]:
        """Named on the card, still here and in a role that listens."""
        return [one.user for one in self._listeners(response) if one.pk in self._may_listen and one.part in parts]

    def _listeners(self, response: Response) -> list[Listener]:
        return self.listeners.get(response.ticket_id, []) if response.ticket_id else []


def access_to(response: Response, *, user: User, now: dt.datetime) -> Access:
    return Walls([response], now=now).access(user, response)


def can_read(user: User, response: Response, *, now: dt.datetime) -> bool:
    return access_to(response, user=user, now=now) == Access.READ


def is_named_reader(user: User, response: Response, *, now: dt.datetime) -> bool:
    """The named worker of the card, if the young person did not say no and knows their name."""
    walls = Walls([response], now=now)
    return user in walls.workers(response) and walls.access(user, response) == Access.READ
