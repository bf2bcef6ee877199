"""Settings and champions."""

from itertools import count
from typing import Any

from django.utils import timezone

from accounts.models import Role
from participation.champions.domain.programme import add_champion, add_setting, add_young_champion
from participation.champions.models import Champion, Setting, SettingKind
from tests.factories.accounts import UserFactory

_numbers = count(1)


def setting(kind: SettingKind = SettingKind.HOME, **fields: Any) -> Setting:
    return add_setting(name=fields.pop("name", f"Place {next(_numbers)}"), kind=kind, **fields)


def champion(*, at: Setting | None = None, **fields: Any) -> Champion:
    name = fields.pop("name", f"Champion {next(_numbers)}")
    return add_champion(name=name, setting=at or setting(), by=None, now=timezone.now(), **fields)


def young_champion(**fields: Any) -> Champion:
    supporter = fields.pop("supporter", None) or UserFactory(roles=[Role.CHAMPION_LEAD], first_name="Supporter")
    return add_young_champion(supporter=supporter, by=None, now=timezone.now(), **fields)
