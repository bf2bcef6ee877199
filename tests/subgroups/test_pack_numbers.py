"""P18 and P19: in every form a pack can take there are published numbers only, and shares that follow from them."""

import io
import json
import re
import subprocess
import zipfile
from dataclasses import replace

import pytest
from django.test import Client
from django.utils import timezone

from participation.subgroups.domain.shelf import share_with_group
from participation.subgroups.models import Subgroup
from surveys.releases.disclosure.words import share_words
from surveys.releases.domain.shown import shown_groups, shown_sheets
from surveys.releases.models import Release
from tests.factories.releases import frozen_release, quarter_window
from tests.factories.subgroups import member
from tests.subgroups.conftest import by_gender, full_release, sheet
from tests.subgroups.reading import address, body, numbers_in, numbers_in_words, published_numbers

pytestmark = pytest.mark.django_db
PAGES = ("", "plain/", "large/", "papers/", "by/gender/")


@pytest.fixture
def packs(group: Subgroup) -> list[Release]:
    """Two quarters with something in every part, and a third with groups, too."""
    whole = sheet("after", 35)
    grouped = by_gender(whole)
    third = [sheet("before"), replace(grouped, tables=(*whole.tables, *grouped.tables))]
    made = [full_release(2026, 1), full_release(2026, 2), frozen_release(quarter_window(2026, 3), sheets=third)]
    for release in made:
        share_with_group(group, release, by=None, now=timezone.now())
    return made


@pytest.fixture
def reader(client: Client, group: Subgroup) -> Client:
    client.force_login(member(group))
    return client


@pytest.mark.parametrize("more", PAGES)
@pytest.mark.parametrize("place", [1, 2])
def test_p18_every_number_in_the_source_of_a_page_is_published(
    reader: Client, group: Subgroup, packs: list[Release], more: str, place: int
) -> None:
    found = numbers_in(body(reader, address(group, packs[place], more=more)))
    assert found <= published_numbers(*packs[: place + 1]) | {10}  # "every group is 10 or more"


def test_p18_the_check_itself_sees_a_number_that_was_never_published(
    reader: Client, group: Subgroup, packs: list[Release]
) -> None:
    """In a text, in alt text, in an attribute, in the title of a drawing."""
    page = body(reader, address(group, packs[0]))
    for leak in ("<p>13</p>", '<img alt="13">', '<i data-n="13">', "<svg><title>13 of 25</title></svg>"):
        assert 13 in numbers_in(page.replace("</main>", f"{leak}</main>"))


def test_p18_the_plain_version_has_no_number_that_the_pack_has_not(
    reader: Client, group: Subgroup, packs: list[Release]
) -> None:
    whole, plain = (numbers_in(body(reader, address(group, packs[0], more=more))) for more in ("large/", "plain/"))
    assert plain <= whole


@pytest.mark.parametrize("name", ["pack.pdf", "large.pdf"])
def test_p18_every_number_on_paper_is_published(
    reader: Client, group: Subgroup, packs: list[Release], name: str
) -> None:
    answer = reader.get(address(group, packs[1], more=f"papers/{name}"))
    assert answer["Content-Type"] == "application/pdf"
    words = subprocess.run(["pdftotext", "-", "-"], input=answer.content, capture_output=True, check=True).stdout
    found = numbers_in_words(re.sub(r"(?m)^\d{1,2}\.$|^\s*\d\.\s", " ", words.decode()))
    assert found
    assert found <= published_numbers(*packs[:2])


@pytest.mark.parametrize("kind", ["csv", "json", "ods"])
def test_p18_every_number_in_a_file_is_published(
    reader: Client, group: Subgroup, packs: list[Release], kind: str
) -> None:
    for place in (1, 2):
        raw = reader.get(address(group, packs[place], more=f"papers/numbers.{kind}")).content
        words = _words_of_ods(raw) if kind == "ods" else raw.decode()
        found = numbers_in_words(words.replace("So a number can be up to four", ""))
        assert {25} < found <= published_numbers(packs[place])


def test_p18_files_hold_the_numbers_of_the_release_cell_by_cell(
    reader: Client, group: Subgroup, packs: list[Release]
) -> None:
    told = json.loads(reader.get(address(group, packs[2], more="papers/numbers.json")).content)
    rows = [(row["question"], row["group"], row["answer"], row["number"]) for row in told["numbers"] if row["answer"]]
    tables = [table for each in packs[2].verified().sheets for table in each.tables]
    assert rows == [(table.title, table.group, cell.label, cell.count) for table in tables for cell in table.cells]
    assert "by chance" in told["about these numbers"]


def test_p19_every_share_follows_from_published_numbers_and_none_stands_below_twenty(packs: list[Release]) -> None:
    content = packs[2].verified()
    grouped = content.sheets[1].breakdown("understood", "gender")
    tables = [table for each in shown_sheets(content) for table in each.tables] + list(shown_groups(grouped))
    assert {table.n_shown for table in tables} >= {15, 20, 35}
    for table in tables:
        for option in table.options:
            assert option.share == share_words(option.count, n_shown=table.n_shown)
            if table.n_shown < 20:
                assert not re.search(r"\d", option.share)
            elif match := re.fullmatch(r"about (\d) in 10", option.share):
                assert abs(10 * option.count / table.n_shown - int(match[1])) <= 0.5


def test_p19_no_form_of_a_pack_holds_a_per_cent(reader: Client, group: Subgroup, packs: list[Release]) -> None:
    """Change in per cent says more than small numbers can; shares are told in tenths."""
    for more in PAGES:
        main = body(reader, address(group, packs[2], more=more)).split("<main")[1].split("</main>")[0]
        words = re.sub(r"<[^>]*>", " ", main)
        assert "%" not in words
        assert "per cent" not in words


def _words_of_ods(raw: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        return re.sub(r"<[^>]*>", " ", packed.read("content.xml").decode())
