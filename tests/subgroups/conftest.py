"""A sealed release with every measure of a pack, shared with a group."""

import pytest
from django.utils import timezone

from participation.subgroups.domain.shelf import share_with_group
from participation.subgroups.models import Subgroup
from surveys.questionnaires.measures import MEASURES, measures_for
from surveys.releases.disclosure.content import (
    NOT_ENOUGH,
    SHOWN,
    PublishedCell,
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


@pytest.fixture
def group(db: None) -> Subgroup:
    return new_group()


@pytest.fixture
def release(group: Subgroup) -> Release:
    made = whole_release()
    share_with_group(group, made, by=None, now=timezone.now())
    return made
