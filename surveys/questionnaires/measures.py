"""The list of measures: what a release may show. Change a map only together with its version."""

from surveys.questionnaires.composites import feeling_safe
from surveys.questionnaires.enums import FormKind
from surveys.questionnaires.measure import DID_NOT_SAY, ChooseAny, Measure

__all__ = ["CHOOSE_ANY", "DID_NOT_SAY", "MEASURES", "ChooseAny", "Measure", "choose_any_for", "measures_for"]

BEFORE, AFTER = frozenset({FormKind.BEFORE}), frozenset({FormKind.AFTER})
CONSULTATION = frozenset({FormKind.CONSULTATION})

YES_A_BIT_NO = (("yes", "Yes"), ("a-bit", "A bit"), ("no", "No"))
SAME = {"yes": "yes", "a-bit": "a-bit", "no": "no"}
PARTLY = {"yes": "yes", "partly": "a-bit", "no": "no"}
HOW_OFTEN = (("mostly", "Yes, mostly"), ("sometimes", "Sometimes"), ("not-much", "No, not much"))
OFTEN = {"mostly": "mostly", "sometimes": "sometimes", "not-much": "not-much"}
GOOD_MIXED = (("good", "Good"), ("mixed", "Mixed"), ("not-good", "Not good"))
FACES = {"great": "good", "ok": "good", "mixed": "mixed", "not-good": "not-good", "bad": "not-good"}
SCALE = {str(step): "not-good" if step <= 3 else "mixed" if step <= 6 else "good" for step in range(11)}
IN_THE_ROOM, ANOTHER_WAY, NOT_THIS_TIME = "in-the-room", "another-way", "not-this-time"
TAKING_PART = {
    "all-of-it": IN_THE_ROOM,
    "some-of-it": IN_THE_ROOM,
    "phone-or-video": ANOTHER_WAY,
    "one-person-before": ANOTHER_WAY,
    "my-words": ANOTHER_WAY,
    "drawing-or-voice": ANOTHER_WAY,
    "someone-speaks": ANOTHER_WAY,
    "not-this-time": NOT_THIS_TIME,
}
HOW_SAFE = {"safe": "safe", "depends": "sometimes", "sometimes": "sometimes", "not": "not"}
PLACES = {place: place for place in ("home", "school", "friends", "online", "outside", "other")}
FIVE_PLACES = ("home", "school", "near", "about", "online")


def _after(id: str, part: str, title: str) -> Measure:
    return Measure(id, 1, title, YES_A_BIT_NO, AFTER, {part: SAME})


def _often(id: str, part: str, title: str) -> Measure:
    return Measure(id, 1, title, HOW_OFTEN, CONSULTATION, {part: OFTEN})


STANDING_FIVE = (
    _after("understood", "Q27a", "I understood what was going on"),
    _after("had_a_say", "Q27b", "I had a say"),
    _after("had_control", "Q27c", "I had some control over what happens next"),
    _after("listened", "Q27d", "People listened to me"),
    _after("agreed", "Q27e", "I agree with the plan"),
)
MEASURES: tuple[Measure, ...] = (
    *STANDING_FIVE,
    Measure(
        "explained",
        1,
        "Someone explained why there was a meeting",
        YES_A_BIT_NO,
        BEFORE | AFTER,
        {"Q15": SAME, "Q16a": PARTLY, "Q31": SAME},
    ),
    _after("took_part_as_wanted", "Q30", "I took part the way I wanted"),
    Measure(
        "taking_part",
        1,
        "How I want to take part",
        ((IN_THE_ROOM, "In the room"), (ANOTHER_WAY, "Another way"), (NOT_THIS_TIME, "Not this time")),
        BEFORE,
        {"Q17": TAKING_PART},
    ),
    Measure(
        "advocate",
        1,
        "Having an advocate",
        (("wants-or-has", "Wants one or has one"), ("more-info", "Wants to know more"), ("no", "No")),
        BEFORE,
        {"Q19": {"yes": "wants-or-has", "have-one": "wants-or-has", "tell-me-more": "more-info", "no": "no"}},
    ),
    Measure(
        "how_things_are",
        1,
        "How things are",
        GOOD_MIXED,
        BEFORE | CONSULTATION,
        {"Q04": FACES, "Q05": SCALE, "C06": {"good": "good", "mixed": "mixed", "not-good": "not-good"}},
    ),
    Measure(
        "feeling_safe",
        1,
        "Feeling safe",
        (("most", "Safe in most places"), ("some", "Safe in some places"), ("few", "Safe in few places")),
        BEFORE | CONSULTATION,
        {
            "Q12a": PLACES | {"none": "none"},
            "Q12b": PLACES | {"nowhere": "nowhere"},
            **{f"{key}-{place}": HOW_SAFE for key in ("Q13", "C09") for place in FIVE_PLACES},
        },
        composite=feeling_safe,
    ),
    Measure(
        "adult_to_tell",
        1,
        "An adult they would feel OK telling",
        (("yes", "Yes"), ("maybe", "Maybe"), ("no", "No")),
        BEFORE,
        {"Q14": {"yes": "yes", "maybe": "maybe", "no": "no"}},
    ),
    Measure(
        "changed",
        1,
        "Something changed because of what I said",
        (("yes", "Yes"), ("not-yet", "Not yet, or don’t know"), ("no", "No")),
        frozenset({FormKind.LATER}),
        {"Q29": {"yes": "yes", "not-yet": "not-yet", "dont-know": "not-yet", "no": "no"}},
    ),
    _often("someone_to_be_with", "C01", "Someone to be yourself with"),
    _often("told_what_is_going_on", "C02", "Adults tell you what is going on"),
    _often("a_say_in_plans", "C03", "A say in plans about you"),
    _often("adults_keep_promises", "C04", "Adults do what they say"),
    _often("things_you_like", "C05", "Doing things you like"),
)
CHOOSE_ANY: tuple[ChooseAny, ...] = (
    ChooseAny(
        "better_meetings",
        1,
        "What would make meetings better",
        "C07",
        (
            ("shorter", "Shorter meetings"),
            ("told-before", "Being told more before"),
            ("fewer-people", "Fewer people"),
            ("better-place", "A better place"),
            ("our-words", "Using our words"),
            ("told-after", "Being told what came of it"),
            ("choose-who", "Choosing who comes"),
            ("other", "Something else"),
        ),
        CONSULTATION,
    ),
)
GOOD_NEWS_NEVER = frozenset({"adult_to_tell"})
"""Never shown as good news: the adult a child would tell may be the one who harms (S25)."""


def measures_for(form: str) -> tuple[Measure, ...]:
    """The measures of one sheet, in the order they are shown."""
    return tuple(measure for measure in MEASURES if form in measure.forms)


def choose_any_for(form: str) -> tuple[ChooseAny, ...]:
    """The questions of one sheet where a child may tick several."""
    return tuple(question for question in CHOOSE_ANY if form in question.forms)
