"""The last page, which anyone may skip. It never asks about faith, whom you love or where you were born."""

from surveys.questionnaires.schema import Kind, Option, Part, Question
from surveys.questionnaires.starter.building import (
    ANY_AGE,
    EIGHT,
    TWELVE_UP,
    Wording,
    both,
    easy,
    options,
    standard,
)

WHY_WE_ASK = (
    "Why we ask: to see who we do not hear from. We use it when we count your other answers too. You can skip it all."
)
ETHNIC_GROUP = options(
    asian="Asian",
    black="Black",
    mixed="Mixed",
    white="White",
    other="Another group",
)
YES_NO = options(yes="Yes", no="No", not_sure="Not sure")
WHERE = options(
    family="With my family",
    foster="With a foster carer",
    childrens_home="In a children’s home",
    own_place="In my own place or with support",
    other="Somewhere else",
)
LANGUAGE = options(english="English", another="Another language", more_than_one="More than one")
YOUNG = options(girl_woman="Girl", boy_man="Boy", non_binary="Non-binary", another="Another word")
OLDER = options(girl_woman="Girl or woman", boy_man="Boy or man", non_binary="Non-binary", another="Another word")


def page(genders: tuple[Option, ...]) -> Question:
    """Option ids are the same on every page, so that one group means one thing."""
    parts = (
        Part("E-gender", Kind.ONE, "Are you a …", genders),
        Part("E-ethnic", Kind.ONE, "Which group are you in?", ETHNIC_GROUP),
        Part(
            "E-help",
            Kind.ONE,
            "Do you need help with learning, talking, moving, seeing, hearing or feelings?",
            YES_NO,
        ),
        Part("E-live", Kind.ONE, "Where do you live?", WHERE),
        Part("E-language", Kind.ONE, "What did you speak first at home?", LANGUAGE),
    )
    return Question("equality", parts, "A bit about you", help=WHY_WE_ASK, section="equality")


WORDINGS: tuple[Wording, ...] = (
    *both((EIGHT,), page(YOUNG)),
    standard(TWELVE_UP, page(OLDER)),
    easy(TWELVE_UP, page(OLDER)),
    *both(ANY_AGE, page(OLDER)),
)
