"""Ticks that put a young person's words first (S13). They only ever raise the order."""

from collections.abc import Iterable
from uuid import UUID

from surveys.responses.models import Answer

UNSAFE_HOME = "Does not feel safe"
NO_ONE = "Has no one to tell right now"
ALONE = "Has no one to be themselves with right now"

# part id → option id → why it comes first; a test holds these against the questions we ship
SIGNALS: dict[str, dict[str, str]] = {
    "Q03": {"no-one-right-now": ALONE},
    "Q12a": {"none": "Feels safe in none of the places"},
    "Q12b": {"home": UNSAFE_HOME},
    "Q13-home": {"not": UNSAFE_HOME, "sometimes": UNSAFE_HOME, "depends": UNSAFE_HOME},
    "Q14": {"no": NO_ONE},
}


def find_signals(responses: Iterable[UUID]) -> dict[UUID, tuple[str, ...]]:
    """The reasons by response, from ticked options only: no word is opened to sort a queue."""
    answers = Answer.objects.filter(response_id__in=list(responses), part_id__in=SIGNALS)
    found: dict[UUID, tuple[str, ...]] = {}
    for answer in answers.only("response_id", "part_id", "options").order_by("part_id"):
        known = SIGNALS[answer.part_id]
        reasons = tuple(known[option] for option in answer.options if option in known)
        if reasons:
            found[answer.response_id] = found.get(answer.response_id, ()) + reasons
    return found
