"""Where each invitation stands, for lists. Nothing here opens an answer; it only sees that there is one."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone

from accounts.models import User
from participation.listening.models import NotThem
from participation.meetings.enums import News
from participation.meetings.models import Invitation, Meeting
from surveys.questionnaires.enums import FormKind
from surveys.responses.models import Draft, Response

from .telling import reasons_to_wait, to_look_at_again

A_PAGE = 20
STATES = {
    "coming": "Coming up",
    "telling": "To tell in person",
    "reply": "Waiting for a reply",
    "all": "All",
}


@dataclass(frozen=True)
class Stage:
    """`kind` is the fill of the chip; `next` the name of the page where the worker goes on, or nothing."""

    text: str
    kind: str = ""
    next: str = ""


@dataclass(frozen=True)
class Row:
    """One invitation in a list."""

    invitation: Invitation
    nickname: str
    stage: Stage
    is_kept_from_me: bool = False
    has_statement: bool = False


def with_everybody(meetings: QuerySet[Meeting]) -> QuerySet[Meeting]:
    """What a list or a page needs of meetings, in a steady number of queries."""
    invitations = Invitation.objects.select_related("participant", "ticket")
    return meetings.select_related("council", "worker", "chair").prefetch_related(Prefetch("invitations", invitations))


def meetings_of(user: User) -> QuerySet[Meeting]:
    return Meeting.objects.filter(Q(worker=user) | Q(chair=user))


def list_meetings(user: User, *, state: str, number: str | None, now: dt.datetime) -> Page[Meeting]:
    """One page of this person's meetings. A move or cancellation nobody was told of is on every list (S1)."""
    untold = Exists(Invitation.objects.filter(meeting=OuterRef("pk"), needs_telling=True))
    unanswered = Exists(Invitation.objects.filter(meeting=OuterRef("pk"), told_in_person_at=None, ticket__isnull=False))
    wanted = {
        "coming": Q(starts_at__gte=_midnight(now)) & ~Q(news=News.CANCELLED),
        "telling": Q(),
        "reply": Q(starts_at__lt=now) & Q(unanswered) & ~Q(news=News.CANCELLED),
    }
    meetings = with_everybody(meetings_of(user))
    if state == "telling":
        meetings = meetings.filter(untold)
    elif state in wanted:
        meetings = meetings.filter(wanted[state] | Q(untold))
    newest_first = ("-starts_at", "id") if state in ("reply", "all") else ("starts_at", "id")
    return Paginator(meetings.order_by(*newest_first), A_PAGE).get_page(number)


def how_many_untold(user: User) -> int:
    found = meetings_of(user).aggregate(n=Count("invitations", filter=Q(invitations__needs_telling=True)))
    return int(found["n"])


def rows_of(meetings: Iterable[Meeting], *, user: User, now: dt.datetime) -> dict[UUID, list[Row]]:
    """For each meeting its invitations with where they stand; two queries, however many."""
    everyone = [(meeting, invitation) for meeting in meetings for invitation in meeting.invitations.all()]
    tickets = [invitation.ticket_id for _, invitation in everyone if invitation.ticket_id]
    sent = set(Response.objects.filter(ticket__in=tickets, form=FormKind.BEFORE).values_list("ticket_id", flat=True))
    begun = set(Draft.objects.filter(ticket__in=tickets, form=FormKind.BEFORE).values_list("ticket_id", flat=True))
    hidden = set(NotThem.objects.filter(ticket__in=tickets, user_id=user.pk).values_list("ticket_id", flat=True))
    rows: dict[UUID, list[Row]] = {}
    for meeting, invitation in everyone:
        invitation.meeting = meeting
        shown_sent, shown_begun = sent - hidden, begun - hidden
        stage = stage_of(
            invitation,
            was_sent=invitation.ticket_id in shown_sent,
            was_begun=invitation.ticket_id in shown_begun,
            now=now,
        )
        row = Row(
            invitation=invitation,
            nickname=invitation.participant.nickname.open(),
            stage=stage,
            is_kept_from_me=invitation.ticket_id in hidden,
            has_statement=invitation.ticket_id in shown_sent,
        )
        rows.setdefault(meeting.pk, []).append(row)
    return rows


def stage_of(invitation: Invitation, *, was_sent: bool, was_begun: bool, now: dt.datetime) -> Stage:
    """The one thing to know now; what has to be told in person comes before all else."""
    meeting, ticket = invitation.meeting, invitation.ticket
    if invitation.needs_telling:
        return Stage(f"Tell them in person: {meeting.get_news_display().lower()}", "rose")
    if meeting.is_cancelled:
        return Stage("Not happening", "ink")
    if invitation.told_in_person_at is not None:
        return Stage("Told what came of it", "mint", "outcome_editor")
    if not invitation.was_given:
        return _before_a_card(invitation, now=now)
    if now >= meeting.starts_at:
        return Stage("Tell them what came of it", "sun", "outcome_editor")
    if was_sent:
        return Stage("Sent", "mint", "statement")
    if was_begun:
        return Stage("Started, not sent", "sky")
    if ticket is not None and ticket.opened_at is not None:
        return Stage("Card opened", "sky")
    return Stage("Card made")


def _before_a_card(invitation: Invitation, *, now: dt.datetime) -> Stage:
    if to_look_at_again(invitation, today=timezone.localdate(now)):
        return Stage("Look again today: is it safe to tell?", "rose", "safe_to_tell")
    if invitation.safe_to_tell == "not_yet":
        return Stage("Not safe to tell yet", "lilac", "safe_to_tell")
    if reasons_to_wait(invitation):
        return Stage("Decide: is it safe to tell?", "sun", "safe_to_tell")
    return Stage("Ready for a card", "sun", "card")


def _midnight(now: dt.datetime) -> dt.datetime:
    return timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
