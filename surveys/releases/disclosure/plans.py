"""The declared orders of joining, written down before anyone answers.

Neighbours join first (ages next to each other). "Did not say" and "other" join early, so that they never stand alone as
a small group. The coarsest split is always the last step, and of two halves neither can be told without the other.

A joined group is called by what is in it and by nothing it is not: a label names all its members, or what none of them
said. Every join holds whole what was joined before it, so its label stays true.

Care status is in the catalogue of characteristics but no question asks it, so it has no plan and can not be told.
"""

from surveys.releases.disclosure.crowd import NOT_SAID
from surveys.releases.disclosure.grouping import Join, Plan

DID_NOT_SAY = "Did not say"

AGE_BAND = Plan(
    "age_band",
    (("8-11", "8 to 11"), ("12-15", "12 to 15"), ("16-17", "16 and 17"), ("18-25", "18 to 25")),
    (
        Join("16 to 25", frozenset({"16-17", "18-25"})),
        Join("8 to 15", frozenset({"8-11", "12-15"})),
        Join("8 to 25", frozenset({"8-11", "12-15", "16-17", "18-25"})),
    ),
)

GENDER = Plan(
    "gender",
    (
        ("girl-woman", "Girls and young women"),
        ("boy-man", "Boys and young men"),
        ("non-binary", "Non-binary"),
        ("another", "Another word"),
        (NOT_SAID, DID_NOT_SAY),
    ),
    (
        Join("Another word, or did not say", frozenset({"another", NOT_SAID})),
        Join("Non-binary, another word, or did not say", frozenset({"non-binary", "another", NOT_SAID})),
        Join(
            "Boys, non-binary, another word, or did not say", frozenset({"boy-man", "non-binary", "another", NOT_SAID})
        ),
        Join("Everyone", frozenset({"girl-woman", "boy-man", "non-binary", "another", NOT_SAID})),
    ),
)

# White beside all others comes last (domain 7.3): until then each step keeps as many groups as the sizes allow.
ETHNIC_GROUP = Plan(
    "ethnic_group",
    (
        ("asian", "Asian"),
        ("black", "Black"),
        ("mixed", "Mixed"),
        ("white", "White"),
        ("other", "Another group"),
        (NOT_SAID, DID_NOT_SAY),
    ),
    (
        Join("Another group, or did not say", frozenset({"other", NOT_SAID})),
        Join("Mixed, another group, or did not say", frozenset({"mixed", "other", NOT_SAID})),
        Join("Asian or Black", frozenset({"asian", "black"})),
        Join("All other groups, or did not say", frozenset({"asian", "black", "mixed", "other", NOT_SAID})),
        Join("Everyone", frozenset({"asian", "black", "mixed", "white", "other", NOT_SAID})),
    ),
)

SEND_NEED = Plan(
    "send_need",
    (
        ("yes", "Need some help"),
        ("no", "Need no help"),
        ("not-sure", "Not sure"),
        (NOT_SAID, DID_NOT_SAY),
    ),
    (
        Join("Not sure, or did not say", frozenset({"not-sure", NOT_SAID})),
        Join("Need no help, not sure, or did not say", frozenset({"no", "not-sure", NOT_SAID})),
        Join("Everyone", frozenset({"yes", "no", "not-sure", NOT_SAID})),
    ),
)

WHERE_I_LIVE = Plan(
    "where_i_live",
    (
        ("family", "With family"),
        ("foster", "With a foster carer"),
        ("childrens-home", "In a children’s home"),
        ("own-place", "In their own place or with support"),
        ("other", "Somewhere else"),
        (NOT_SAID, DID_NOT_SAY),
    ),
    (
        Join("Somewhere else, or did not say", frozenset({"other", NOT_SAID})),
        Join("With a foster carer or in a children’s home", frozenset({"foster", "childrens-home"})),
        Join("In their own place, somewhere else, or did not say", frozenset({"own-place", "other", NOT_SAID})),
        Join("Anywhere else, or did not say", frozenset({"foster", "childrens-home", "own-place", "other", NOT_SAID})),
        Join("Everyone", frozenset({"family", "foster", "childrens-home", "own-place", "other", NOT_SAID})),
    ),
)

PLANS = {plan.characteristic: plan for plan in (AGE_BAND, GENDER, ETHNIC_GROUP, SEND_NEED, WHERE_I_LIVE)}
