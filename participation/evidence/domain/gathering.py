"""One printable set of evidence for a period: from releases and from registers that adults keep, and nothing else.

Words that a young person agreed to have printed in one summary are not printed a second time here (domain 4.4).
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, Q
from django.utils import timezone

from core.audit import first_fault
from core.models import AuditSeal, Council
from core.seals import short_signs
from participation.evidence.domain.period import Period
from participation.influence.domain.page import Reply, as_reply, replies_on_the_page
from participation.influence.domain.shown import ShownRecommendation, in_order, shown
from participation.influence.models import Recommendation
from participation.subgroups.domain.told import Theme, themes_of
from participation.subgroups.models import DecisionAsked
from surveys.releases.disclosure.content import ReleaseContent
from surveys.releases.domain.figures import ShownFigure, shown_figures
from surveys.releases.domain.reach import ShownReach, shown_reach
from surveys.releases.domain.shown import ShownSheet, shown_sheets
from surveys.releases.models import ReachAction, Release, ReleaseNote, Tampered


@dataclass(frozen=True, slots=True)
class Told:
    """What one release says. A release whose seal is broken has no `told`: nothing of it is shown."""

    sheets: tuple[ShownSheet, ...]
    themes: tuple[Theme, ...]
    taking_part: tuple[ShownFigure, ...]
    promises: tuple[ShownFigure, ...]
    reach: ShownReach
    action: str


@dataclass(frozen=True, slots=True)
class Summary:
    """One frozen release, and whether it is still what was frozen."""

    number: int
    release: Release
    title: str
    opens_on: dt.date
    closes_on: dt.date
    seal: str
    corrected_by: str
    told: Told | None


@dataclass(frozen=True, slots=True)
class Decision:
    group: str
    asked: str
    held_on: dt.date
    decided: ShownRecommendation | None


@dataclass(frozen=True, slots=True)
class Record:
    """The record of who did what: how far it is sealed, and whether it still is what was sealed."""

    head: str
    sealed_at: dt.datetime | None
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    period: Period
    councils: tuple[str, ...]
    summaries: tuple[Summary, ...]
    replies: tuple[Reply, ...]
    recommendations: tuple[ShownRecommendation, ...]
    decisions: tuple[Decision, ...]
    notes: tuple[ReleaseNote, ...]
    record: Record

    @property
    def is_empty(self) -> bool:
        return not (self.summaries or self.replies or self.recommendations or self.decisions)


def gather(period: Period, *, now: dt.datetime) -> Evidence:
    """Bounded work: no table of answers is read, and each register is asked once."""
    today = timezone.localdate(now)
    between = (period.opens_at, period.closes_at)
    return Evidence(
        period=period,
        councils=tuple(Council.objects.order_by("name").values_list("name", flat=True)),
        summaries=tuple(_summaries(period)),
        replies=tuple(_replies(period, today)),
        recommendations=tuple(in_order(_recommendations(period), today=today)),
        decisions=tuple(_decisions(period, today)),
        notes=tuple(
            ReleaseNote.objects.filter(written_at__gte=between[0], written_at__lt=between[1])
            .select_related("release")
            .order_by("written_at", "id")
        ),
        record=_record(period),
    )


def _summaries(period: Period) -> list[Summary]:
    """Frozen in the period, oldest first, corrected ones too: an inspector sees what stood before."""
    actions = Prefetch("reach_actions", ReachAction.objects.order_by("number"))
    rows = (
        Release.objects.filter(frozen_at__gte=period.opens_at, frozen_at__lt=period.closes_at)
        .select_related("window__programme")
        .prefetch_related(actions, "superseded_by")
    )
    return [_summary(number, row) for number, row in enumerate(rows.order_by("frozen_at", "ref"), start=1)]


def _summary(number: int, release: Release) -> Summary:
    window = release.window
    later = next(iter(release.superseded_by.all()), None)
    try:
        told = _told(release.verified(), release)
    except Tampered:
        told = None
    return Summary(
        number=number,
        release=release,
        title=window.programme.title,
        opens_on=timezone.localdate(window.opens_at),
        closes_on=timezone.localdate(window.closes_at - dt.timedelta(seconds=1)),
        seal=short_signs(release.signature) if told else "",
        corrected_by=later.ref if later else "",
        told=told,
    )


def _told(content: ReleaseContent, release: Release) -> Told:
    actions = [each.text for each in release.reach_actions.all()]
    return Told(
        sheets=tuple(shown_sheets(content)),
        themes=themes_of([theme for sheet in content.sheets for theme in sheet.themes]),
        taking_part=shown_figures(content.taking_part),
        promises=shown_figures(content.promises),
        reach=shown_reach(content),
        action=actions[-1] if actions else "",
    )


def _replies(period: Period, today: dt.date) -> list[Reply]:
    """Put on the page in the period, or told to young people in it."""
    published = Q(published_at__gte=period.opens_at, published_at__lt=period.closes_at)
    told = Q(told_on__gte=period.first, told_on__lte=period.last)
    return [as_reply(row, today=today) for row in replies_on_the_page().filter(published | told)]


def _recommendations(period: Period) -> Sequence[Recommendation]:
    """Made or closed in the period, and what was open in it: a late one is not lost between two periods."""
    made_by_then = Recommendation.objects.filter(created_at__lt=period.closes_at)
    return list(made_by_then.filter(Q(closed_at=None) | Q(closed_at__gte=period.opens_at)))


def _decisions(period: Period, today: dt.date) -> list[Decision]:
    rows = (
        DecisionAsked.objects.filter(meeting__held_on__gte=period.first, meeting__held_on__lte=period.last)
        .select_related("meeting__subgroup", "recommendation")
        .order_by("meeting__held_on", "meeting__subgroup__name", "number")
    )
    return [
        Decision(
            group=row.meeting.subgroup.name,
            asked=row.asked,
            held_on=row.meeting.held_on,
            decided=shown(row.recommendation, today=today) if row.recommendation else None,
        )
        for row in rows
    ]


def _record(period: Period) -> Record:
    """Checks the seals made in the period; all of it is checked by `manage.py verify_audit`."""
    head = AuditSeal.objects.filter(at__lt=period.closes_at).order_by("-id").first()
    fault = first_fault(since=period.opens_at, until=period.closes_at)
    return Record(short_signs(head.chain) if head else "", head.at if head else None, fault is None)
