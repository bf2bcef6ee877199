"""Blunting very high and very low counts in large groups (rule 9).

In a group shown as 50 or more, a share over 90% or under 10% would be close to a fact about
everyone in it. Such a count is replaced, in the stored release itself, by the bound it lies
beyond, so the finer number exists nowhere.
"""

from dataclasses import dataclass

HIGH = "high"  # more than `count`
LOW = "low"  # fewer than `count`


@dataclass(frozen=True, slots=True)
class Blunted:
    count: int
    extreme: str = ""


def blunted(count: int, *, n_shown: int, base: int, extremes_from: int) -> Blunted:
    if n_shown < extremes_from:
        return Blunted(count)
    if 10 * count > 9 * n_shown:
        return Blunted(base * (9 * n_shown // (10 * base)), HIGH)
    if 10 * count < n_shown:
        return Blunted(base * -(-n_shown // (10 * base)), LOW)
    return Blunted(count)
