"""The declared orders of joining, written down before anyone answers.

Neighbours join first (ages next to each other), "not said" joins early so that it never stands
alone as a small group, and the coarsest split is always the last step.
"""

from surveys.releases.disclosure.grouping import Join, Plan

AGE_BAND = Plan(
    "age_band",
    (("8-11", "8 to 11"), ("12-15", "12 to 15"), ("16-17", "16 and 17"), ("18-25", "18 to 25")),
    (
        Join("16 to 25", frozenset({"16-17", "18-25"})),
        Join("8 to 15", frozenset({"8-11", "12-15"})),
        Join("8 to 25", frozenset({"8-11", "12-15", "16-17", "18-25"})),
    ),
)

PLANS = {plan.characteristic: plan for plan in (AGE_BAND,)}
