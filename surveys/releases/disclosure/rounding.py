"""Rounding by chance, the same way for the same children (rule 8).

Ordinary rounding to the nearest 5 leaves intervals so narrow that tables which must add up can
be solved. Chance rounding sends a count of 5q + r up with probability r/5, so on average nothing
is added or lost, and "all of them" and "all but three" can show the same number.

The chance is a keyed hash of the question and of *which children* are in the cell. The same
children therefore get the same number in whatever table they appear, and asking a thousand times
averages nothing out. The key (the release secret) is forgotten when the release is frozen.

A set of children is named by the sum, modulo 2**256, of one keyed hash per child. A sum needs no
sorting, so a million records cost one pass, and a cell costs one further hash.
"""

import hmac
from typing import TypeAlias

_MODULUS = 1 << 256
_DRAWS = 1 << 64

Secret: TypeAlias = bytes | bytearray


def record_mark(secret: Secret, record_key: str) -> int:
    """One child's share in the name of every cell they are in; tells nothing without the secret."""
    return int.from_bytes(hmac.digest(secret, b"record\0" + record_key.encode(), "sha256"), "big")


def group_size(n: int, *, base: int) -> int:
    """The size we show: n rounded down, to be read as "this many or a few more"."""
    return base * (n // base)


def chance_rounded(count: int, *, secret: Secret, question: str, marks: int, base: int) -> int:
    """Move `count` to a multiple of `base` by chance; the caller caps it at the shown size."""
    quotient, rest = divmod(count, base)
    message = b"cell\0" + question.encode() + b"\0" + (marks % _MODULUS).to_bytes(32, "big")
    draw = int.from_bytes(hmac.digest(secret, message, "sha256")[:8], "big")
    return base * (quotient + (draw * base < rest * _DRAWS))
