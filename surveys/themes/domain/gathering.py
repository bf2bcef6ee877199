"""Which windows can be sorted into themes, and which texts belong to them."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from surveys.questionnaires.enums import Length
from surveys.questionnaires.models import QuestionnaireVersion
from surveys.responses.enums import AnswerState
from surveys.responses.models import Answer, Response
from surveys.themes import registry
from surveys.themes.models import ThemeSet
from surveys.themes.registry import CodingWindow


@dataclass(frozen=True)
class WindowRow:
    window: CodingWindow
    themes: ThemeSet | None


def window_rows(*, now: dt.datetime) -> list[WindowRow]:
    """Windows that are not frozen, with the themes they have; the newest first."""
    known = {(one.window_id, one.form): one for one in ThemeSet.objects.prefetch_related("themes")}
    rows = [WindowRow(window, known.get((window.window_id, window.form))) for window in registry.windows(now)]
    return sorted(rows, key=lambda row: row.window.opens_at, reverse=True)


def find_window(window_id: UUID, form: str, *, now: dt.datetime) -> CodingWindow | None:
    known = registry.windows(now)
    return next((one for one in known if (one.window_id, one.form) == (window_id, form)), None)


def window_of(themes: ThemeSet, *, now: dt.datetime) -> CodingWindow | None:
    """None once it is frozen: then nothing here is opened any more."""
    return find_window(themes.window_id, themes.form, now=now)


def boxes_of(form: str) -> list[str]:
    """The boxes for words of a form, without those for the chair only and without the longer set (S9, S23).

    Read from what is published, each time: a box that is added later is not passed over as "did not say".
    """
    found = list(QuestionnaireVersion.objects.filter(questionnaire__form=form).select_related("questionnaire"))
    short = [version for version in found if version.questionnaire.length != Length.LONG]
    return sorted({part for version in short or found for part in _boxes(version)})


def _boxes(version: QuestionnaireVersion) -> Iterable[str]:
    for question in version.schema.questions:
        if not question.is_chair_only:
            yield from (part.id for part in question.parts if part.is_text)


def responses_in(window: CodingWindow) -> QuerySet[Response]:
    """Those whose young person let report writers read them, in this window or rolled forward into it."""
    found = Response.objects.filter(
        form=window.form,
        sent_at__lt=window.sent_before,
        ok_to_count=True,
        writers_may_read=True,
        take_back_asked_at=None,
        doubted_at=None,
        words_gone_at=None,
    )
    if window.questionnaire_id is not None:
        found = found.filter(version__questionnaire_id=window.questionnaire_id)
    if window.sent_from is not None:
        found = found.filter(sent_at__gte=window.sent_from)
    return found.exclude(pk__in=window.used) if window.used is not None else found


def texts_in(window: CodingWindow) -> QuerySet[Answer]:
    """What there is to read, with all that the walls ask for."""
    return Answer.objects.filter(
        response__in=responses_in(window),
        part_id__in=boxes_of(window.form),
        state=AnswerState.ANSWERED,
        words__isnull=False,
    ).select_related("response__version__questionnaire", "response__ticket", "words")
