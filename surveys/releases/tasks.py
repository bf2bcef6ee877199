"""Freezing and correcting take as long as the attack takes, so the job worker does them. Asking twice is once."""

import datetime as dt
import logging
from uuid import UUID

from django_tasks import task

from accounts.models import User
from surveys.releases.domain.corrections import Replaced, correct_release
from surveys.releases.domain.freezing import Busy, TooEarly, freeze_window
from surveys.releases.domain.tampering import report_unreadable
from surveys.releases.models import Release, Tampered, Window

logger = logging.getLogger("your_turn.releases")


@task()
def freeze_one(window_id: str, user_id: str, asked_at: str) -> None:
    """Refused is refused: the page says when it can be done, and the nightly job comes by anyway."""
    window, now = (
        Window.objects.select_related("programme").get(pk=UUID(window_id)),
        dt.datetime.fromisoformat(asked_at),
    )
    try:
        freeze_window(window, now=now, by=_person(user_id))
    except (TooEarly, Busy):
        logger.info("freeze_refused", extra={"window": window_id})
    except Tampered:
        report_unreadable(now=now)


@task()
def correct_one(release_id: str, reason: str, user_id: str, asked_at: str) -> None:
    release, now = Release.objects.get(pk=UUID(release_id)), dt.datetime.fromisoformat(asked_at)
    try:
        correct_release(release, reason=reason, by=_person(user_id), now=now)
    except (Replaced, Busy):
        logger.info("correction_refused", extra={"release": release_id})
    except Tampered:
        report_unreadable(now=now)


def _person(user_id: str) -> User | None:
    return User.objects.filter(pk=user_id).first()
