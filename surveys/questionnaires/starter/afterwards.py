"""Q27–Q31: after the meeting and three months later. Q27a–e are the standing five (S25)."""

from surveys.questionnaires.schema import Kind, Question
from surveys.questionnaires.starter.building import (
    ALL_BANDS,
    EIGHT,
    TWELVE_UP,
    Wording,
    both,
    easy,
    faces,
    one,
    options,
    single,
    standard,
    text,
)

STANDING_FIVE = {
    "Q27a": "I understood what was going on",
    "Q27b": "I had a say",
    "Q27c": "I had some control over what happens next",
    "Q27d": "People listened to me",
    "Q27e": "I agree with the plan",
}
LOOKING_BACK = {
    "Q31": "Someone explained why there was a meeting",
    "Q30": "I took part the way I wanted",
}
IN_WORDS = options(yes="Yes", a_bit="A bit", no="No")
IN_FACES = faces(yes="Yes", a_bit="A bit", no="No")
CHANGED = options(yes="Yes", not_yet="Not yet", no="No", dont_know="I don’t know")
ABOUT_IT = "Think about the meeting."


def _in_faces(key: str, said: str) -> Question:
    return single(key, Kind.FACES3, said, IN_FACES, help=ABOUT_IT)


def _in_words(key: str, said: str) -> Question:
    return single(key, Kind.ONE, said, IN_WORDS, help=ABOUT_IT)


WORDINGS: tuple[Wording, ...] = (
    *(standard((EIGHT,), _in_faces(key, said)) for key, said in (STANDING_FIVE | LOOKING_BACK).items()),
    *(standard(TWELVE_UP, _in_words(key, said)) for key, said in (STANDING_FIVE | LOOKING_BACK).items()),
    *(easy(ALL_BANDS, _in_faces(key, said)) for key, said in (STANDING_FIVE | LOOKING_BACK).items()),
    *both(ALL_BANDS, one("Q29", "Did anything change because of what you said?", CHANGED)),
    *both(ALL_BANDS, text("Q28", "Anything else you want to say?", help="Say it in any way you like.")),
)
