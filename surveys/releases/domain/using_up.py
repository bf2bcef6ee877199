"""Remembering which answers had their turn, and in which group they stood: millions of short rows in one go (rule 12).

Rows go in by random id, so that no order of sending is kept.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TypeAlias

from django.db import connection

from surveys.releases.domain.sheets import USED_UP, SheetCount
from surveys.releases.models import Contribution, Release

AT_ONCE = 10_000
COLUMNS = ("release_id", "response_id", "form", "characteristic", "counted", "group", "superseded")
NULL = "\\N"  # as COPY writes it
Groups: TypeAlias = Mapping[str, int | None]  # in each way an answer was told: the number of its group
_Turn: TypeAlias = tuple[bytes, str, bool, int | None]  # response, way, counted, group


def use_up(release: Release, count: SheetCount, groups: Sequence[Groups]) -> None:
    """`groups` goes by the number of the kind. Call it in the transaction that publishes."""
    turns = _turns(count, groups)
    write = _copy if connection.vendor == "postgresql" else _insert
    while batch := list(islice(turns, AT_ONCE)):
        write(release, count.form, batch)


def _turns(count: SheetCount, groups: Sequence[Groups]) -> Iterator[_Turn]:
    ids, kind_of = bytes(count.ids), count.kind_of
    stood = [[(way, True, group) for way, group in ways.items()] for ways in groups]
    nowhere = [(way, False, None) for way in groups[0]] if groups else []
    for at in sorted(range(len(kind_of)), key=lambda at: ids[16 * at : 16 * at + 16]):
        response = ids[16 * at : 16 * at + 16]
        for way, counted, group in nowhere if kind_of[at] == USED_UP else stood[kind_of[at]]:
            yield response, way, counted, group


def _insert(release: Release, form: str, turns: Sequence[_Turn]) -> None:
    key = Contribution._meta.get_field("release").get_db_prep_value(release.pk, connection)
    places = ", ".join(["%s"] * len(COLUMNS))
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {_table()} VALUES ({places})",  # noqa: S608 # nosec B608 - names of our own, values as parameters
            [(key, response.hex(), form, way, counted, group, False) for response, way, counted, group in turns],
        )


def _copy(release: Release, form: str, turns: Sequence[_Turn]) -> None:
    """COPY takes lines of text; nothing in them is typed by anybody."""
    lines = [
        f"{release.pk}\t{response.hex()}\t{form}\t{way}\t{counted}\t{NULL if group is None else group}\tFalse\n"
        for response, way, counted, group in turns
    ]
    # COPY is the driver's own: Django's errors are put around it here, as it does itself for a query.
    into = f"COPY {_table()} FROM STDIN"
    with connection.wrap_database_errors, connection.cursor() as cursor, cursor.copy(into) as copy:
        copy.write("".join(lines))


def _table() -> str:
    columns = ", ".join(connection.ops.quote_name(column) for column in COLUMNS)
    return f"{connection.ops.quote_name(Contribution._meta.db_table)} ({columns})"
