"""The published numbers of a release as rows: what a file of it holds, and nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass

from surveys.releases.disclosure.content import (
    EVERYONE,
    PublishedFigure,
    PublishedReach,
    PublishedSheet,
    PublishedTable,
    ReleaseContent,
)
from surveys.releases.disclosure.extremes import HIGH, LOW
from surveys.releases.disclosure.reach import BANDS
from surveys.releases.disclosure.words import share_words
from surveys.releases.domain.shown import METHOD

ABOUT = (
    f"{METHOD} So a number can be up to four too high or too low, and numbers in a column may not add up. "
    "A group that is not here is not shown. Do not pass this on."
)
COLUMNS = ("part", "form", "question", "counted by", "group", "answer", "number", "is", "out of", "in words")
_IS = {"": "about", HIGH: "more than", LOW: "fewer than"}
Row = tuple[str | int, ...]


@dataclass(frozen=True)
class Numbers:
    """`rows`: one for each published number, in the order of `COLUMNS`; `to_know`: what stands beside the release."""

    ref: str
    title: str
    opens_on: str
    closes_on: str
    frozen_on: str
    about: str
    rows: tuple[Row, ...]
    to_know: tuple[str, ...] = ()


def numbers_of(content: ReleaseContent, *, to_know: tuple[str, ...] = ()) -> Numbers:
    return Numbers(
        content.ref,
        content.title,
        content.opens_on,
        content.closes_on,
        content.frozen_on,
        ABOUT,
        tuple(_rows(content)),
        to_know,
    )


def _rows(content: ReleaseContent) -> Iterator[Row]:
    for sheet in content.sheets:
        yield from _of_sheet(sheet)
    for part, figures in (("taking part", content.taking_part), ("promises", content.promises)):
        yield from (_of_figure(part, figure) for figure in figures)
    yield from map(_of_reach, content.reach)


def _of_sheet(sheet: PublishedSheet) -> Iterator[Row]:
    if sheet.n_shown is not None:
        yield ("answered", sheet.form, "", EVERYONE, "", "", sheet.n_shown, "or a few more", "", "")
    for part, tables in (("question", sheet.tables), ("theme", sheet.themes)):
        for table in tables:
            yield from _of_table(part, sheet.form, table)


def _of_table(part: str, form: str, table: PublishedTable) -> Iterator[Row]:
    for cell in table.cells:
        words = share_words(cell.count, n_shown=table.n_shown, extreme=cell.extreme)
        where = (part, form, table.title, table.characteristic, table.group)
        yield (*where, cell.label, cell.count, _IS[cell.extreme], table.n_shown, words)


def _of_figure(part: str, figure: PublishedFigure) -> Row:
    words = share_words(figure.count, n_shown=figure.n_shown, extreme=figure.extreme)
    return (part, "", figure.label, EVERYONE, "", "", figure.count, _IS[figure.extreme], figure.n_shown, words)


def _of_reach(row: PublishedReach) -> Row:
    """The number is how many live here; what we say of answers is a band."""
    return ("reach", "", "live here", row.characteristic, row.group, "", row.population, "about", "", BANDS[row.band])
