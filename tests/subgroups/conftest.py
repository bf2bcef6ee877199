"""A sealed release with every measure of a pack, shared with a group."""

from dataclasses import replace
from typing import Any

import pytest
from django.utils import timezone

from participation.subgroups.domain.shelf import share_with_group
from participation.subgroups.models import Subgroup
from surveys.questionnaires.measures import MEASURES, measures_for
from surveys.releases.disclosure.content import (
    NOT_ENOUGH,
    SHOWN,
    PublishedCell,
    PublishedFigure,
    PublishedGroup,
    PublishedGrouping,
    PublishedQuote,
    PublishedReach,
    PublishedSheet,
    PublishedTable,
)
from surveys.releases.models import Release
from tests.factories.releases import frozen_release, quarter_window
from tests.factories.subgroups import group as new_group

COUNTS = {"understood": (20, 5, 0, 0), "listened": (10, 10, 5, 0), "had_control": (5, 15, 5, 5)}


def sheet(form: str, n_shown: int = 25) -> PublishedSheet:
    """Every measure of a form, with figures for everyone."""
    tables = []
    for measure in measures_for(form):
        names = [*measure.groups, ("did-not-say", "Did not say")]
        counts = COUNTS.get(measure.id, (15, 5, 5, 0))[: len(names)]
        cells = tuple(PublishedCell(id, label, count) for (id, label), count in zip(names, counts, strict=False))
        tables.append(
            PublishedTable(measure.id, 1, str(measure.title), "everyone", "", n_shown, measure.group_ids[0], cells)
        )
    return PublishedSheet(form, SHOWN, n_shown, tuple(tables))


def whole_release(year: int = 2026, quarter: int = 3) -> Release:
    assert MEASURES
    sheets = [sheet("before"), sheet("after"), PublishedSheet("later", NOT_ENOUGH, None)]
    return frozen_release(quarter_window(year, quarter), sheets=sheets)


def theme(title: str, count: int, n_shown: int = 25) -> PublishedTable:
    cells = (PublishedCell("ticked", "Said this", count), PublishedCell("not", "Did not", n_shown - count))
    return PublishedTable(title.lower(), 1, title, "everyone", "", n_shown, "", cells)


def full_release(year: int = 2026, quarter: int = 3, **more: Any) -> Release:
    """Something in every part."""
    before = replace(
        sheet("before"),
        themes=(theme("Fewer people in the room", 10), theme("Come back and say what happened", 5)),
        quotes=(
            PublishedQuote("Nobody told me why I was there.", True),
            PublishedQuote("I liked the biscuits.", False),
        ),
    )
    fields = {
        "taking_part": (PublishedFigure("sent", "Sent something", 20, 30), PublishedFigure("told", "Was told", 15, 30)),
        "promises": (PublishedFigure("read", "Words read on time", 45, 60, "high"),),
        "reach": (PublishedReach("everyone", "", "under_quarter", 120),),
    }
    sheets = [before, sheet("after"), sheet("later")]
    return frozen_release(quarter_window(year, quarter), sheets=sheets, **fields | more)


def by_gender(whole: PublishedSheet, sizes: tuple[int, ...] = (15, 20)) -> PublishedSheet:
    """The same sheet with one characteristic; the last question was withheld."""
    names = ("Girls and young women", "Boys, another gender or not said")
    groups = tuple(PublishedGroup(name, size) for name, size in zip(names, sizes, strict=True))
    tables = tuple(
        replace(
            each,
            characteristic="gender",
            group=group.label,
            n_shown=group.n_shown,
            cells=tuple(replace(cell, count=5 if place < 2 else 0) for place, cell in enumerate(each.cells)),
        )
        for each in whole.tables[:-1]
        for group in groups
    )
    return replace(whole, tables=tables, groupings=(PublishedGrouping("gender", groups), PublishedGrouping("age_band")))


@pytest.fixture
def group(db: None) -> Subgroup:
    return new_group()


@pytest.fixture
def release(group: Subgroup) -> Release:
    made = whole_release()
    share_with_group(group, made, by=None, now=timezone.now())
    return made
