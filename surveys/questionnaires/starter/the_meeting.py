"""Q15–Q20: what the meeting is for, how I take part, who helps.

Q16–Q19 stay in every form that has them (S23).
"""

from surveys.questionnaires.schema import Kind, Part, Question
from surveys.questionnaires.starter.building import (
    ALL_BANDS,
    AS_MANY,
    EIGHT,
    TWELVE_UP,
    Wording,
    both,
    easy,
    faces,
    many,
    one,
    options,
    single,
    standard,
)

TAKING_PART = options(
    all_of_it="Go to all of it",
    some_of_it="Go to some of it",
    phone_or_video="Join by phone or video",
    one_person_before="Meet one person before",
    my_words="Send my words",
    drawing_or_voice="Send a drawing or voice note",
    someone_speaks="Someone speaks for me",
    not_this_time="Not this time",
)
BESIDE_ME = options(
    family="Someone in my family",
    friend="A friend",
    carer="My carer",
    worker="My worker",
    advocate="Someone on my side, not my worker",
    someone_else="Someone else",
    nobody="Nobody, I’m OK",
)
ADVOCATE = options(yes="Yes", tell_me_more="Tell me more", no="No", have_one="I have one")
EASIER = options(
    shorter="Make it shorter",
    breaks="Breaks",
    quiet_place="A quiet place",
    pictures="Pictures",
    interpreter="Someone who speaks my language",
    my_language="Papers in my language",
    good_time="A time when I miss nothing I like",
    food_drink="Food and drink",
    someone_by_me="Someone I choose sits by me",
    who_will_be_there="Knowing who will be there",
    other="Something else",
)
WHY_FACES = faces(yes="Yes, I get it", a_bit="A bit", no="No")
EXPLAINED = options(yes="Yes, clearly", partly="Partly", no="No")
EXPLAINED_FACES = faces(yes="Yes", partly="A bit", no="No")

AN_ADVOCATE_IS = (
    "An advocate is not your worker. They help you say what you want. "
    "They keep it private unless someone could be hurt."
)


def about_the_meeting(asked: str, kind: Kind, still: str) -> Question:
    choices = EXPLAINED if kind is Kind.ONE else EXPLAINED_FACES
    parts = (Part("Q16a", kind, asked, choices), Part("Q16b", Kind.TEXT, still))
    return Question("Q16", parts, "About the meeting")


def beside_me(beside: str, rather_not: str) -> Question:
    """Only the person who runs the meeting reads it, on screen, never on paper (S9)."""
    parts = (Part("Q18a", Kind.MANY, beside, BESIDE_ME), Part("Q18b", Kind.TEXT, rather_not))
    help = f"{AS_MANY} Only the person who runs the meeting reads this."
    return Question("Q18", parts, "Who is there", help=help, readers="chair_only")


WORDINGS: tuple[Wording, ...] = (
    *both((EIGHT,), single("Q15", Kind.FACES3, "Did someone tell you why adults want a meeting?", WHY_FACES)),
    standard(
        TWELVE_UP,
        about_the_meeting(
            "Has someone explained why there is a meeting and what it is for?",
            Kind.ONE,
            "What do you still want to know?",
        ),
    ),
    easy(
        TWELVE_UP,
        about_the_meeting(
            "Did someone tell you why there is a meeting?", Kind.FACES3, "What else do you want to know?"
        ),
    ),
    standard(ALL_BANDS, many("Q17", "How would you like to take part?", TAKING_PART)),
    easy(ALL_BANDS, many("Q17", "How do you want to take part?", TAKING_PART)),
    *both(
        ALL_BANDS,
        beside_me("Who would help you feel OK there?", "Is there anyone you would rather was not there?"),
    ),
    standard(ALL_BANDS, one("Q19", "Would you like an advocate?", ADVOCATE, help=AN_ADVOCATE_IS)),
    easy(ALL_BANDS, one("Q19", "Would you like an advocate?", ADVOCATE, help=AN_ADVOCATE_IS)),
    *both(ALL_BANDS, many("Q20", "What would make it easier?", EASIER)),
)
