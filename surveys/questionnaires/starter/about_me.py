"""Q01–Q11: who I am, how things are, what is going well, what I want."""

from surveys.questionnaires.schema import Kind, Part, Question
from surveys.questionnaires.starter.building import (
    ALL_BANDS,
    EIGHT,
    TWELVE_UP,
    Wording,
    both,
    easy,
    faces,
    many,
    one,
    options,
    scale,
    single,
    standard,
    text,
)

YOUNGEST = (EIGHT,)
PEOPLE = options(
    family="My family",
    friend="A friend",
    carer="My carer",
    teacher="A teacher",
    worker="A worker",
    pet="A pet",
    no_one_right_now="No one right now",
    someone_else="Someone else",
)
FIVE_FACES = faces(great="Great", ok="OK", mixed="Mixed", not_good="Not good", bad="Bad")
SURE = options(yes="Yes", maybe="Maybe", no="No")

GOOD_THINGS = Part("Q06", Kind.HOUSES, "House of Good Things: what is going well?")
WORRIES = Part(
    "Q07", Kind.HOUSES, "House of Worries: is there anything on your mind?", help="Only put what you want to."
)
HOPES = Part("Q08", Kind.HOUSES, "House of Hopes: what would things be like if you could choose?")

WORDINGS: tuple[Wording, ...] = (
    *both(YOUNGEST, text("Q01", "What do you like doing most?")),
    standard(TWELVE_UP, text("Q02", "What are you good at, or proud of?")),
    easy(TWELVE_UP, text("Q02", "What are you good at?")),
    *both(ALL_BANDS, many("Q03", "Who do you feel OK being yourself with?", PEOPLE)),
    standard(YOUNGEST, single("Q04", Kind.FACES5, "How are things today?", FIVE_FACES)),
    easy(ALL_BANDS, single("Q04", Kind.FACES5, "How are things today?", FIVE_FACES)),
    standard(
        TWELVE_UP,
        single(
            "Q05",
            Kind.SCALE,
            "How are things for you this week?",
            scale(low="really hard", middle="mixed", high="really good"),
        ),
    ),
    *both(
        YOUNGEST,
        Question("Q06-07", (GOOD_THINGS, WORRIES), "What should we know?", help="Start with the one you like."),
    ),
    *both(YOUNGEST, Question("Q08", (HOPES,), "What do you want to happen?")),
    *both(
        YOUNGEST,
        Question(
            "Q06-08",
            (GOOD_THINGS, WORRIES, HOPES),
            "Three houses to fill",
            help="Start with the one you like. You can leave one out.",
        ),
    ),
    standard(TWELVE_UP, text("Q09", "What is working for you right now?")),
    easy(TWELVE_UP, text("Q09", "What is going well?")),
    standard(
        TWELVE_UP,
        text(
            "Q10",
            "What are you worried about, if anything?",
            help="It might not be what adults worry about. You don’t need to use names.",
        ),
    ),
    easy(TWELVE_UP, text("Q10", "Is there anything on your mind?", help="Only put what you want to.")),
    standard(TWELVE_UP, text("Q11", "What do you want to happen next?")),
    easy(TWELVE_UP, text("Q11", "What do you want to happen?")),
    *both(
        ALL_BANDS,
        one("Q14", "Is there an adult you’d feel OK telling if something felt wrong?", SURE),
    ),
)
