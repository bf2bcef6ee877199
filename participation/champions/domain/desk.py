"""What waits for the champions' lead: refreshers that are late, settings without a champion."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import ngettext

from accounts.models import User
from participation.champions.domain.programme import settings_without_champion
from participation.champions.models import Champion
from participation.champions.permissions import can_lead_champions


@dataclass(frozen=True)
class Waiting:
    text: str
    url_name: str
    url_args: tuple[object, ...] = ()
    due: date | None = None
    late: bool = False


def waiting_for(user: User, now: datetime) -> list[Waiting]:
    if not can_lead_champions(user):
        return []
    late = Champion.objects.adults().refresher_late(now=now).count()
    gaps = len(settings_without_champion())
    lines = [
        (late, ngettext("%(n)d refresher is late", "%(n)d refreshers are late", late)),
        (gaps, ngettext("%(n)d place has no champion", "%(n)d places have no champion", gaps)),
    ]
    return [Waiting(text % {"n": number}, "work_champions", late=True) for number, text in lines if number]
