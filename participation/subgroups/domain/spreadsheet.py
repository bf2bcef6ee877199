"""Numbers as an ODS spreadsheet: typed cells, so no text is ever a formula; the same release, the same bytes."""

import datetime as dt
import io
import zipfile

from odfdo import Cell, Document, Row, Table

from participation.subgroups.domain.files import plain_rows
from participation.subgroups.domain.numbers import Numbers

_THE_SAME_DAY = (1980, 1, 1, 0, 0, 0)  # the first day a zip can name: a file says nothing of when it was asked for


def as_ods(numbers: Numbers) -> bytes:
    document = Document("spreadsheet")
    document.body.clear()
    table = Table("Numbers")
    for row in plain_rows(numbers):
        line = Row()
        for cell in row:
            line.append_cell(Cell(cell, cell_type="float" if isinstance(cell, int) else "string"))
        table.append_row(line)
    document.body.append(table)
    document.meta.creation_date = dt.datetime.fromisoformat(numbers.frozen_on)
    document.meta.title = numbers.ref
    document.language = "en-GB"
    saved = io.BytesIO()
    document.save(saved)
    return _undated(saved.getvalue())


def _undated(packed: bytes) -> bytes:
    again = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            whole = zipfile.ZipInfo(entry.filename, _THE_SAME_DAY)
            whole.compress_type = zipfile.ZIP_STORED if entry.filename == "mimetype" else zipfile.ZIP_DEFLATED
            new.writestr(whole, old.read(entry))
    return again.getvalue()
