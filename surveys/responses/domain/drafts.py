"""What is written and not sent: kept sealed, read by nobody, never shown back (S15, D25)."""

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from surveys.questionnaires.domain.versions import version_of
from surveys.questionnaires.models import QuestionnaireVersion
from surveys.questionnaires.schema import Part, Question, Schema
from surveys.responses.domain.answers import GivenAnswer, NotAnAnswer, checked
from surveys.responses.domain.screens import Screen
from surveys.responses.enums import AnswerState
from surveys.responses.models import Draft, DraftAnswer, DraftPiece, Ticket

Given = Mapping[str, GivenAnswer]
TYPED_EVERY = dt.timedelta(seconds=3)  # as often as an open page may send what is being typed (AC-54)


@dataclass(frozen=True)
class Kept:
    """What a draft holds for one part. `page` marks the open page on which it was typed, as long as no button was
    pressed there; `before` is what the part held when that page was opened.
    """

    given: GivenAnswer
    page: str = ""
    before: GivenAnswer | None = None

    def without(self, page: str) -> GivenAnswer | None:
        """What stood here before anything was typed on this page."""
        return self.before if page and self.page == page else self.given


def find_draft(ticket: Ticket, *, form: str) -> Draft | None:
    return _with_version(Draft.objects.filter(ticket=ticket, form=form))


def latest_draft(ticket: Ticket) -> Draft | None:
    """The one that was touched last, of any form."""
    return _with_version(Draft.objects.filter(ticket=ticket).order_by("-touched_at"))


def _with_version(drafts: QuerySet[Draft]) -> Draft | None:
    draft = next(iter(drafts[:1]), None)
    if draft is not None:
        draft.version = version_of(draft.version_id)
    return draft


def begin_draft(
    ticket: Ticket, *, form: str, version: QuestionnaireVersion, helper: str = "", now: dt.datetime
) -> Draft:
    """The draft of this form, made now if there is none."""
    draft, _ = Draft.objects.get_or_create(
        ticket=ticket,
        form=form,
        defaults={"version": version, "helped_by": helper, "started_at": now, "touched_at": now},
    )
    return draft


@transaction.atomic
def keep_draft_answers(draft: Draft, given: Given, *, position: int, now: dt.datetime) -> None:
    """Seals what was given (checked already) and moves the place to come back to. Other parts stay as
    they are.
    """
    declined = [part_id for part_id, each in given.items() if each.state == AnswerState.DECLINED]
    if declined:
        DraftPiece.objects.filter(draft=draft, part_id__in=declined).delete()
    _seal(draft, {part_id: Kept(each) for part_id, each in given.items()})
    move_to(draft, position=position, now=now)


@transaction.atomic
def keep_typed(draft: Draft, given: Given, *, page: str, position: int, now: dt.datetime) -> None:
    """Seals what stands on an open page before any button was pressed, so that a lost page loses nothing.

    It counts as the answer from now on; Skip on the same page, or emptying the box again, brings back what was there
    before, because only `page` itself still knows what was typed on it.
    """
    held = _rows(DraftAnswer.objects.filter(draft=draft, part_id__in=list(given)))
    before = {part_id: kept.without(page) for part_id, kept in held.items()}
    typed = {
        part_id: Kept(each, page, before.get(part_id))
        for part_id, each in given.items()
        if each.state != AnswerState.SKIPPED and each != before.get(part_id)
    }
    emptied = [part_id for part_id, kept in held.items() if kept.page == page and part_id not in typed]
    DraftAnswer.objects.filter(draft=draft, part_id__in=[each for each in emptied if before[each] is None]).delete()
    _seal(draft, typed | {part_id: Kept(old) for part_id in emptied if (old := before[part_id]) is not None})
    move_to(draft, position=position, now=now)


def is_too_soon(draft: Draft, *, now: dt.datetime) -> bool:
    """Whether this draft was written to a moment ago; what is typed can wait for its turn."""
    return dt.timedelta() <= now - draft.touched_at < TYPED_EVERY


def _seal(draft: Draft, kept: Mapping[str, Kept]) -> None:
    rows = [DraftAnswer(draft=draft, part_id=part_id, sealed=_to_json(each)) for part_id, each in kept.items()]
    DraftAnswer.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["draft", "part_id"], update_fields=["sealed"]
    )


def move_to(draft: Draft, *, position: int, now: dt.datetime) -> None:
    Draft.objects.filter(pk=draft.pk).update(position=position, touched_at=now)


