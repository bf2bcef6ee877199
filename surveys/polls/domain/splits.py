"""The categories of a split: the same ids as the forms' page about the young person, and "did not say"."""

from surveys.polls.enums import Split
from surveys.polls.models import UNSAID, Poll

Categories = tuple[tuple[str, str], ...]
WORDS: dict[str, str] = {
    Split.GENDER: "Are you a …",
    Split.SEND_NEED: "Do you need help with learning, talking, moving, seeing, hearing or feelings?",
}
CATEGORIES: dict[str, Categories] = {
    Split.GENDER: (
        ("girl-woman", "Girl or young woman"),
        ("boy-man", "Boy or young man"),
        ("non-binary", "Non-binary"),
        ("another", "Another word"),
        (UNSAID, "I don’t want to say"),
    ),
    Split.SEND_NEED: (
        ("yes", "Yes"),
        ("no", "No"),
        ("not-sure", "Not sure"),
        (UNSAID, "I don’t want to say"),
    ),
}


def categories_of(poll: Poll) -> Categories:
    """One category without a name where nothing is split."""
    return CATEGORIES.get(poll.split, (("", ""),))
