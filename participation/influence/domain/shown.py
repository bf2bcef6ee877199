"""Recommendations as a group, a pack or an inspector reads them: late first, then by day, then what is settled."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from participation.influence.enums import CameFrom, DidItFix, Progress, Verdict
from participation.influence.models import Recommendation
from surveys.questionnaires.measures import MEASURES

SETTLED_FOR = timedelta(days=100)  # a little more than a quarter: what was finished since the last pack still shows
GREEN, AMBER, RED, PLAIN = "green", "amber", "red", ""


@dataclass(frozen=True)
class ShownRecommendation:
    """Texts, days and role words only: no person's name and no key.

    `state` is "late", "open", "done" or "no"; `colour` (green, amber, red or none) never stands without `word`.
    """

    text: str
    came_from: str
    verdict: str
    reason: str
    owner_role: str
    due: date | None
    state: str
    colour: str
    word: str
    what_changed: str
    did_it_fix: str
    about: str


def state_of(row: Recommendation, today: date) -> str:
    if row.is_closed:
        return "done"
    if row.verdict == Verdict.NOT:
        return "no"
    return "late" if row.is_late(today) else "open"


def colour_and_word(row: Recommendation, today: date) -> tuple[str, str]:
    """Late is red whatever the owner says of it; a "no" has no colour: it is an answer."""
    match state_of(row, today):
        case "done":
            return GREEN, _("Done")
        case "no":
            return PLAIN, _("We said no")
        case "late":
            return RED, _("Late")
    if row.verdict == Verdict.WAITING:
        return AMBER, _("No answer yet")
    return row.progress, str(Progress(row.progress).label)


def shown(row: Recommendation, *, today: date) -> ShownRecommendation:
    colour, word = colour_and_word(row, today)
    return ShownRecommendation(
        text=row.text,
        came_from=str(CameFrom(row.came_from).label),
        verdict=str(Verdict(row.verdict).label),
        reason=row.reason,
        owner_role=row.owner_role,
        due=row.due,
        state=state_of(row, today),
        colour=colour,
        word=word,
        what_changed=row.what_changed,
        did_it_fix=str(DidItFix(row.did_it_fix).label) if row.did_it_fix else "",
        about=row.theme or title_of(row.measure_id),
    )


def recommendations_of(audience_key: str, *, now: datetime) -> list[ShownRecommendation]:
    """All that is open, and what was settled in the last hundred days. One query."""
    settled_since = now - SETTLED_FOR
    found = Recommendation.objects.filter(audience_key=audience_key).filter(
        Q(closed_at__isnull=True) & ~Q(verdict=Verdict.NOT)
        | Q(closed_at__gte=settled_since)
        | Q(verdict=Verdict.NOT, created_at__gte=settled_since)
    )
    return in_order(found, today=timezone.localdate(now))


def in_order(rows: Iterable[Recommendation], *, today: date) -> list[ShownRecommendation]:
    order = {"late": 0, "open": 1, "done": 2, "no": 3}
    ready = [shown(row, today=today) for row in rows]
    return sorted(ready, key=lambda each: (order[each.state], each.due or date.max))


def title_of(measure_id: str) -> str:
    return next((str(measure.title) for measure in MEASURES if measure.id == measure_id), "")
