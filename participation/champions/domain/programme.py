"""Settings and champions: adding, pausing, and how well the settings are covered."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from participation.champions.models import Champion, ChampionKind, Setting, SettingKind

FLOOR, BASE = 10, 5
AUDIENCE_KEY = "champions"


@dataclass(frozen=True)
class Cover:
    """One kind of setting. Staff counts, so exact (domain.md §4.3 rule 18)."""

    kind: str
    label: str
    settings: int
    covered: int
    champions: int

    @property
    def gaps(self) -> int:
        return self.settings - self.covered


def add_setting(*, name: str, kind: SettingKind | str, district: str = "") -> Setting:
    """The setting of that kind and name, made if it is new."""
    row, _made = Setting.objects.get_or_create(
        name=" ".join(name.split()), kind=SettingKind(kind), defaults={"district": district.strip()}
    )
    return row


def add_champion(
    *,
    name: str,
    setting: Setting,
    user: User | None = None,
    trained_on: date | None = None,
    refresher_due: date | None = None,
    by: User | None,
    now: datetime,
) -> Champion:
    """An adult champion in a setting."""
    champion = Champion.objects.create(
        kind=ChampionKind.ADULT,
        name=" ".join(name.split()),
        setting=setting,
        user=user,
        trained_on=trained_on,
        refresher_due=refresher_due,
        created_at=now,
    )
    audit.record("champion.added", actor=by, subject=champion, now=now)
    return champion


def add_young_champion(
    *,
    supporter: User,
    user: User | None = None,
    trained_on: date | None = None,
    by: User | None,
    now: datetime,
) -> Champion:
    """A young champion: a supporter, and no name, home or school (S22)."""
    champion = Champion.objects.create(
        kind=ChampionKind.YOUNG, supporter=supporter, user=user, trained_on=trained_on, created_at=now
    )
    audit.record("champion.young_added", actor=by, subject=champion, now=now)
    return champion


def stop_champion(champion: Champion, *, by: User | None, now: datetime) -> None:
    """Anyone can stop at any time; no reason is asked."""
    Champion.objects.filter(pk=champion.pk).update(active=False)
    audit.record("champion.stopped", actor=by, subject=champion, now=now)


def cover_by_kind() -> list[Cover]:
    """Every kind of setting with how many there are and how many have an active adult champion. One query."""
    adult = Q(champions__kind=ChampionKind.ADULT, champions__active=True)
    rows: dict[str, dict[str, int]] = {
        row["kind"]: {"places": row["places"], "with_one": row["with_one"], "adults": row["adults"]}
        for row in Setting.objects.order_by()
        .values("kind")
        .annotate(
            places=Count("pk", distinct=True),
            with_one=Count("pk", filter=adult, distinct=True),
            adults=Count("champions", filter=adult),
        )
    }
    empty = {"places": 0, "with_one": 0, "adults": 0}
    return [_cover(kind, rows.get(kind.value, empty)) for kind in SettingKind]


def _cover(kind: SettingKind, row: dict[str, int]) -> Cover:
    return Cover(
        kind=kind.value,
        label=str(kind.label),
        settings=row["places"],
        covered=row["with_one"],
        champions=row["adults"],
    )


def settings_without_champion() -> list[Setting]:
    """The gaps: settings where no adult champion is active."""
    covered = Champion.objects.active().adults().values("setting")
    return list(Setting.objects.exclude(pk__in=covered).order_by("kind", "name"))


def young_champions_in_words() -> str:
    """How many young champions there are, never exact: under ten looks like none (§4.3 rules 8, 18)."""
    shown = BASE * (Champion.objects.active().young().count() // BASE)
    if shown < FLOOR:
        return _("fewer than 10")
    return _("%(number)s or more") % {"number": shown}
