"""What each audience can be asked to read (domain §2.2). Keys are the values of `core.age_bands.Audience`."""

from dataclasses import dataclass

SUBGROUP_SUMMARY = "subgroup-summary"
STAFF_NOTE = "staff-note"


@dataclass(frozen=True, slots=True)
class Target:
    """Reading age in years; sentence lengths in words; `polysyllables` is a share from 0 to 1."""

    reading_age: int
    longest: int
    mean: int
    paragraph: int
    page_words: int
    polysyllables: float
    strict: bool = False


TARGETS: dict[str, Target] = {
    "easy-read": Target(7, 12, 8, 1, 150, 0.03, strict=True),
    "8-11": Target(8, 12, 9, 2, 200, 0.05, strict=True),
    "12-15": Target(9, 15, 11, 3, 350, 0.08),
    "16-17": Target(11, 20, 13, 3, 500, 0.10),
    "18-25": Target(11, 20, 14, 4, 600, 0.12),
    "parent-carer": Target(11, 20, 14, 4, 600, 0.12),
    SUBGROUP_SUMMARY: Target(12, 25, 15, 4, 600, 0.15),
    STAFF_NOTE: Target(14, 30, 18, 5, 1000, 0.20),
}


def target_for(audience: str) -> Target:
    """An audience we do not know is read as the youngest one: stricter, never looser."""
    return TARGETS.get(str(audience), TARGETS["8-11"])
