"""Steps of taking part and promises kept, as they are read: published numbers only."""

from collections.abc import Iterable
from dataclasses import dataclass

from surveys.releases.disclosure.content import PublishedFigure
from surveys.releases.disclosure.words import count_words, share_words


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """`told`: "20 of 30, about 7 in 10". Where only a bound was stored it is told as one."""

    name: str
    label: str
    count: int
    n_shown: int
    count_words: str
    share: str

    @property
    def told(self) -> str:
        return f"{self.count_words} of {self.n_shown}, {self.share}"


def shown_figures(figures: Iterable[PublishedFigure]) -> tuple[ShownFigure, ...]:
    return tuple(_figure(each) for each in figures)


def _figure(each: PublishedFigure) -> ShownFigure:
    return ShownFigure(
        name=each.name,
        label=each.label,
        count=each.count,
        n_shown=each.n_shown,
        count_words=count_words(each.count, extreme=each.extreme),
        share=share_words(each.count, n_shown=each.n_shown, extreme=each.extreme),
    )
