"""A group's meeting: the packs on the table, the decisions asked (three at most), and what was decided."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Prefetch, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.plain_words import clean_words
from participation.influence.domain.recommendations import write_recommendation
from participation.influence.domain.shown import ShownRecommendation, recommendations_of, shown, title_of
from participation.influence.enums import CameFrom, Verdict
from participation.influence.models import TEXT_MAX, WHO_MAX, Recommendation
from participation.subgroups.models import MOST_DECISIONS, DecisionAsked, Subgroup, SubgroupMeeting
from surveys.releases.domain.sharing import line_of
from surveys.releases.models import Release


class MeetingRefused(Exception):
    """`reason` says in plain words why it cannot be so, and what to do."""

    def __init__(self, reason: str) -> None:
        super().__init__("A meeting of a group could not be changed so.")
        self.reason = reason


class MeetingChanged(Exception):
    """Somebody else saved this meeting first; nothing was overwritten."""


@dataclass(frozen=True)
class ShownDecision:
    """What the group is asked, where in the pack it comes from, and what it decided; None while it has not."""

    asked: str
    comes_from: str
    meeting_on: date
    decided: ShownRecommendation | None


@transaction.atomic
def plan_meeting(
    group: Subgroup, *, held_on: date, releases: Iterable[Release], by: User | None, now: datetime
) -> SubgroupMeeting:
    meeting = SubgroupMeeting.objects.create(subgroup=group, held_on=held_on, created_at=now)
    meeting.releases.set(releases)
    audit.record("group_meeting.planned", actor=by, subject=meeting, now=now)
    return meeting


@transaction.atomic
def change_meeting(
    meeting: SubgroupMeeting,
    *,
    held_on: date,
    releases: Iterable[Release],
    version: int,
    by: User | None,
    now: datetime,
) -> SubgroupMeeting:
    """Raises MeetingChanged; MeetingRefused when a pack is taken off the table that a decision comes from."""
    row = SubgroupMeeting.objects.select_for_update().get(pk=meeting.pk)
    if row.version != version:
        raise MeetingChanged
    wanted = list(releases)
    if row.decisions.exclude(release__in=wanted).exists():
        raise MeetingRefused(
            _("A decision of this meeting comes from a pack you took off. Take that decision off first.")
        )
    row.held_on, row.version = held_on, row.version + 1
    row.save(update_fields=["held_on", "version"])
    row.releases.set(wanted)
    audit.record("group_meeting.changed", actor=by, subject=row, now=now)
    return row


@transaction.atomic
def ask_decision(
    meeting: SubgroupMeeting,
    *,
    asked: str,
    release: Release,
    measure_id: str = "",
    theme: str = "",
    by: User | None,
    now: datetime,
) -> DecisionAsked:
    """Raises MeetingRefused: three at most, and each from a question or a theme of a pack on the table."""
    locked = SubgroupMeeting.objects.select_for_update().get(pk=meeting.pk)
    taken = set(locked.decisions.values_list("number", flat=True))
    free = next((number for number in range(1, MOST_DECISIONS + 1) if number not in taken), None)
    if free is None:
        raise MeetingRefused(_("Three decisions are enough for one meeting. Take one off first."))
    if not locked.releases.filter(pk=release.pk).exists() or not (measure_id or theme):
        raise MeetingRefused(_("Say which part of a pack on the table this comes from."))
    row = DecisionAsked(
        meeting=locked,
        number=free,
        asked=clean_words(asked, max_chars=TEXT_MAX).strip(),
        release=release,
        measure_id=measure_id,
        theme=clean_words(theme, max_chars=WHO_MAX).strip(),
    )
    row.save(force_insert=True)
    audit.record("group_meeting.decision_asked", actor=by, subject=locked, detail={"number": free}, now=now)
    return row


@transaction.atomic
def take_off_decision(decision: DecisionAsked, *, by: User | None, now: datetime) -> None:
    """Only before it is decided; twice is once. Raises MeetingRefused."""
    row = DecisionAsked.objects.select_for_update().filter(pk=decision.pk).select_related("meeting").first()
    if row is None:
        return
    if row.is_decided:
        raise MeetingRefused(_("This is decided already. You can change the recommendation that came of it."))
    audit.record(
        "group_meeting.decision_taken_off", actor=by, subject=row.meeting, detail={"number": row.number}, now=now
    )
    row.delete()


@transaction.atomic
def decide(decision: DecisionAsked, *, verdict: str, by: User | None, now: datetime, **fields: Any) -> Recommendation:
    """Records the answer; it lives on as a recommendation. Raises NotFit, MeetingRefused when decided before."""
    row = DecisionAsked.objects.select_for_update().select_related("meeting__subgroup").get(pk=decision.pk)
    if row.is_decided:
        raise MeetingRefused(_("Somebody recorded this decision just now. Here is what was written."))
    if verdict not in (Verdict.ACCEPTED, Verdict.PART, Verdict.NOT):
        raise MeetingRefused(_("Choose yes, in part, or no."))
    made = write_recommendation(
        text=row.asked,
        came_from=CameFrom.GROUP,
        verdict=verdict,
        release_id=row.release_id,
        measure_id=row.measure_id,
        theme=row.theme,
        audience_key=row.meeting.subgroup.audience_key,
        by=by,
        now=now,
        **fields,
    )
    row.recommendation = made
    row.save(update_fields=["recommendation"])
    return made


def meetings_of(group: Subgroup) -> QuerySet[SubgroupMeeting]:
    """Newest first, with what each decided, in a fixed number of queries."""
    rows = SubgroupMeeting.objects.filter(subgroup=group).order_by("-held_on", "-created_at", "id")
    packs = Release.objects.select_related("window__programme").defer("content")
    return rows.prefetch_related(Prefetch("releases", packs), "decisions__recommendation")


def decisions_for(group: Subgroup, release: Release, *, now: datetime) -> list[ShownDecision]:
    """The decisions asked about this pack at the next meeting that has it on the table, or at the last one."""
    meeting = _meeting_about(group, release, today=timezone.localdate(now))
    if meeting is None:
        return []
    return shown_decisions(meeting, release=release, now=now)


def shown_decisions(meeting: SubgroupMeeting, *, release: Release | None = None, now: datetime) -> list[ShownDecision]:
    rows = meeting.decisions.select_related("recommendation")
    if release is not None:
        rows = rows.filter(release__in=line_of(release))
    return [as_shown(row, meeting_on=meeting.held_on, now=now) for row in rows]


def as_shown(row: DecisionAsked, *, meeting_on: date, now: datetime) -> ShownDecision:
    decided = shown(row.recommendation, today=timezone.localdate(now)) if row.recommendation else None
    return ShownDecision(row.asked, row.theme or title_of(row.measure_id), meeting_on, decided)


def recommendations_for(group: Subgroup, release: Release, *, now: datetime) -> list[ShownRecommendation]:
    """What the group still has to do, late first, and what was settled in the last hundred days.

    The same for every pack of the group: an old pack must not hide what is late today.
    """
    return recommendations_of(group.audience_key, now=now)


def _meeting_about(group: Subgroup, release: Release, *, today: date) -> SubgroupMeeting | None:
    about = SubgroupMeeting.objects.filter(subgroup=group, releases__in=line_of(release))
    coming = about.filter(held_on__gte=today).order_by("held_on", "created_at").first()
    return coming or about.order_by("-held_on", "-created_at").first()
