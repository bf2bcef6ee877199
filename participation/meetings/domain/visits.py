"""What only a visit can settle (S3). A press on the child's page stops nothing by itself."""

import datetime as dt

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, Q

from accounts.models import Role, User
from core import audit
from core.mail import send_neutral
from participation.listening.models import NotThem
from participation.meetings.enums import VisitReason, VisitResult
from participation.meetings.models import Invitation, VisitTask

from .cards import stop_card
from .taking_part import people_to_tell


def ask_for_visit(invitation: Invitation, *, reason: VisitReason, now: dt.datetime) -> VisitTask:
    """One open task for each reason, however often it is pressed; the worker gets a neutral message."""
    try:
        with transaction.atomic():
            task = VisitTask.objects.create(invitation=invitation, reason=reason, raised_at=now)
    except IntegrityError:
        return VisitTask.objects.get(invitation=invitation, reason=reason, done_at=None)
    audit.record("visit.asked", subject=invitation, detail={"reason": reason.value}, now=now)
    send_neutral(to=[user.email for user in people_to_tell(invitation, now=now)], now=now)
    return task


@transaction.atomic
def settle_visit(task: VisitTask, *, result: VisitResult, by: User, now: dt.datetime) -> None:
    """The worker spoke with the young person. Only here, and only if chosen, is a card stopped."""
    if result == VisitResult.STOPPED:
        stop_card(task.invitation, by=by, now=now)
    task.result, task.done_at, task.done_by = result, now, by
    task.save()
    audit.record("visit.settled", actor=by, subject=task.invitation, detail={"result": result.value}, now=now)


def open_visits_for(user: User) -> list[tuple[VisitTask, str]]:
    """Open tasks with the young person's nickname. Where the worker is "not them", the lead's list has it."""
    tasks = VisitTask.objects.filter(done_at=None).select_related("invitation__meeting", "invitation__participant")
    refused_worker = Exists(
        NotThem.objects.filter(ticket=OuterRef("invitation__ticket"), user=OuterRef("invitation__meeting__worker"))
    )
    mine = Q(invitation__meeting__worker=user) & ~Q(refused_worker)
    if user.has_role(Role.SAFEGUARDING_LEAD):
        refused_me = Exists(NotThem.objects.filter(ticket=OuterRef("invitation__ticket"), user=user))
        mine |= Q(refused_worker) & ~Q(refused_me)
    return [(task, task.invitation.participant.nickname.open()) for task in tasks.filter(mine)]
