"""Numbers as CSV and JSON. No cell can start a formula (ASVS-4), and a number is a number."""

import csv
import io
import json
from collections.abc import Iterator

from participation.subgroups.domain.numbers import COLUMNS, Numbers, Row

STARTS_A_FORMULA = tuple("=+-@\t\r＝＋－＠")  # their full-width twins start one too


def as_csv(numbers: Numbers) -> Iterator[str]:
    """Line by line, with a byte order mark so that every spreadsheet reads the accents."""
    yield "\ufeff"
    for row in (*heading(numbers), (), COLUMNS, *numbers.rows):
        line = io.StringIO()
        csv.writer(line).writerow([_tame(cell) for cell in row])
        yield line.getvalue()


def as_json(numbers: Numbers) -> str:
    told = {name: value for name, value in heading(numbers)} | {
        "numbers": [dict(zip(COLUMNS, row, strict=True)) for row in numbers.rows]
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


def heading(numbers: Numbers) -> tuple[tuple[str, str], ...]:
    return (
        ("about these numbers", numbers.about),
        ("report", numbers.ref),
        ("title", numbers.title),
        ("from", numbers.opens_on),
        ("to", numbers.closes_on),
        ("put together on", numbers.frozen_on),
        *((("to know", " ".join(numbers.to_know)),) if numbers.to_know else ()),
    )


def _tame(cell: str | int) -> str | int:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(STARTS_A_FORMULA) else cell


def plain_rows(numbers: Numbers) -> Iterator[Row]:
    yield from (*heading(numbers), (), COLUMNS, *numbers.rows)
