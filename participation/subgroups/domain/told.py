"""Three things young people told us, and a few of their own words.

A quote stands beside no theme, no number and no group: nothing may say who could have said it (§4.4).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from surveys.releases.disclosure.content import PublishedQuote, PublishedTable, ReleaseContent
from surveys.releases.disclosure.words import count_words, share_words

THINGS = 3
QUOTES, QUOTE_LETTERS = 3, 330  # what fits on one side of A4; the large print has them all


@dataclass(frozen=True)
class Theme:
    title: str
    count: int
    n_shown: int
    count_words: str
    share: str


@dataclass(frozen=True)
class Told:
    themes: tuple[Theme, ...]
    all_themes: tuple[Theme, ...]
    quotes: tuple[PublishedQuote, ...]
    all_quotes: tuple[PublishedQuote, ...]

    @property
    def everything(self) -> "Told":
        return Told(self.all_themes, self.all_themes, self.all_quotes, self.all_quotes)


def told_in(content: ReleaseContent) -> Told:
    themes = themes_of([theme for sheet in content.sheets for theme in sheet.themes])
    quotes = tuple(quote for sheet in content.sheets for quote in sheet.quotes)
    return Told(themes[:THINGS], themes, tuple(_that_fit(quotes)), quotes)


def themes_of(tables: Sequence[PublishedTable]) -> tuple[Theme, ...]:
    """Said by most first. A theme that two forms share stands once, with the bigger number."""
    found: dict[str, Theme] = {}
    for theme in sorted(map(_theme, tables), key=lambda theme: (-theme.count, theme.title)):
        found.setdefault(theme.title, theme)
    return tuple(found.values())


def _theme(table: PublishedTable) -> Theme:
    cell = table.cells[0]  # ticked
    return Theme(
        title=table.title,
        count=cell.count,
        n_shown=table.n_shown,
        count_words=count_words(cell.count, extreme=cell.extreme),
        share=share_words(cell.count, n_shown=table.n_shown, extreme=cell.extreme),
    )


def _that_fit(quotes: Iterable[PublishedQuote]) -> list[PublishedQuote]:
    """In the order they were shuffled into; a quote is whole or not there."""
    kept: list[PublishedQuote] = []
    letters = 0
    for quote in quotes:
        if len(kept) < QUOTES and letters + len(quote.words) <= QUOTE_LETTERS:
            kept.append(quote)
            letters += len(quote.words)
    return kept
