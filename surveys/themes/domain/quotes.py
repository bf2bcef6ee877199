"""The last gate before a quote is told: every condition of domain.md §4.4, asked again at the freeze."""

import hmac
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol
from uuid import UUID

from surveys.responses.models import Response
from surveys.themes import registry
from surveys.themes.domain.walls import is_chair_only, is_open_to_writers
from surveys.themes.enums import ChildSaid, Quoting
from surveys.themes.models import QuoteCandidate

POOL = 5  # different young people with a passed quote; fewer, and none is told
MOST_QUOTES = 3  # on one page of a pack


class Rules(Protocol):
    @property
    def figures_from(self) -> int:
        """The number of answers below which only the total is told."""


@dataclass
class Quoted:
    """What one release has quoted so far, over all its sheets: marks of children, and words as a reader would compare
    them.
    """

    children: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class ReadyQuote:
    """What may be printed. No id, no age, nothing else may travel with it."""

    words: str
    reworded: bool


def quotes_for_release(
    response_ids: Iterable[UUID],
    *,
    n: int,
    secret: bytes | bytearray,
    rules: Rules,
    quoted: Quoted | None = None,
) -> tuple[ReadyQuote, ...]:
    """Drawn by chance from what passed, in an order of chance, one a child at most. Often none.

    `n` is the number of children on the sheet; `secret` is the one of this release, so that another
    release draws and orders differently. `quoted` is one for all sheets of a release: nobody is quoted on two, and
    words that two young people chose stand once, so that nobody learns that two said them.
    """
    if n < rules.figures_from:
        return ()
    pool = _one_a_child(sorted(_standing(response_ids), key=lambda candidate: _draw(candidate, secret)))
    if len(pool) < POOL:
        return ()
    return tuple(_told_once(pool, Quoted() if quoted is None else quoted))


def _told_once(pool: dict[str, QuoteCandidate], quoted: Quoted) -> list[ReadyQuote]:
    told: list[ReadyQuote] = []
    for child, candidate in pool.items():
        words = candidate.wording.open()
        if len(told) == MOST_QUOTES:
            break
        if child in quoted.children or _as_read(words) in quoted.words:
            continue
        quoted.children.add(child)
        quoted.words.add(_as_read(words))
        told.append(ReadyQuote(words, candidate.reworded))
    return told


def _as_read(words: str) -> str:
    """Capitals, spaces and signs make no two quotes of one."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", words).casefold() if sign.isalnum()) or words


def words_that_stand(response_ids: Iterable[UUID]) -> frozenset[str]:
    """What could be told this very moment: asked once more inside the transaction that publishes.

    Somebody may have taken a quote out, or raised an alert, while the figures were attacked.
    """
    standing = _standing(response_ids)
    if len(_one_a_child(standing)) < POOL:
        return frozenset()
    return frozenset(candidate.wording.open() for candidate in standing)


def may_be_told(candidate: QuoteCandidate) -> bool:
    """Everything that can be asked of one quote by itself."""
    return (
        candidate.state == Quoting.PASSED
        and candidate.checked_by_id not in (None, candidate.proposed_by_id)
        and candidate.harm_checked
        and candidate.child_said != ChildSaid.NO
        and bool(candidate.wording)
        and child_lets_us(candidate)
    )


def child_lets_us(candidate: QuoteCandidate) -> bool:
    """The young person's own yes for this very answer, no alert, nothing that is for the chair only."""
    answer = candidate.answer
    response: Response = answer.response
    return (
        answer.may_quote
        and response.may_use_words
        and is_open_to_writers(response)
        and not response.on_hold
        and not answer.hide_from_parents
        and not is_chair_only(answer)
    )


def never_quotable(response: Response) -> bool:
    """An open alert, or a live police matter."""
    return response.on_hold or response.pk in registry.never_quoted([response.pk])


def _standing(response_ids: Iterable[UUID]) -> list[QuoteCandidate]:
    candidates = [candidate for candidate in _passed(response_ids) if may_be_told(candidate)]
    blocked = registry.never_quoted({candidate.answer.response_id for candidate in candidates})
    return [candidate for candidate in candidates if candidate.answer.response_id not in blocked]


def _passed(response_ids: Iterable[UUID]) -> list[QuoteCandidate]:
    found = list(QuoteCandidate.objects.filter(state=Quoting.PASSED).select_related("answer__response__version"))
    wanted = set(response_ids) if found else set()
    return [candidate for candidate in found if candidate.answer.response_id in wanted]


def _one_a_child(ordered: list[QuoteCandidate]) -> dict[str, QuoteCandidate]:
    """The first of each, in the order they came. `counting_key` is the same for one child over forms."""
    first: dict[str, QuoteCandidate] = {}
    for candidate in ordered:
        first.setdefault(candidate.answer.response.counting_key, candidate)
    return first


def _draw(candidate: QuoteCandidate, secret: bytes | bytearray) -> bytes:
    return hmac.digest(secret, b"quote\0" + candidate.pk.bytes, "sha256")