def take_out(draft: Draft, question: Question) -> None:
    """The child took this answer out; nothing of it stays."""
    ids = [part.id for part in question.parts]
    DraftAnswer.objects.filter(draft=draft, part_id__in=ids).delete()
    DraftPiece.objects.filter(draft=draft, part_id__in=ids).delete()


def given_to(draft: Draft, screen: Screen, *, page: str = "") -> dict[str, GivenAnswer]:
    """What the draft holds for the questions of a page, opened for merging only; never for showing. Less what was
    typed on `page` itself, which says it anew.
    """
    ids = [part.id for question in screen for part in question.parts]
    rows = _rows(DraftAnswer.objects.filter(draft=draft, part_id__in=ids))
    return {part_id: given for part_id, kept in rows.items() if (given := kept.without(page)) is not None}


def ticked_in(draft: Draft, part_ids: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """What was ticked in the parts that follow-ups depend on; no query where there are none."""
    if not part_ids:
        return {}
    rows = _opened(DraftAnswer.objects.filter(draft=draft, part_id__in=part_ids))
    return {part_id: given.options for part_id, given in rows.items()}


def given_so_far(draft: Draft) -> dict[str, GivenAnswer]:
    """Part id → answer, in one query."""
    return _opened(DraftAnswer.objects.filter(draft=draft))


def _opened(rows: Iterable[DraftAnswer]) -> dict[str, GivenAnswer]:
    return {part_id: kept.given for part_id, kept in _rows(rows).items()}


def _rows(rows: Iterable[DraftAnswer]) -> dict[str, Kept]:
    return {row.part_id: _from_json(row.sealed.open()) for row in rows}


def to_send(schema: Schema, so_far: Given) -> dict[str, GivenAnswer]:
    """The draft's answers that this version asks for, and in the way it asks."""
    return {part.id: so_far[part.id] for part in schema.parts() if part.id in so_far and _fits(part, so_far)}


def _fits(part: Part, so_far: Given) -> bool:
    """A version with other options may have been open when this was ticked."""
    try:
        checked(part, so_far[part.id])
    except NotAnAnswer:
        return False
    return True


def state_of(question: Question, so_far: Given) -> str:
    """One word for a question: answered wins over declined, declined over skipped; never the content."""
    states = {so_far[part.id].state for part in question.parts if part.id in so_far}
    for state in (AnswerState.ANSWERED, AnswerState.DECLINED, AnswerState.SKIPPED):
        if state in states:
            return state
    return AnswerState.NOT_ASKED


def is_left_behind(schema: Schema, so_far: Given) -> bool:
    """Whether something was given that is not asked now: in other words of this form, or after another answer."""
    going = to_send(schema, so_far)
    return any(given.state == AnswerState.ANSWERED for part_id, given in so_far.items() if part_id not in going)


def switch_version(draft: Draft, version: QuestionnaireVersion, *, now: dt.datetime) -> None:
    """Easier words or the longer set: the same ids carry what was answered (S6, S23)."""
    draft.version, draft.touched_at = version, now
    draft.position = 1
    draft.save(update_fields=["version", "touched_at", "position"])


def put_together(draft: Draft, *, together: bool) -> None:
    """A few questions on a page, or one each: the young person's own choice."""
    draft.together = together
    draft.save(update_fields=["together"])


def delete_draft(draft: Draft) -> None:
    draft.delete()


def _to_json(kept: Kept) -> str:
    before = kept.before and [*_fields(kept.before), kept.before.language]
    return json.dumps([*_fields(kept.given), kept.page, before, kept.given.language])


def _fields(given: GivenAnswer) -> list[Any]:
    return [given.state, list(given.options), given.text, given.hide_from_parents, given.made]


def _from_json(text: str) -> Kept:
    fields: list[Any] = json.loads(text)
    defaults: list[Any] = ["", None, "en"]
    page, before, language = fields[5:] + defaults[len(fields[5:]) :]  # not all of it was always kept
    given = [*fields[:5], False][:5]
    return Kept(_given([*given, language]), page, before and _given(before))


def _given(fields: list[Any]) -> GivenAnswer:
    state, options, words, hidden, made, *language = fields
    return GivenAnswer(
        state=state,
        options=tuple(options),
        text=words,
        hide_from_parents=hidden,
        made=made,
        language=language[0] if language else "en",
    )
