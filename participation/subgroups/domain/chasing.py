"""What nobody read or answered in time goes further by itself: each step once for each time it was asked."""

from datetime import datetime
from functools import partial

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import gettext

from accounts.models import Role, User
from core.fields import Sealed
from core.mail import send_neutral
from core.row_by_row import row_by_row
from core.sealing import CannotOpen
from core.working_days import working_day_after
from participation.subgroups.domain.challenge_people import readers_of
from participation.subgroups.domain.challenge_steps import locked, move
from participation.subgroups.domain.young import participation_workers, supporters_of
from participation.subgroups.enums import ChallengeState
from participation.subgroups.enums import ChallengeStepKind as Step
from participation.subgroups.models import Challenge, ChallengeStep, YoungNote
from participation.subgroups.registry import pass_on

JOB = "chase groups"


def chase_groups(*, now: datetime) -> int:
    """Safe to run at any time and twice. Returns how many reminders were new."""
    today = timezone.localdate(now)
    unread = Challenge.objects.filter(state=ChallengeState.NEW, read_by__lt=now)
    owed = Challenge.objects.filter(state__in=ChallengeState.owed(), answer_by__lt=today)
    new = row_by_row(_pass_on, _worries(), job=JOB, now=now)
    lying = YoungNote.objects.filter(worried_at__isnull=False, passed_on_at__isnull=True)
    new += row_by_row(_pass_on_note, lying, job=JOB, now=now)
    new += row_by_row(partial(_chase, step=Step.LATE_READING), unread, job=JOB, now=now)
    new += row_by_row(partial(_chase, step=Step.OVERDUE), owed, job=JOB, now=now)
    waiting = YoungNote.objects.filter(
        ready_at__isnull=False, agreed_at__isnull=True, withdrawn_at__isnull=True, chased_at__isnull=True
    )
    return new + row_by_row(_chase_note, waiting, job=JOB, now=now)


def _worries() -> QuerySet[Challenge]:
    """Questions with a worry that nobody has passed on yet."""
    told = ChallengeStep.objects.filter(
        challenge=OuterRef("challenge"), kind=Step.PASSED_ON, number__gt=OuterRef("number")
    )
    worried = ChallengeStep.objects.filter(~Exists(told), challenge=OuterRef("pk"), kind=Step.WORRIED)
    return Challenge.objects.filter(Exists(worried))


@transaction.atomic
def _pass_on(challenge: Challenge, *, now: datetime) -> int:
    """The words as they are now; where they were taken back meanwhile, that is what is told."""
    row = locked(challenge.pk)
    worried = row.steps.filter(kind=Step.WORRIED).select_related("by").order_by("-number").first()
    if worried is None or row.steps.filter(kind=Step.PASSED_ON, number__gt=worried.number).exists():
        return 0
    pass_on(_said(row.words, row.why_again), by=worried.by, once=f"challenge-{row.pk.hex}-{worried.number}", now=now)
    move(row, Step.PASSED_ON, by=None, now=now)
    return 1


@transaction.atomic
def _pass_on_note(note: YoungNote, *, now: datetime) -> int:
    row = YoungNote.objects.select_for_update(of=("self",)).select_related("worried_by").get(pk=note.pk)
    if row.worried_at is None or row.passed_on_at is not None:
        return 0
    once = f"note-{row.pk.hex}-{row.worried_at:%Y%m%d%H%M%S}"
    pass_on(_said(row.words), by=row.worried_by, once=once, now=now)
    row.passed_on_at = now
    row.save(update_fields=["passed_on_at"])
    return 1


def _said(*sealed: Sealed) -> str:
    """Never empty: whoever hears of a worry is always told something."""
    try:
        words = "\n\n".join(part for each in sealed if (part := each.open()))
    except CannotOpen:
        return gettext("What the person wrote cannot be opened. Ask the reader who was worried.")
    return words or gettext("The person has taken back what they wrote. Ask the reader who was worried.")


@transaction.atomic
def _chase(challenge: Challenge, *, step: Step, now: datetime) -> int:
    row = locked(challenge.pk)
    if row.state not in ChallengeState.owed() or _is_chased(row, step):
        return 0
    if step == Step.LATE_READING and row.state != ChallengeState.NEW:
        return 0
    move(row, step, by=None, now=now)
    if step == Step.LATE_READING:
        told = [*readers_of(row, now=now), *_leads()]
    else:
        told = [row.answerer] if row.answerer else participation_workers()
    send_neutral(to=[each.email for each in told if each.is_active], now=now)
    return 1


def _is_chased(row: Challenge, step: Step) -> bool:
    """Once for each asking, and once more for each new day that was given."""
    fresh = (Step.ASKED, Step.REOPENED) if step == Step.LATE_READING else (Step.ASKED, Step.REOPENED, Step.NAMED)
    for kind in row.steps.order_by("-number").values_list("kind", flat=True):
        if kind == step:
            return True
        if kind in fresh:
            return False
    return False


@transaction.atomic
def _chase_note(note: YoungNote, *, now: datetime) -> int:
    """The supporter has one working day to read it; then the participation workers hear that something waits."""
    row = YoungNote.objects.select_for_update().select_related("writer", "subgroup").get(pk=note.pk)
    if row.ready_at is None or row.chased_at or working_day_after(row.ready_at) >= now:
        return 0
    row.chased_at = now
    row.save(update_fields=["chased_at"])
    told = [*supporters_of(row.writer, row.subgroup, now=now), *participation_workers()]
    send_neutral(to=[each.email for each in told], now=now)
    return 1


def _leads() -> list[User]:
    return list(User.objects.with_role(Role.SAFEGUARDING_LEAD))
