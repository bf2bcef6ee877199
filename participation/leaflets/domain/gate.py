"""What has to be right before words go out to children: the blockers of S27, on every path to "live"."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError

from core.models import Council
from core.wording import Finding, check_text, passages

if TYPE_CHECKING:
    from participation.leaflets.models.care import CaredForPage

CONTACTS_GOOD_FOR = timedelta(days=365)
LOUD_WORDS = (
    "exploit",
    "abuse",
    "cse",
    "cce",
    "police",
    "safeguard",
    "social care",
    "social work",
    "trafficking",
    "grooming",
)
"""What a title or an address does not say: both stay in a browser's history (D22, AC-4)."""


class NotReady(ValidationError):
    """The page stays a draft. `messages` are plain sentences for the editor."""


def word_findings(page: CaredForPage) -> list[Finding]:
    """All findings on a page's words, blockers first. Contact blocks may hold numbers, quotes any words."""
    texts = list(passages(page.body.get_prep_value()))
    audience = page.reading_audience
    found = check_text("\n".join(page.all_words()), audience)
    for part in texts:
        if part.kind == "quoted":
            found += check_text(part.text, audience, quoted=True)
        elif part.kind == "contact":
            found += [one for one in check_text(part.text, audience) if one.rule != "R11" and one.blocks]
    return sorted(found, key=lambda one: not one.blocks)


def blockers(page: CaredForPage, *, today: date) -> list[str]:
    """Why the page cannot go live, in plain words; empty when it can."""
    reasons = [finding.message for finding in word_findings(page) if finding.blocks]
    reasons += [*_quiet_names(page), *_contacts(page, today=today), *_pictures(page.body.get_prep_value())]
    return list(dict.fromkeys([*reasons, *page.more_blockers()]))


def _quiet_names(page: CaredForPage) -> list[str]:
    names = f"{page.title} {page.seo_title} {page.slug.replace('-', ' ')}".lower()
    return [
        f"The title or address says “{word}”. It stays in the browser's history: choose a neutral one."
        for word in LOUD_WORDS
        if any(part.startswith(word) for part in names.split()) or (" " in word and word in names)
    ]


def _contacts(page: CaredForPage, *, today: date) -> list[str]:
    """The page's own day, else the day on which the council's help numbers were last rung (R10)."""
    whole_page = page.contacts_reviewed_on or Council.current().contacts_reviewed_on
    blocks = [block["value"] for block in page.body.get_prep_value() if block["type"] == "contact"]
    rung = [whole_page, *(_day(block.get("reviewed_on")) or whole_page for block in blocks)]
    if any(day is None for day in rung):
        return ["Say on which day somebody last rang the help numbers on this page."]
    if any(day + CONTACTS_GOOD_FOR < today for day in rung if day):
        return ["The help numbers were last rung more than a year ago. Ring them again and put in the day."]
    return []


def _day(stored: Any) -> date | None:
    return date.fromisoformat(stored) if isinstance(stored, str) and stored else stored or None


def _pictures(stored: list[dict[str, Any]]) -> list[str]:
    bare = [block for block in stored if block["type"] == "image" and not (block["value"].get("alt") or "").strip()]
    return ["Say in words what each picture shows, for people who cannot see it."] if bare else []
