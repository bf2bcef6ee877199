"""Q12 and Q13: places. Two questions for the youngest, five short ones from twelve (S30)."""

from surveys.questionnaires.schema import Kind, Part, Question
from surveys.questionnaires.starter.building import AS_MANY, EIGHT, TWELVE_UP, Wording, both, options

PLACES = {
    "home": "Home",
    "school": "School",
    "friends": "A friend’s home",
    "online": "Online",
    "outside": "Outside",
    "other": "Somewhere else",
}
HOW_SAFE = options(
    safe="Safe",
    depends="It depends who is there",
    sometimes="Sometimes safe",
    not_="Not safe",
)
FIVE_PLACES = {
    "home": "Home",
    "school": "School, college or work",
    "near": "Near where you live",
    "about": "Getting about",
    "online": "Online",
}


def places(key: str, wording: str, help: str = "") -> Question:
    """Five places, each with the same four answers."""
    parts = tuple(Part(f"{key}-{place}", Kind.ONE, name, HOW_SAFE) for place, name in FIVE_PLACES.items())
    return Question(key, parts, wording, help=help)


Q12 = Question(
    "Q12",
    (
        Part(
            "Q12a",
            Kind.MANY,
            "Where do you feel safe?",
            options(**PLACES, none="None of these"),
        ),
        Part(
            "Q12b",
            Kind.MANY,
            "Is there a place where you feel less safe?",
            options(**PLACES, nowhere="No, nowhere"),
        ),
    ),
    "Places you go",
    help=AS_MANY,
)

WORDINGS: tuple[Wording, ...] = (
    *both((EIGHT,), Q12),
    *both(TWELVE_UP, places("Q13", "How safe do you feel in these places?", "Leave out any you like.")),
)
