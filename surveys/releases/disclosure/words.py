"""Shares in words, worked out from published numbers only (rules 9 and 10).

Nothing here sees a true count, so a share can never tell more than the number beside it.
"No one" and "everyone" are not in the vocabulary: a shown 0 means 0 to 4.
"""

from surveys.releases.disclosure.extremes import HIGH, LOW


def share_words(count: int, *, n_shown: int, extreme: str = "", shares_from: int = 20) -> str:
    """For example "about 6 in 10", or "some" where fewer than 20 are shown."""
    if extreme == HIGH:
        return "more than 9 in 10"
    if extreme == LOW:
        return "fewer than 1 in 10"
    if n_shown < shares_from:
        return _amount(count, n_shown)
    tenths = (20 * count + n_shown) // (2 * n_shown)
    if tenths in (0, 10):
        return _amount(count, n_shown)
    return f"about {tenths} in 10"


def count_words(count: int, *, extreme: str = "") -> str:
    if extreme == HIGH:
        return f"more than {count}"
    if extreme == LOW:
        return f"fewer than {count}"
    return str(count)


def size_words(n_shown: int) -> str:
    """How a shown size reads: it was rounded down, so it is "or a few more"."""
    return f"{n_shown} young people or a few more answered"


def _amount(count: int, n_shown: int) -> str:
    if n_shown <= 0 or 10 * count <= n_shown:
        return "hardly any"
    if 10 * count < 4 * n_shown:
        return "some"
    if 10 * count <= 6 * n_shown:
        return "about half"
    return "most" if 10 * count < 9 * n_shown else "nearly all"
