"""What themes give to the answers below, through their registry (D13)."""

import datetime as dt
from collections.abc import Iterator
from uuid import UUID

from django.utils.translation import gettext as _

from accounts.models import Role, User
from surveys.responses import registry


def register_all() -> None:
    registry.register_report_writers(report_writers)
    registry.register_on_forget(forget)


def report_writers() -> Iterator[registry.WhoReads]:
    """Everyone who may open words for a report, by the name the young person is shown (S7)."""
    for user in User.objects.with_role(Role.REPORT_WRITER):
        what = user.what_they_do or _("writes reports")
        yield registry.WhoReads(user.first_name or user.display_name, what, user_id=str(user.pk))


def forget(response_id: UUID, now: dt.datetime) -> None:
    from surveys.themes.domain.forgetting import forget_words_of

    forget_words_of(response_id)
