"""What a published number can stand for, by trying every true count. Slow, simple, and written from the rules alone."""

from surveys.releases.disclosure.tables import Cell
from tests.attack.worlds import Drawn

__all__ = ["Drawn", "counts_that_show", "draws_that_show"]

BASE = 5
HIDDEN = -1  # how a starred cell is written in our controls


def counts_that_show(cell: Cell, *, n: int, n_shown: int) -> set[int]:
    """True counts in a group of `n` that can be published like this."""
    return {count for count in range(n + 1) if any(_shows(drawn, cell, n_shown) for drawn in _draws(count))}


def draws_that_show(cell: Cell, *, n: int, n_shown: int) -> set[int]:
    """Drawn numbers, before the cap, that can be published like this."""
    return {drawn for count in range(n + 1) for drawn in _draws(count) if _shows(drawn, cell, n_shown)}


def _draws(count: int) -> set[int]:
    """Rule 8: up or down to a multiple of five; a multiple of five stays."""
    below = count - count % BASE
    return {below, below + BASE} if count % BASE else {below}


def _shows(drawn: int, cell: Cell, n_shown: int) -> bool:
    """Rules 8 and 9: never more than the shown size; from 50 no share over 90% or under 10%."""
    capped = min(drawn, n_shown)
    over, under = capped > n_shown * 0.9 + 1e-9, capped < n_shown * 0.1 - 1e-9
    if n_shown >= 50 and (over or under):
        return cell.extreme == ("high" if over else "low")
    return cell.extreme == "" and cell.count == capped


def nearest_five(cell: Cell, *, n: int, n_shown: int) -> set[int]:
    """What a number stands for where counts are rounded to the nearest five, as many do."""
    return {count for count in range(n + 1) if BASE * ((count + 2) // BASE) == cell.count}


def starred(cell: Cell, *, n: int, n_shown: int) -> set[int]:
    """What a number stands for where counts of 1 to 4 are hidden and all others are told."""
    return {1, 2, 3, 4} if cell.count == HIDDEN else {cell.count}
