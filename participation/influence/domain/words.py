"""What would trip up a child who reads the reply: findings of the word checks, field by field."""

from core.wording import Finding, check_text
from participation.influence.models import YouSaid

AUDIENCE = "12-15"
"""The page is for everyone; it is written for this age so that most can read it alone (domain.md §2.2)."""

READ_BY_CHILDREN = ("said", "did", "reason", "instead", "decided_by", "owner_role")


def findings(you_said: YouSaid) -> list[tuple[str, Finding]]:
    """Every finding with the name of its field, in the order of the page."""
    return [
        (field, finding) for field in READ_BY_CHILDREN for finding in check_text(getattr(you_said, field), AUDIENCE)
    ]


def words_that_block(you_said: YouSaid) -> dict[str, str]:
    """What keeps a text off the page, one finding a field: blaming words, other people's details (S27)."""
    first: dict[str, str] = {}
    for field, finding in findings(you_said):
        if finding.blocks:
            first.setdefault(field, finding.message)
    return first
