"""Someone wants to be heard now: raised, delivered, acknowledged, acted on, told, closed (domain §5.3)."""

import datetime as dt
from collections.abc import Iterable

from django.db import IntegrityError, transaction

from accounts.models import User
from core import audit
from core.models import Council
from participation.listening.domain.assignments import say_not_them
from participation.listening.domain.ears import can_see_alert
from participation.listening.domain.holds import hold_for, let_go
from participation.listening.domain.readings import NotForYou
from participation.listening.domain.telling import tell_of_alert
from participation.listening.domain.working_time import add_working_minutes
from participation.listening.enums import STATES, Route, Source, StepKind, Urgency
from participation.listening.models import Alert, AlertStep
from surveys.responses.models import Response, Ticket

ACKNOWLEDGE_IN = {Urgency.NOT_SAFE_NOW: 15, Urgency.TALK: 60, Urgency.CONCERN: 60}  # working minutes


class NotSafeNowNotOffered(Exception):
    """The council has set no number that a person answers (S16)."""


class CannotCloseYet(Exception):
    """Carries the plain reasons."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__("; ".join(reasons))
        self.reasons = reasons


class AlreadyClosed(Exception):
    """A closed alert takes no more steps."""


def raise_alert(
    *,
    source: Source,
    urgency: Urgency,
    route: Route = Route.WORKER,
    about: str = "",
    safe_contact: str = "",
    first_name: str = "",
    ticket: Ticket | None = None,
    response: Response | None = None,
    by: User | None = None,
    not_them: Iterable[User] = (),
    once: str,
    now: dt.datetime,
) -> Alert:
    """Idempotent by `once`; needs no sent survey. Raises NotSafeNowNotOffered (S16)."""
    if stored := Alert.objects.filter(once=once).first():
        return stored
    council = Council.current()
    if urgency == Urgency.NOT_SAFE_NOW and not council.not_safe_now_phone:
        raise NotSafeNowNotOffered
    alert = Alert(
        council=council, ticket=ticket, response=response, source=source, urgency=urgency, route=route,
        about=about, safe_contact=safe_contact, first_name=first_name, raised_at=now, raised_by=by, once=once,
    )  # fmt: skip
    try:
        return _store(alert, not_them=list(not_them), now=now)
    except IntegrityError:
        if stored := Alert.objects.filter(once=once).first():  # the other of two presses was first
            return stored
        raise


@transaction.atomic
def _store(alert: Alert, *, not_them: list[User], now: dt.datetime) -> Alert:
    if alert.council._state.adding:
        alert.council.save()
    alert.save()
    if alert.ticket and not_them:
        say_not_them(alert.ticket, users=not_them, now=now)
    hold_for(alert, now=now)
    _add_step(alert, StepKind.RAISED, by=alert.raised_by, now=now)
    audit.record("alert.raised", actor=alert.raised_by, subject=alert, detail={"source": alert.source}, now=now)
    tell_of_alert(alert, now=now)
    return alert


def _add_step(
    alert: Alert,
    kind: StepKind,
    *,
    by: User | None,
    now: dt.datetime,
    happened_at: dt.datetime | None = None,
    note: str = "",
    who_told: str = "",
    child_told: bool | None = None,
) -> AlertStep:
    step = AlertStep(
        alert=alert, kind=kind, at=now, happened_at=happened_at or now, by=by,
        note=note, who_told=who_told, child_told=child_told,
    )  # fmt: skip
    step.save()
    return step


def add_once(alert: Alert, kind: StepKind, *, by: User | None, now: dt.datetime) -> bool:
    """Adds a step that exists once at most. False when somebody else was first."""
    if AlertStep.objects.filter(alert=alert, kind=kind).exists():
        return False
    try:
        with transaction.atomic():
            _add_step(alert, kind, by=by, now=now)
    except IntegrityError:
        return False
    return True


def acknowledge(alert: Alert, *, by: User, now: dt.datetime) -> AlertStep:
    """The first named person has it; whoever comes second gets that person's step back. Raises NotForYou."""
    _check(alert, by=by, now=now)
    if add_once(alert, StepKind.ACKNOWLEDGED, by=by, now=now):
        audit.record("alert.acknowledged", actor=by, subject=alert, detail={}, now=now)
    return AlertStep.objects.select_related("by").get(alert=alert, kind=StepKind.ACKNOWLEDGED)


@transaction.atomic
def record_step(
    alert: Alert,
    *,
    kind: StepKind,
    by: User,
    now: dt.datetime,
    note: str,
    happened_at: dt.datetime | None = None,
    who_told: str = "",
    child_told: bool | None = None,
) -> AlertStep:
    """What was thought, done or said. Raises NotForYou, AlreadyClosed."""
    _check(alert, by=by, now=now)
    if state_of(alert) == StepKind.CLOSED:
        raise AlreadyClosed
    add_once(alert, StepKind.ACKNOWLEDGED, by=by, now=now)
    step = _add_step(
        alert,
        kind,
        by=by,
        now=now,
        happened_at=happened_at,
        note=note,
        who_told=who_told,
        child_told=child_told,
    )
    audit.record("alert.step", actor=by, subject=alert, detail={"kind": kind.value}, now=now)
    return step


@transaction.atomic
def close(alert: Alert, *, by: User, now: dt.datetime) -> AlertStep:
    """Raises CannotCloseYet: an action, who was told, when, and the young person told or why not."""
    _check(alert, by=by, now=now)
    if missing := missing_to_close(alert):
        raise CannotCloseYet(missing)
    if add_once(alert, StepKind.CLOSED, by=by, now=now):
        audit.record("alert.closed", actor=by, subject=alert, detail={}, now=now)
        let_go(alert, by=by, now=now)
    return AlertStep.objects.get(alert=alert, kind=StepKind.CLOSED)


def missing_to_close(alert: Alert) -> list[str]:
    if alert.source == Source.DRILL:
        return [] if _has(alert, StepKind.ACKNOWLEDGED) else ["Nobody has said that they have it."]
    steps = list(alert.steps.all())
    actions = [step for step in steps if step.kind == StepKind.ACTION]
    told = [step for step in steps if step.kind == StepKind.CHILD_TOLD]
    reasons = []
    if not any(step.note for step in actions):
        reasons.append("Write down what was done, and when.")
    if not any(step.who_told for step in actions):
        reasons.append("Write down who was told.")
    if not any(step.child_told or step.note for step in told):
        reasons.append("Write down that the young person was told, or why not.")
    return reasons


def _has(alert: Alert, kind: StepKind) -> bool:
    return AlertStep.objects.filter(alert=alert, kind=kind).exists()


def state_of(alert: Alert) -> StepKind:
    """The furthest step so far; escalation is beside it, not part of it."""
    kinds = {step.kind for step in alert.steps.all()}
    return max((kind for kind in STATES if kind in kinds), key=STATES.index, default=StepKind.RAISED)


def acknowledge_by(alert: Alert) -> dt.datetime:
    """An hour of working time, a quarter of one for "not safe now"."""
    return add_working_minutes(alert.raised_at, ACKNOWLEDGE_IN[Urgency(alert.urgency)])


def _check(alert: Alert, *, by: User, now: dt.datetime) -> None:
    if not can_see_alert(by, alert, now=now):
        raise NotForYou
