"""Windows and frozen releases for tests, with the answers as the first thing a test says."""

import datetime as dt
import random
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from surveys.releases.disclosure.content import PublishedCell, PublishedSheet, PublishedTable, ReleaseContent
from surveys.releases.domain.rules import numbers_of, rules_in_force
from surveys.releases.domain.windows import quarter_bounds, quarterly_programme, ref_of
from surveys.releases.models import Programme, Release, Window
from surveys.responses.domain.counting import CountingRow

AFTER_FREEZE = dt.datetime(2026, 10, 8, 9, tzinfo=timezone.get_default_timezone())


_ids = random.Random(0)


def same_ids_again() -> None:
    """From here on `row` gives the same ids in every run, so that the same secret draws the same numbers."""
    _ids.seed(0)


def quarter_window(year: int = 2026, quarter: int = 3, *, programme: Programme | None = None) -> Window:
    opens_at, closes_at = quarter_bounds(year, quarter)
    return Window.objects.create(programme=programme or quarterly_programme(), opens_at=opens_at, closes_at=closes_at)


def row(
    form: str = "after",
    *,
    band: str = "12-15",
    key: str = "",
    setting: str = "",
    about: dict[str, str] | None = None,
    **parts: str,
) -> CountingRow:
    """One child's answers: `row(Q27a="yes")`. Part ids are written with _ for -.

    `about` is what the last page asks: {"gender": "girl-woman"}.
    """
    response_id = uuid.UUID(int=_ids.getrandbits(128), version=4)
    return CountingRow(
        response_id=response_id,
        record_key=key or response_id.hex,
        form=form,
        band=band,
        setting=setting,
        characteristics=about or {},
        parts={part.replace("_", "-"): (option,) for part, option in parts.items()},
    )


@dataclass
class Answers:
    """Stands in for the door to the answers; holds rows that tests add to and take from."""

    rows: list[CountingRow] = field(default_factory=list)

    def rows_to_count(
        self, *, forms: Iterable[str], questionnaire: object, sent_before: dt.datetime, already: object
    ) -> Iterator[CountingRow]:
        used = {each["response_id"] for each in already}
        return iter([each for each in self.rows if each.form in set(forms) and each.response_id not in used])

    def ids_to_count(self, **asked: Any) -> Iterator[uuid.UUID]:
        return (each.response_id for each in self.rows_to_count(**asked))


def table(measure: str = "listened", *, n_shown: int = 20, counts: tuple[int, ...] = (10, 5, 5, 0)) -> PublishedTable:
    names = (("yes", "Yes"), ("bit", "A bit"), ("no", "No"), ("unsaid", "Did not say"))
    cells = tuple(PublishedCell(name, label, count) for (name, label), count in zip(names, counts, strict=True))
    return PublishedTable(measure, 1, "People listened to me", "everyone", "", n_shown, "yes", cells)


def frozen_release(
    window: Window | None = None,
    *,
    sheets: Iterable[PublishedSheet] | None = None,
    supersedes: Release | None = None,
    **more: Any,
) -> Release:
    """A sealed release with one table, made without counting anyone. `more`: other fields of its content."""
    window = window or quarter_window()
    if sheets is None:
        sheets = (PublishedSheet("after", "shown", 20, (table(),)),)
    frozen_at = window.due_at
    ref = ref_of(window) if supersedes is None else f"{supersedes.ref}-b"
    content = ReleaseContent(
        ref=ref,
        title=window.programme.title,
        opens_on=timezone.localdate(window.opens_at).isoformat(),
        closes_on=timezone.localdate(window.closes_at - dt.timedelta(seconds=1)).isoformat(),
        frozen_on=timezone.localdate(frozen_at).isoformat(),
        rules=numbers_of(rules_in_force()),
        sheets=tuple(sheets),
        **more,
    )
    release = Release(window=window, ref=ref, frozen_at=frozen_at, content=content.to_json(), supersedes=supersedes)
    release.seal()
    release.save(force_insert=True)
    Window.objects.filter(pk=window.pk).update(frozen_at=frozen_at)
    window.refresh_from_db()
    return release
