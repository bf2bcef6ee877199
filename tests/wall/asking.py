"""Every way of asking a reader's address for more than it gives: names and values of parameters."""

from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict

Query = Sequence[tuple[str, str]]
KNOWN = ("page", "about", "q", "lang", "format", "release", "year", "from", "order")
CHARACTERISTICS = ("gender", "band", "ethnic_group", "where_i_live")
UNKNOWN = ("zq", "id__gt", "form[]", "%67ender", "__proto__")
VALUES = ("", "1", "-1", "12-15", "girl-woman", "999999999999999999999", "%00", "1 OR 1=1", "é", "csv")
LANGUAGES = ("en", "cy", "ar", "xx")
FORMATS = ("csv", "json", "pdf", "print", "feed", "rss", "xml", "ods", "html")
NAMES = (*KNOWN, *CHARACTERISTICS, *UNKNOWN)


def singles() -> Iterator[Query]:
    """Each name with each value, each language, each format; the same twice; as an array."""
    yield from ([(name, value)] for name, value in product(NAMES, VALUES))
    yield from ([(name, value)] for name in ("lang", "language") for value in LANGUAGES)
    yield from ([(name, value)] for name in ("format", "as", "print", "feed") for value in FORMATS)
    yield from ([("about", value)] for value in ("listened", "everyone", "../", "gender:listened"))
    yield from ([(name, "1"), (name, "2")] for name in NAMES)
    yield from ([(f"{name}[]", "1"), (f"{name}[0]", "2")] for name in NAMES)


def together() -> Iterator[Query]:
    """Every set of names at once, with one value each: two characteristics among them."""
    for size in range(2, len(NAMES) + 1, 3):
        yield from ([(name, "girl-woman") for name in names] for names in list(combinations(NAMES, size))[:12])
    yield [(name, value) for name in NAMES for value in VALUES]


def two_characteristics() -> Iterator[Query]:
    for one, other in combinations(CHARACTERISTICS, 2):
        yield from ([(one, left), (other, right)] for left, right in (("girl-woman", "12-15"), ("", "1")))


def written(query: Query) -> str:
    return urlencode(list(query))


class Noticed(QueryDict):
    """What an address carries behind its question mark, and which names of it a page looked at."""

    def __init__(self, query: str, names: set[str]) -> None:
        self._names: set[str] = set()
        super().__init__(query)
        self._names = names  # reading it in was not looking at it

    def _note(self, key: object) -> None:
        self._names.add(str(key))

    def __getitem__(self, key: str) -> Any:
        self._note(key)
        return super().__getitem__(key)

    def getlist(self, key: str, default: Any = None) -> Any:
        self._note(key)
        return super().getlist(key, default)

    def __contains__(self, key: object) -> bool:
        self._note(key)
        return super().__contains__(key)

    def items(self) -> Any:
        self._note("*")
        return super().items()

    def lists(self) -> Any:
        self._note("*")
        return super().lists()

    def urlencode(self, safe: str | None = None) -> str:
        self._note("*")
        return super().urlencode(safe)
