"""C01–C10: a consultation, not named. Our own words on people, good days, rights and getting better."""

from surveys.questionnaires.schema import Kind, Question
from surveys.questionnaires.starter.building import (
    ANY_AGE,
    Wording,
    both,
    easy,
    faces,
    many,
    one,
    options,
    single,
    standard,
    text,
)
from surveys.questionnaires.starter.feeling_safe import places

NOBODY_KNOWS = "We won’t know who wrote this. So no one can come and help. To talk to someone, press Help."
HOW_OFTEN = {"mostly": "Yes, mostly", "sometimes": "Sometimes", "not_much": "No, not much"}
HOW_ARE_THINGS = {"good": "Good", "mixed": "Mixed", "not_good": "Not good"}
ASKED_HOW_OFTEN = {
    "C01": "Do you have someone you can be yourself with?",
    "C02": "Do adults tell you what is going on?",
    "C03": "Do you get a say in plans about you?",
    "C04": "Do adults do what they say they will do?",
    "C05": "Do you get to do things you like?",
}
BETTER_MEETINGS = options(
    shorter="Make them shorter",
    told_before="Tell us more before",
    fewer_people="Have fewer people",
    better_place="Pick a better place",
    our_words="Use our words",
    told_after="Tell us what came of it",
    choose_who="Let us choose who comes",
    other="Something else",
)


def _asked(key: str, wording: str) -> tuple[Wording, Wording]:
    in_words: Question = one(key, wording, options(**HOW_OFTEN))
    in_faces = single(key, Kind.FACES3, wording, faces(**HOW_OFTEN))
    return standard(ANY_AGE, in_words), easy(ANY_AGE, in_faces)


WORDINGS: tuple[Wording, ...] = (
    *(wording for key, asked in ASKED_HOW_OFTEN.items() for wording in _asked(key, asked)),
    standard(ANY_AGE, one("C06", "How are things for you right now?", options(**HOW_ARE_THINGS))),
    easy(ANY_AGE, single("C06", Kind.FACES3, "How are things right now?", faces(**HOW_ARE_THINGS))),
    *both(ANY_AGE, many("C07", "What would make meetings better for young people?", BETTER_MEETINGS)),
    *both(ANY_AGE, text("C08", "What is one thing adults could do better?", help=NOBODY_KNOWS)),
    *both(ANY_AGE, places("C09", "How safe do you feel in these places?", "Leave out any you like.")),
    *both(ANY_AGE, text("C10", "What would make a place feel better?", help=NOBODY_KNOWS)),
)
