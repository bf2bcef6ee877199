"""The categories of a split: the same ids as the forms' page about the young person, and "did not say"."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from surveys.polls.enums import Split
from surveys.polls.models import UNSAID, Poll

Categories = tuple[tuple[str, str | Promise], ...]
WORDS: dict[str, str | Promise] = {
    Split.GENDER: _("Are you a …"),
    Split.SEND_NEED: _("Do you need help with learning, talking, moving, seeing, hearing or feelings?"),
}
CATEGORIES: dict[str, Categories] = {
    Split.GENDER: (
        ("girl-woman", _("Girl or young woman")),
        ("boy-man", _("Boy or young man")),
        ("non-binary", _("Non-binary")),
        ("another", _("Another word")),
        (UNSAID, _("I don’t want to say")),
    ),
    Split.SEND_NEED: (
        ("yes", _("Yes")),
        ("no", _("No")),
        ("not-sure", _("Not sure")),
        (UNSAID, _("I don’t want to say")),
    ),
}


def categories_of(poll: Poll) -> Categories:
    """One category without a name where nothing is split."""
    return CATEGORIES.get(poll.split, (("", ""),))
