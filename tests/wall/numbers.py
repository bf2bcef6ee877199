"""The numbers in what a reader gets, whatever it is made of."""

import io
import re
import zipfile
from html import unescape

from django.http import HttpResponse

from surveys.releases.models import Release

NOT_SHOWN_AS_A_NUMBER = re.compile(r"<(script|style|svg)\b.*?</\1>|<[^>]*>", re.DOTALL | re.IGNORECASE)
NOTHING = re.compile(r"(?!)")
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"')
CHANGING_HEADERS = {"Content-Length"}


def text_of(answer: HttpResponse) -> str:
    """What can be read: text of a page, of a file, of the one document inside a spreadsheet."""
    content = bytes(answer.content)
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as sheets:
            content = sheets.read("content.xml")
    if content.startswith(b"%PDF"):
        return ""  # its words are looked at where it is made
    return unescape(NOT_SHOWN_AS_A_NUMBER.sub(" ", TOKEN.sub("", content.decode())))


def numbers_in(answer: HttpResponse, *, leaving_out: re.Pattern[str] = NOTHING) -> frozenset[int]:
    return frozenset(int(number) for number in re.findall(r"\d+", leaving_out.sub(" ", text_of(answer))))


def catalogue(release: Release) -> frozenset[int]:
    """Every figure that was published in a release."""
    content = release.verified()
    tables = [table for sheet in content.sheets for table in (*sheet.tables, *sheet.themes)]
    sizes = {table.n_shown for table in tables} | {sheet.n_shown for sheet in content.sheets if sheet.n_shown}
    return frozenset({cell.count for table in tables for cell in table.cells} | sizes)


def same_to_a_reader(answer: HttpResponse) -> tuple[int, str, tuple[tuple[str, str], ...]]:
    """Status, body and headers: all that a reader can compare."""
    headers = sorted((name, value) for name, value in answer.headers.items() if name not in CHANGING_HEADERS)
    return answer.status_code, TOKEN.sub("", answer.content.decode("latin-1")), tuple(headers)
