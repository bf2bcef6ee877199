"""Every number a reader could see, hear or find in the source of what a pack gives them."""

import re
from html.parser import HTMLParser

from django.test import Client

from participation.subgroups.models import Subgroup
from surveys.releases.models import Release

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"')
NOT_NUMBERS = (
    r"\b20\d\d-Q\d(?:-b)?",
    r"\bQ\d\b",
    r"\b20\d\d-\d\d-\d\d\b",
    r"\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) 20\d\d",
    r"\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) 20\d\d",
    r"0800 1111|116 123|\b999\b",
    r"(?:about|than) \d in 10",
    r"under 19|18 or over|\bA4\b",
    r"aged \d+ to \d+|\b(?:8 to 11|8 to 15|12 to 15|16 and 17|16 to 25|18 to 25)\b",
)


def address(group: Subgroup, release: Release, plain: bool = False, more: str = "") -> str:
    return f"/groups/{group.slug}/{release.ref}/" + ("plain/" if plain else more)


def body(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return TOKEN.sub("", answer.text)


class Source(HTMLParser):
    """Every text and attribute inside <main>; where things stand and how they are drawn is left out."""

    DRAWING = {"x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx", "ry", "d", "width", "height", "viewbox"}
    DRAWING |= {"fill", "stroke", "stroke-width", "stroke-dasharray", "font-size", "font-weight", "font-family"}
    DRAWING |= {"patterntransform", "patternunits", "text-anchor", "overflow", "direction"}
    DRAWING |= {"class", "href", "id", "action", "tabindex", "aria-labelledby", "type", "method"}

    def __init__(self) -> None:
        super().__init__()
        self.inside = False
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = self.inside or tag == "main"
        if self.inside:
            self.found += [value or "" for name, value in attrs if name.lower() not in self.DRAWING]

    def handle_endtag(self, tag: str) -> None:
        if tag == "main":
            self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.found.append(data)


def numbers_in(text: str) -> set[int]:
    """Of a page."""
    source = Source()
    source.feed(text)
    return numbers_in_words(" ".join(source.found))


def numbers_in_words(words: str) -> set[int]:
    words = " ".join(words.split())
    for known in NOT_NUMBERS:
        words = re.sub(known, " ", words, flags=re.IGNORECASE)
    return {int(number) for number in re.findall(r"\d+", words)}


def published_numbers(*releases: Release) -> set[int]:
    """And the 5 of "a multiple of 5"."""
    found = {5}
    for content in (release.verified() for release in releases):
        tables = [table for sheet in content.sheets for table in (*sheet.tables, *sheet.themes)]
        found |= {cell.count for table in tables for cell in table.cells} | {table.n_shown for table in tables}
        found |= {sheet.n_shown for sheet in content.sheets if sheet.n_shown}
        found |= {number for each in (*content.taking_part, *content.promises) for number in (each.count, each.n_shown)}
        found |= {each.population for each in content.reach}
    return found
