"""When do several looks at one text agree? Pure (rule 16: two coders; only what two people say counts)."""

from collections.abc import Sequence

Themes = frozenset[str]
FIRST_LOOKS = 2
LOOKS_AT_MOST = 3


def agreed(looks: Sequence[Themes]) -> Themes | None:
    """Two the same stand. If two differ, a third person looks, and each theme that two of three saw stands."""
    if len(looks) < FIRST_LOOKS:
        return None
    if len(set(looks)) == 1:
        return looks[0]
    if len(looks) < LOOKS_AT_MOST:
        return None
    every = frozenset().union(*looks)
    return frozenset(theme for theme in every if sum(theme in look for look in looks) >= FIRST_LOOKS)
