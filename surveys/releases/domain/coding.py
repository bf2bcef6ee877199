"""Which answers are being gathered, told to the people who sort words into themes (`surveys.themes.registry`)."""

import datetime as dt
from collections.abc import Iterator

from surveys.questionnaires.enums import FormKind
from surveys.releases.domain.used import USED
from surveys.releases.domain.windows import ref_of
from surveys.releases.enums import Cadence
from surveys.releases.models import Contribution, Window
from surveys.themes.registry import CodingWindow


def windows_to_code(now: dt.datetime) -> Iterator[CodingWindow]:
    """Every form of every window that has begun and is not frozen; a year is made of quarters that were sorted."""
    waiting = Window.objects.waiting().filter(opens_at__lte=now).select_related("programme")
    used = Contribution.objects.filter(characteristic__in=USED).values("response_id")
    closed_before: dict[object, dt.datetime] = {}
    for window in waiting.exclude(programme__cadence=Cadence.YEAR).order_by("opens_at"):
        for form in window.programme.forms:
            yield CodingWindow(
                window_id=window.pk,
                form=form,
                title=_title(window, form),
                questionnaire_id=window.programme.questionnaire_id,
                opens_at=window.opens_at,
                sent_from=closed_before.get(window.programme_id),
                sent_before=window.closes_at,
                counted_from=window.due_at,
                used=used,
            )
        closed_before[window.programme_id] = window.closes_at


def _title(window: Window, form: str) -> str:
    if window.programme.cadence == Cadence.ONE_OFF:
        return window.programme.title
    return f"{window.programme.title}, {ref_of(window)}: {FormKind(form).label}"
