"""What a reply still needs before young people may read it (domain.md §7.4: no "can't" without a reason)."""

from datetime import date

from django.utils.translation import gettext as _

from participation.influence.domain.words import words_that_block
from participation.influence.enums import ReplyKind
from participation.influence.models import YouSaid

Reasons = dict[str, str]


class NotReady(Exception):
    """`reasons` says, field by field and in plain words, what to add."""

    def __init__(self, reasons: Reasons) -> None:
        super().__init__("A reply is not ready for the page.")
        self.reasons = reasons


def reasons_not_to_publish(you_said: YouSaid, *, today: date) -> Reasons:
    """What is missing, by field name; empty when the reply can go on the page."""
    asked = [
        ("said", you_said.said, _("Write what young people said, in your words.")),
        (
            "owner_role",
            you_said.owner_role,
            _("Say whose job this is, for example “Head of children’s homes”."),
        ),
        *_asked_of_kind(you_said),
    ]
    reasons = {field: reason for field, given, reason in asked if not given}
    if you_said.told_on is not None and you_said.told_on > today:
        reasons["told_on"] = _("This day has not come yet. Leave it empty until young people have been told.")
    if you_said.told_on is not None and not you_said.how_told:
        reasons["how_told"] = _("Tick how young people were told.")
    return words_that_block(you_said) | reasons


def _asked_of_kind(you_said: YouSaid) -> list[tuple[str, object, str]]:
    match you_said.kind:
        case ReplyKind.WE_DID:
            return [("did", you_said.did, _("Write what you did."))]
        case ReplyKind.WE_WILL:
            return [
                ("did", you_said.did, _("Write what you will do.")),
                ("due", you_said.due, _("Give a day. A promise needs a day.")),
            ]
        case ReplyKind.WE_CANT_BECAUSE:
            return [
                (
                    "reason",
                    you_said.reason,
                    _("Give the reason. “We can’t” needs a reason a child can read."),
                ),
                ("decided_by", you_said.decided_by, _("Say who decided. A job title is enough.")),
                ("instead", you_said.instead, _("Say what can happen instead.")),
            ]
        case _:
            return [("due", you_said.due, _("Give the day by which young people get an answer."))]


def check_ready(you_said: YouSaid, *, today: date) -> None:
    """Raises NotReady with every reason at once."""
    if reasons := reasons_not_to_publish(you_said, today=today):
        raise NotReady(reasons)
