"""A test alert, once a month: does the channel work, and how long does it take?"""

import datetime as dt
from dataclasses import dataclass
from uuid import uuid4

from participation.listening.domain.alerts import raise_alert
from participation.listening.enums import Route, Source, StepKind, Urgency
from participation.listening.models import Alert


@dataclass(frozen=True)
class DrillReport:
    alert: Alert
    delivered_after: dt.timedelta | None
    acknowledged_after: dt.timedelta | None

    @property
    def delivered_words(self) -> str:
        return _words(self.delivered_after, otherwise="not delivered")

    @property
    def acknowledged_words(self) -> str:
        return _words(self.acknowledged_after, otherwise="not picked up yet")


def _words(after: dt.timedelta | None, *, otherwise: str) -> str:
    if after is None:
        return otherwise
    seconds = int(after.total_seconds())
    return f"{seconds} seconds" if seconds < 120 else f"{seconds // 60} minutes"


def raise_drill(*, now: dt.datetime) -> Alert:
    """An alert like any other, marked as a drill; it says so to whoever opens it."""
    return raise_alert(
        source=Source.DRILL, urgency=Urgency.TALK, route=Route.SOMEONE_ELSE, once=f"drill:{uuid4()}", now=now
    )


def report_drills(*, last: int = 12) -> list[DrillReport]:
    drills = Alert.objects.filter(source=Source.DRILL).prefetch_related("steps")[:last]
    return [
        DrillReport(drill, _after(drill, StepKind.DELIVERED), _after(drill, StepKind.ACKNOWLEDGED)) for drill in drills
    ]


def _after(drill: Alert, kind: StepKind) -> dt.timedelta | None:
    at = next((step.at for step in drill.steps.all() if step.kind == kind), None)
    return at - drill.raised_at if at else None
