"""Putting a frozen release right (rule 13): never changed, replaced as a whole or told beside.

Replaced only if ten children or more have come or gone since. If fewer have, the old and the new held side by
side would be about those few; so a note stands beside the release, and the next window counts what is true by then.
"""

import datetime as dt

from django.db import transaction

from accounts.models import User
from core import audit
from core.plain_words import WordsRefused, clean_words
from surveys.releases.disclosure.content import NOT_ENOUGH
from surveys.releases.domain.freezing import publish_anew
from surveys.releases.domain.making import Made
from surveys.releases.domain.rules import rules_in_force
from surveys.releases.domain.sharing import standing_of
from surveys.releases.domain.sheets import USED_UP
from surveys.releases.domain.task import Task
from surveys.releases.models import Release, ReleaseNote

LONGEST = 300
NEXT = "It is put right in the next summary."


class Replaced(Exception):
    """Another release has taken its place already."""


def correct_release(release: Release, *, reason: str, by: User | None, now: dt.datetime) -> Release | ReleaseNote:
    """Counts again what may be counted today. Raises Replaced, WordsRefused, Busy, Tampered.

    `reason` is read by everyone who reads the release, so it holds no number.
    """
    words = reason_words(reason)
    if release.superseded_by.exists():
        raise Replaced("A corrected summary has taken the place of this one already.")
    task = Task(release.window, now, rules_in_force(), instead_of=release)
    published = publish_anew(task, by=by, if_=lambda made: enough_has_changed(release, made, floor=task.rules.floor))
    standing = standing_of(release)
    return _note(standing, words if published else f"{words} {NEXT}", by=by, now=now, told=published)


def reason_words(reason: str) -> str:
    """Raises WordsRefused: a number here would say how many."""
    words = " ".join(clean_words(reason, max_chars=LONGEST).split())
    if not words:
        raise WordsRefused("Say in a few words what was wrong.")
    if any(sign.isdigit() for sign in words):
        raise WordsRefused("Please say it without numbers. Readers see this, and a number could point at somebody.")
    return words if words[-1] in ".!?" else f"{words}."


def enough_has_changed(release: Release, made: Made, *, floor: int) -> bool:
    """Ten children or more stand in one of the two and not in the other."""
    before = set(release.contributions.filter(counted=True).values_list("response_id", flat=True).distinct())
    after = {
        response_id
        for each in made.sheets
        if each.sheet.state != NOT_ENOUGH
        for response_id, kind in each.count.used()
        if kind != USED_UP
    }
    return len(before ^ after) >= floor


@transaction.atomic
def _note(release: Release, words: str, *, by: User | None, now: dt.datetime, told: bool) -> Release | ReleaseNote:
    note = ReleaseNote(release=release, words=words, written_at=now, written_by=by)
    note.save(force_insert=True)
    audit.record("release.noted", actor=by, subject=release, now=now)
    return release if told else note
