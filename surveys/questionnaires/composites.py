"""How several places become one answer to "how safe does it feel?" (Q12, Q13). Version 1."""

from collections.abc import Mapping

Parts = Mapping[str, tuple[str, ...]]
MOST, SOME, FEW = "most", "some", "few"
FEWEST_PLACES = 3
"""One tick alone does not make "most places": fewer ticks than this are shares of three."""


def feeling_safe(parts: Parts) -> str:
    """From twelve: five places with one answer each. The youngest: two lists of places."""
    one_each = {part: chosen for part, chosen in parts.items() if part not in ("Q12a", "Q12b")}
    if one_each:
        return _from_one_each(one_each)
    return _from_two_lists(parts.get("Q12a", ()), parts.get("Q12b", ()))


def _from_one_each(parts: Parts) -> str:
    safe = sum("safe" in chosen for chosen in parts.values())
    unsafe = sum("not" in chosen for chosen in parts.values())
    if 5 * unsafe >= 3 * len(parts):
        return FEW
    return _share(safe, len(parts))


def _from_two_lists(safe: tuple[str, ...], less_safe: tuple[str, ...]) -> str:
    if not safe and less_safe == ("nowhere",):
        return MOST
    good = set(safe) - set(less_safe) - {"none"}
    named = (set(safe) | set(less_safe)) - {"none", "nowhere"}
    return _share(len(good), max(len(named), FEWEST_PLACES))


def _share(safe: int, places: int) -> str:
    """Four in five is most; one in five is few."""
    if 5 * safe >= 4 * places:
        return MOST
    return FEW if 5 * safe <= places else SOME
