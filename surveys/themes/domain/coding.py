"""Sorting texts into themes: two people, each alone, one text at a time, in an order that says nothing."""

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.db.models import TextChoices
from django.utils import timezone

from accounts.models import User
from core import audit
from surveys.responses.models import Answer
from surveys.themes.domain.agreeing import FIRST_LOOKS, LOOKS_AT_MOST, agreed
from surveys.themes.domain.gathering import texts_in, window_of
from surveys.themes.domain.walls import NotForYou, may_open
from surveys.themes.models import AgreedThemes, Coding, ThemeSet

SAID_FROM = 10  # fewer texts than the floor, and nothing is said of them
SOON = dt.timedelta(days=14)  # words that go soon are read first


class Changed(Exception):
    """The themes were changed, or the text is settled: the page is shown again as it is now."""


class Frozen(Exception):
    """The window is frozen; nothing more is sorted."""


class Progress(TextChoices):
    """How far a window is sorted: in words, never as a number (rule 14)."""

    FEW = "few", "Not enough texts yet to say how far we are"
    NOT_BEGUN = "not_begun", "Two people have not yet sorted the same texts"
    UNDER_HALF = "under_half", "Under half is sorted by two people"
    OVER_HALF = "over_half", "Over half is sorted by two people"
    DONE = "done", "All that is here is sorted by two people"


def progress_of(themes: ThemeSet, *, now: dt.datetime) -> Progress:
    window = window_of(themes, now=now)
    total = texts_in(window).count() if window else 0
    if total < SAID_FROM:
        return Progress.FEW
    done = AgreedThemes.objects.filter(set=themes, answer__in=texts_in(window)).count() if window else 0
    if done in (0, total):
        return Progress.DONE if done else Progress.NOT_BEGUN
    return Progress.OVER_HALF if 2 * done > total else Progress.UNDER_HALF


def next_text(themes: ThemeSet, *, by: User, now: dt.datetime) -> Answer | None:
    """The next text this person has not looked at and that fewer than two people have."""
    looks = _looks(themes)
    waiting = [
        answer
        for answer in _texts(themes, now=now)
        if len(looks[answer.pk]) < FIRST_LOOKS and by.pk not in looks[answer.pk]
    ]
    return _first_allowed(waiting, by=by, now=now)


def next_difference(themes: ThemeSet, *, by: User, now: dt.datetime) -> Answer | None:
    """The next text on which two people differ: a third looks at it, or one of the two looks again."""
    looks = _looks(themes)
    done = set(AgreedThemes.objects.filter(set=themes).values_list("answer_id", flat=True))
    waiting = [
        answer for answer in _texts(themes, now=now) if len(looks[answer.pk]) >= FIRST_LOOKS and answer.pk not in done
    ]
    return _first_allowed(waiting, by=by, now=now)


def find_text(themes: ThemeSet, answer_id: UUID, *, now: dt.datetime) -> Answer | None:
    window = window_of(themes, now=now)
    return texts_in(window).filter(pk=answer_id).first() if window else None


@transaction.atomic
def code_text(
    themes: ThemeSet, answer: Answer, *, chosen: Iterable[str], edition: int, by: User, now: dt.datetime
) -> AgreedThemes | None:
    """One person's look; looking again replaces it. Gives what stands, if two agree.

    Raises NotForYou, Frozen, Changed (other themes by now, or somebody else was the second a moment ago).
    """
    themes = ThemeSet.objects.select_for_update().get(pk=themes.pk)
    if themes.edition != edition:
        raise Changed
    if window_of(themes, now=now) is None:
        raise Frozen
    if not may_open(by, answer):
        raise NotForYou
    if AgreedThemes.objects.filter(set=themes, answer=answer).exists():
        raise Changed
    known = {str(theme.pk) for theme in themes.themes.all()}
    mine = sorted(known.intersection(chosen))
    others = Coding.objects.filter(set=themes, answer=answer).exclude(coder=by)
    if others.count() >= LOOKS_AT_MOST:
        raise Changed
    Coding.objects.update_or_create(
        set=themes, answer=answer, coder=by, defaults={"themes": mine, "coded_on": timezone.localdate(now)}
    )
    audit.record("themes.text_sorted", actor=by, subject=themes, now=now)
    return _settle(themes, answer)


@transaction.atomic
def undo_last(themes: ThemeSet, answer: Answer, *, by: User, now: dt.datetime) -> bool:
    """Takes back one's own look, and what stood because of it. Then the text comes round again."""
    themes = ThemeSet.objects.select_for_update().get(pk=themes.pk)
    if window_of(themes, now=now) is None:
        raise Frozen
    gone, _ = Coding.objects.filter(set=themes, answer=answer, coder=by).delete()
    if gone:
        AgreedThemes.objects.filter(set=themes, answer=answer).delete()
        audit.record("themes.look_taken_back", actor=by, subject=themes, now=now)
    return bool(gone)


def looks_at(themes: ThemeSet, answer: Answer) -> list[Coding]:
    """Without a name and in no order of time."""
    return list(Coding.objects.filter(set=themes, answer=answer).order_by("id"))


def _settle(themes: ThemeSet, answer: Answer) -> AgreedThemes | None:
    looks = [frozenset(look.themes) for look in Coding.objects.filter(set=themes, answer=answer)]
    stands = agreed(looks)
    if stands is None:
        return None
    return AgreedThemes.objects.create(set=themes, answer=answer, themes=sorted(stands))


def _texts(themes: ThemeSet, *, now: dt.datetime) -> list[Answer]:
    window = window_of(themes, now=now)
    return list(texts_in(window)) if window else []


def _looks(themes: ThemeSet) -> dict[UUID, set[UUID]]:
    found: dict[UUID, set[UUID]] = defaultdict(set)
    for answer_id, coder_id in Coding.objects.filter(set=themes).values_list("answer_id", "coder_id"):
        found[answer_id].add(coder_id)
    return found


def _first_allowed(waiting: list[Answer], *, by: User, now: dt.datetime) -> Answer | None:
    ordered = sorted(waiting, key=lambda answer: (not _goes_soon(answer, now), place_for(answer, by)))
    return next((answer for answer in ordered if may_open(by, answer)), None)


def _goes_soon(answer: Answer, now: dt.datetime) -> bool:
    until = answer.response.words_until
    return until is not None and until <= timezone.localdate(now + SOON)


def place_for(answer: Answer, by: User) -> bytes:
    """A different shuffle for each person, the same each time: coming back shows the same text again."""
    return hashlib.sha256(answer.pk.bytes + by.pk.bytes).digest()
