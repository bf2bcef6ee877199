"""Group by group, and a year added up: the same groups for every question, one mark for every reason."""

from dataclasses import replace

import pytest
from django.test import Client
from django.utils import timezone

from participation.subgroups.domain.breakdowns import breakdown_of, entries_of
from participation.subgroups.domain.shelf import share_with_group
from participation.subgroups.domain.years import with_sums
from participation.subgroups.models import Subgroup
from surveys.releases.disclosure.content import NOT_ENOUGH, PublishedSheet
from surveys.releases.models import Release
from tests.factories.releases import frozen_release, quarter_window
from tests.factories.subgroups import member
from tests.subgroups.conftest import by_gender, full_release, sheet
from tests.subgroups.reading import TOKEN, address, body

pytestmark = pytest.mark.django_db
REFUSED = ("age_band", "ethnic_group", "home", "nonsense", "GENDER", "gender,age_band", "1", "😀")


@pytest.fixture
def year(group: Subgroup) -> Release:
    made = frozen_release(quarter_window(), sheets=[by_gender(sheet("after", 35))], covers=("2026-Q1", "2026-Q2"))
    share_with_group(group, made, by=None, now=timezone.now())
    return made


@pytest.fixture
def reader(client: Client, group: Subgroup) -> Client:
    client.force_login(member(group))
    return client


def test_a_page_for_a_characteristic_shows_every_group_of_every_question(
    reader: Client, group: Subgroup, year: Release
) -> None:
    text = body(reader, address(group, year, more="by/gender/"))
    assert text.count("Girls and young women</h4>") == text.count("Boys, another gender or not said</h4>") > 3
    assert text.count('<p class="soft">Not shown</p>') >= 1  # the question that was withheld


def test_every_reason_for_showing_nothing_is_the_same_page(reader: Client, group: Subgroup, year: Release) -> None:
    """Too few, a cross of two, never heard of: one status, one body."""
    answers = [reader.get(address(group, year, more=f"by/{name}/")) for name in REFUSED]
    assert {answer.status_code for answer in answers} == {200}
    assert len({TOKEN.sub("", answer.text) for answer in answers}) == 1
    assert "Not shown" in answers[0].text


def test_a_characteristic_withheld_for_every_question_is_one_of_them(group: Subgroup) -> None:
    grouped = by_gender(sheet("after", 35))
    content = frozen_release(sheets=[replace(grouped, tables=())], covers=("2026-Q1",)).verified()
    assert breakdown_of(content, "gender") is None
    assert not any(entry.is_shown for entry in entries_of(content))


def test_the_pack_of_a_year_links_to_what_is_shown_and_marks_the_rest(
    reader: Client, group: Subgroup, year: Release
) -> None:
    text = body(reader, address(group, year))
    assert f"{address(group, year)}by/gender/" in text
    assert "by/age_band/" not in text
    assert "Age: Not shown" in text


def test_a_quarter_has_no_list_of_characteristics(reader: Client, group: Subgroup) -> None:
    release = full_release()
    share_with_group(group, release, by=None, now=timezone.now())
    assert "Group by group" not in body(reader, address(group, release))


def test_a_year_is_the_sum_of_its_quarters_and_says_so(reader: Client, group: Subgroup, year: Release) -> None:
    quarters = [full_release(2026, quarter) for quarter in (1, 2)]
    for each in quarters:
        share_with_group(group, each, by=None, now=timezone.now())
    added = with_sums(year.verified(), [each.verified() for each in quarters]).sheets[0].table("understood")
    assert added is not None
    assert (added.n_shown, [cell.count for cell in added.cells]) == (50, [40, 10, 0, 0])
    text = body(reader, address(group, year))
    assert "added up" in text
    assert "of 50" in text


def test_without_one_of_its_quarters_a_year_has_no_sum(group: Subgroup, year: Release) -> None:
    whole = year.verified()
    one, gap = full_release(2026, 1).verified(), full_release(2026, 2).verified()
    silent = replace(gap, sheets=(PublishedSheet("after", NOT_ENOUGH, None),))
    for quarters in ([], [one], [one, silent]):
        assert with_sums(whole, quarters).sheets[0].table("understood") is None


def test_a_bound_or_a_new_wording_is_never_added_up(group: Subgroup, year: Release) -> None:
    one, two = full_release(2026, 1).verified(), full_release(2026, 2).verified()
    bound = _each_table(two, lambda table: {"cells": (replace(table.cells[0], extreme="high"), *table.cells[1:])})
    reworded = _each_table(two, lambda table: {"version": table.version + 1})
    for other in (bound, reworded):
        assert with_sums(year.verified(), [one, other]).sheets[0].table("understood") is None


def _each_table(content, change):
    sheets = tuple(
        replace(each, tables=tuple(replace(table, **change(table)) for table in each.tables)) for each in content.sheets
    )
    return replace(content, sheets=sheets)
