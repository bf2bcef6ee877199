"""Which questions make which questionnaire. Short first; the longer sets were trimmed once, here (S23)."""

from dataclasses import dataclass

from surveys.questionnaires.starter.building import (
    ALL_BANDS,
    EASY_READ,
    EIGHT,
    EIGHTEEN,
    SIXTEEN,
    STANDARD,
    TWELVE,
)

STANDING = ("Q17", "Q19", "Q28")
SHORT_YOUNG = ("Q06-07", "Q08", *STANDING)
SHORT_TWELVE_UP = ("Q09", "Q11", *STANDING)
LAST_PAGE = "equality"
LONG: dict[str, tuple[str, ...]] = {
    EIGHT: ("Q03", "Q04", "Q06-08", "Q12", "Q14", "Q15", "Q17", "Q18", "Q19", "Q20", "Q28", LAST_PAGE),
    TWELVE: ("Q05", "Q09", "Q10", "Q11", "Q13", "Q14", "Q16", "Q17", "Q18", "Q19", "Q28", LAST_PAGE),
    SIXTEEN: ("Q05", "Q09", "Q11", "Q13", "Q14", "Q16", "Q17", "Q18", "Q19", "Q22", "Q28", LAST_PAGE),
    EIGHTEEN: ("Q05", "Q09", "Q11", "Q14", "Q16", "Q17", "Q18", "Q19", "Q25", "Q26", "Q28", LAST_PAGE),
}
FIVE_AFTER = ("Q27a", "Q27b", "Q27c", "Q27d", "Q27e")
AFTER = (*FIVE_AFTER, "Q31", "Q30", "Q28")
LATER = ("Q29", "Q28")
ABOUT_MEETINGS = ("C01", "C02", "C03", "C04", "C05", "C06", "C07", "C08", LAST_PAGE)
ABOUT_PLACES = ("C01", "C05", "C06", "C09", "C10", LAST_PAGE)


@dataclass(frozen=True, slots=True)
class Plan:
    """One questionnaire to make. ``asked`` are keys of the bank."""

    slug: str
    title: str
    form: str
    band: str
    level: str
    asked: tuple[str, ...]
    length: str = ""
    longer: str = ""

    @property
    def named(self) -> bool:
        return self.form != "consultation"


def _in_faces(keys: tuple[str, ...], level: str) -> tuple[str, ...]:
    """Easy Read asks with faces where the standard words use 0 to 10 (S30)."""
    return tuple("Q04" if key == "Q05" and level == EASY_READ else key for key in keys)


def _before(band: str, level: str) -> tuple[Plan, Plan]:
    short = SHORT_YOUNG if band == EIGHT else SHORT_TWELVE_UP
    long_slug = f"before-long-{band}-{level}"
    return (
        Plan(
            long_slug,
            "What you think, the longer set",
            "before",
            band,
            level,
            _in_faces(LONG[band], level),
            "long",
        ),
        Plan(f"before-short-{band}-{level}", "What you think", "before", band, level, short, "short", long_slug),
    )


def _afterwards(band: str, level: str) -> tuple[Plan, Plan]:
    return (
        Plan(f"after-{band}-{level}", "How the meeting was", "after", band, level, AFTER),
        Plan(f"later-{band}-{level}", "Did anything change?", "later", band, level, LATER),
    )


def _consultations(level: str) -> tuple[Plan, Plan]:
    """The demo world fills the first with a hundred voices and the second with twenty-seven."""
    tail = "" if level == STANDARD else f"-{level}"
    return (
        Plan(
            f"consultation-100{tail}",
            "Have your say about meetings",
            "consultation",
            "",
            level,
            ABOUT_MEETINGS,
        ),
        Plan(f"consultation-27{tail}", "Have your say about places", "consultation", "", level, ABOUT_PLACES),
    )


LEVELS = (STANDARD, EASY_READ)
PLANS: tuple[Plan, ...] = (
    *(plan for band in ALL_BANDS for level in LEVELS for plan in _before(band, level)),
    *(plan for band in ALL_BANDS for level in LEVELS for plan in _afterwards(band, level)),
    *(plan for level in LEVELS for plan in _consultations(level)),
)

# The four promises of every questionnaire (Lundy), and what it is for
PROMISES: dict[str, dict[str, object]] = {
    "before": {
        "space_note": "On their own phone or with an adult they choose. Every question can be left out.",
        "voice_formats": ["ticks", "text", "with-help", "paper"],
        "audience": "The worker, the person who runs the meeting and the readers on the rota",
        "influence_due": 5,
        "purpose": "So that the meeting hears what the young person wants, before adults decide.",
        "decision": "What the plan says, how they take part and who is there.",
    },
    "after": {
        "space_note": "After the meeting, in their own time. Nothing they say changes the help they get.",
        "voice_formats": ["ticks", "text", "with-help", "paper"],
        "audience": "The worker, the person who runs the meeting and the readers on the rota",
        "influence_due": 28,
        "purpose": "So that we know if the meeting worked for the young person.",
        "decision": "How we run the next meeting, and what the group that plans changes for all.",
    },
    "later": {
        "space_note": "Two short screens, three months on, with an adult they choose or alone.",
        "voice_formats": ["ticks", "text", "with-help", "paper"],
        "audience": "The worker, the person who runs the meeting and the readers on the rota",
        "influence_due": 28,
        "purpose": "So that we know if what they said made a difference.",
        "decision": "Whether the plan needs another look.",
    },
    "consultation": {
        "space_note": "No name is asked. Every question can be left out. Help is on every page.",
        "voice_formats": ["ticks", "text", "with-help", "paper"],
        "audience": "The participation worker and the readers on the rota",
        "influence_due": 90,
        "purpose": "So that the group that plans hears from many young people at once.",
        "decision": "What the group works on next, and what we change in how we meet.",
    },
}
