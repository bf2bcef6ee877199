"""The participation worker makes the themes: eight at most, in plain words, before anybody reads."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from accounts.models import User
from core import audit
from core.wording.checks import check_text
from core.wording.targets import SUBGROUP_SUMMARY
from surveys.themes.models import AgreedThemes, Coding, Theme, ThemeSet
from surveys.themes.models.sets import MOST_THEMES
from surveys.themes.registry import CodingWindow

MENDED_FIRST = frozenset({"R3", "R4", "R12"})  # office words, blame and threats; names of people block anyway


class HasBegun(Exception):
    """People have sorted texts by these themes; changing them would make what was said untrue."""


class ChangedMeanwhile(Exception):
    """Somebody else saved themes for this window a moment ago."""


@dataclass(frozen=True)
class NewTheme:
    name: str
    meaning: str = ""


def faults_of(name: str) -> list[str]:
    """What keeps these words from being the name of a theme, in plain words."""
    findings = check_text(name, SUBGROUP_SUMMARY)
    return [finding.message for finding in findings if finding.blocks or finding.rule in MENDED_FIRST]


def has_begun(themes: ThemeSet) -> bool:
    return Coding.objects.filter(set=themes).exists() or AgreedThemes.objects.filter(set=themes).exists()


@transaction.atomic
def save_themes(window: CodingWindow, new: Sequence[NewTheme], *, edition: int, by: User, now: dt.datetime) -> ThemeSet:
    """All themes of a window at once. `edition` is what the page showed, 0 for none.

    Raises HasBegun, ChangedMeanwhile.
    """
    if not 1 <= len(new) <= MOST_THEMES:
        raise ValueError(f"One theme to {MOST_THEMES}.")
    themes, made = ThemeSet.objects.get_or_create(
        window_id=window.window_id,
        form=window.form,
        defaults={"title": window.title, "made_by": by, "made_at": now},
    )
    themes = ThemeSet.objects.select_for_update().get(pk=themes.pk)
    if edition != (0 if made else themes.edition):
        raise ChangedMeanwhile
    if has_begun(themes):
        raise HasBegun
    themes.themes.all().delete()
    Theme.objects.bulk_create(
        [Theme(set=themes, place=place, name=one.name, meaning=one.meaning) for place, one in enumerate(new, start=1)]
    )
    themes.edition += not made
    themes.save(update_fields=["edition"])
    audit.record("themes.saved", actor=by, subject=themes, detail={"themes": len(new)}, now=now)
    return themes


@transaction.atomic
def start_again(themes: ThemeSet, *, by: User, now: dt.datetime) -> None:
    """Throws away how texts were sorted, so that the themes can be changed. The words stay as they are."""
    themes = ThemeSet.objects.select_for_update().get(pk=themes.pk)
    Coding.objects.filter(set=themes).delete()
    AgreedThemes.objects.filter(set=themes).delete()
    themes.edition += 1
    themes.save(update_fields=["edition"])
    audit.record("themes.started_again", actor=by, subject=themes, now=now)
