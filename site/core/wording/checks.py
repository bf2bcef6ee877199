"""The one question an editor asks: what would trip these readers up? A score never replaces asking them."""

from dataclasses import dataclass

from core.wording.rules import RULES, Level

EXCERPT = 120
LONGEST_TEXT = 100_000
"""Characters; what is longer is cut before any pattern runs."""

QUOTED_MAY = frozenset({"R3", "R4", "R12"})
"""Someone's own words and examples of words may hold what our own text may not (R4)."""


@dataclass(frozen=True, slots=True)
class Finding:
    """`where` is the words it is about, cut short; empty when it is about the whole text."""

    rule: str
    level: Level
    message: str
    where: str

    @property
    def blocks(self) -> bool:
        return self.level == Level.BLOCK


def check_text(text: str, audience: str, *, quoted: bool = False) -> list[Finding]:
    """Findings in the order of the rules. `audience` is a value of `Audience` or one of `targets`."""
    found = []
    cut = text[:LONGEST_TEXT]
    for rule in RULES:
        if quoted and rule.name in QUOTED_MAY:
            continue
        level = rule.level(str(audience))
        for why, words in rule.test(cut, str(audience)):
            where = words if len(words) <= EXCERPT else f"{words[: EXCERPT - 1]}…"
            found.append(Finding(rule.name, level, rule.message.format(why=why, where=where), where))
    return found
