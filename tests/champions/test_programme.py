"""Coverage, gaps, and what is never said of young champions."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import Role
from participation.champions.domain import programme
from participation.champions.domain.desk import waiting_for
from participation.champions.models import Champion, ChampionKind, SettingKind
from tests.factories.accounts import UserFactory
from tests.factories.champions import champion, setting, young_champion

pytestmark = pytest.mark.django_db


def cover(kind: SettingKind) -> programme.Cover:
    return next(row for row in programme.cover_by_kind() if row.kind == kind)


def test_every_kind_is_listed_also_where_there_is_nothing() -> None:
    assert [row.kind for row in programme.cover_by_kind()] == list(SettingKind)
    assert cover(SettingKind.POLICE).settings == 0


def test_cover_counts_places_and_active_adults() -> None:
    one, two, gap = setting(), setting(), setting()
    for _ in range(2):
        champion(at=one)
    champion(at=two)
    programme.stop_champion(champion(at=gap), by=None, now=timezone.now())
    home = cover(SettingKind.HOME)
    assert (home.settings, home.covered, home.gaps, home.champions) == (3, 2, 1, 3)
    assert programme.settings_without_champion() == [gap]


def test_young_champions_change_no_count_of_places() -> None:
    setting()
    before = programme.cover_by_kind()
    young_champion()
    assert programme.cover_by_kind() == before


@pytest.mark.parametrize(
    ("many", "words"), [(0, "fewer than 10"), (9, "fewer than 10"), (10, "10 or more"), (14, "10 or more")]
)
def test_young_champions_are_never_counted_exactly(many: int, words: str) -> None:
    supporter = UserFactory()
    for _ in range(many):
        young_champion(supporter=supporter)
    assert programme.young_champions_in_words() == words


@pytest.mark.parametrize("extra", [{"name": "Canarina"}, {"setting": True}])
def test_the_database_holds_no_name_or_place_of_a_young_champion(extra: dict[str, object]) -> None:
    if "setting" in extra:
        extra = {"setting": setting()}
    with pytest.raises(IntegrityError), transaction.atomic():
        Champion.objects.create(kind=ChampionKind.YOUNG, created_at=timezone.now(), **extra)


def test_the_same_place_is_stored_once() -> None:
    first = programme.add_setting(name="Elm House", kind=SettingKind.HOME)
    assert programme.add_setting(name=" Elm  House ", kind=SettingKind.HOME) == first
    assert programme.add_setting(name="Elm House", kind=SettingKind.SCHOOL) != first


def test_the_leads_desk_tells_of_late_refreshers_and_gaps() -> None:
    now = timezone.now()
    champion(refresher_due=timezone.localdate(now) - dt.timedelta(days=1))
    setting()
    lead = UserFactory(roles=[Role.CHAMPION_LEAD])
    assert [line.text for line in waiting_for(lead, now)] == [
        "1 refresher is late",
        "1 place has no champion",
    ]
    assert waiting_for(UserFactory(roles=[Role.CHAMPION]), now) == []
