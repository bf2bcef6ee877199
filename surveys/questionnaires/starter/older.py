"""Q21–Q26: what to keep between us, and what matters more with age."""

from surveys.questionnaires.schema import Kind, Part, Question
from surveys.questionnaires.starter.building import (
    EIGHTEEN,
    SIXTEEN_UP,
    TWELVE_UP,
    Wording,
    both,
    easy,
    many,
    one,
    options,
    standard,
    text,
)

TIME_AND_PLACE = options(
    daytime="In the day",
    after_college="After work or college",
    evening="In the evening",
    weekend="At the weekend",
    phone_or_video="By phone or video",
    place_i_choose="A place I choose",
    bring_my_child="A place where I can bring my child",
    help_to_get_there="Help to get there",
    other="Something else",
)
DO_BETTER = options(
    explain="Explain things",
    use_my_words="Use my words",
    ask_me_first="Ask me first",
    be_on_time="Be on time",
    keep_promises="Keep promises",
    not_repeat="Not tell my story to everyone",
    other="Something else",
)
HELP_WITH = options(
    home="Where I live",
    money="Money",
    health="Health",
    work_study="Work or study",
    something_else="Something else",
    none="None of these",
)
BETWEEN_US = "Anything to keep between you, your worker and the person who runs the meeting?"
ON_SCREEN_ONLY = "It is read on a screen and never printed."
Q22 = Question(
    "Q22",
    (
        Part("Q22a", Kind.MANY, "What works around your life?", TIME_AND_PLACE),
        Part("Q22b", Kind.TEXT, "Anything else about time or place?"),
    ),
    "A time and place that work",
)

WORDINGS: tuple[Wording, ...] = (
    standard(TWELVE_UP, text("Q21", BETWEEN_US, help=ON_SCREEN_ONLY, readers="chair_only")),
    easy(
        TWELVE_UP,
        text(
            "Q21",
            "Is there anything to keep private?",
            help="Your worker and the person who runs the meeting read it. It is never printed.",
            readers="chair_only",
        ),
    ),
    *both(SIXTEEN_UP, Q22),
    standard(TWELVE_UP, many("Q23", "What could adults do better when they talk with you or about you?", DO_BETTER)),
    easy(TWELVE_UP, many("Q23", "What could adults do better when they talk with you?", DO_BETTER)),
    standard(
        SIXTEEN_UP,
        text("Q24", "Which words do you like us to use about you and your life? Any words to avoid?", help=""),
    ),
    easy(
        SIXTEEN_UP,
        text("Q24", "Which words should we use about you? Which words should we not use?", help=""),
    ),
    *both(SIXTEEN_UP, one("Q25", "Which one would you most like help with?", HELP_WITH)),
    standard(
        (EIGHTEEN,),
        text(
            "Q26",
            "What help do you want? What don’t you want?",
            help="You’re over 18, so most of this is your choice.",
        ),
    ),
    easy(
        (EIGHTEEN,),
        text(
            "Q26",
            "What help do you want? What don’t you want?",
            help="You are over 18. You choose most of this.",
        ),
    ),
)
