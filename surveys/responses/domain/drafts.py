"""What is written and not sent: kept sealed, read by nobody, never shown back (S15, D25)."""

import datetime as dt
import json
from collections.abc import Mapping

from django.db import transaction

from surveys.questionnaires.models import QuestionnaireVersion
from surveys.questionnaires.schema import Question, Schema
from surveys.responses.domain.answers import GivenAnswer
from surveys.responses.enums import AnswerState
from surveys.responses.models import Draft, DraftAnswer, Ticket

Given = Mapping[str, GivenAnswer]


def find_draft(ticket: Ticket, *, form: str) -> Draft | None:
    return (
        Draft.objects.select_related("version__questionnaire__longer").filter(ticket=ticket, form=form).first()
    )


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
def keep_draft_answer(draft: Draft, question: Question, given: Given, *, position: int, now: dt.datetime) -> None:
    """Seals what was given to one question and moves the place to come back to. `given` is checked already."""
    row = DraftAnswer(draft=draft, question_id=question.id, sealed=_to_json(given))
    DraftAnswer.objects.bulk_create(
        [row], update_conflicts=True, unique_fields=["draft", "question_id"], update_fields=["sealed"]
    )
    move_to(draft, position=position, now=now)


def move_to(draft: Draft, *, position: int, now: dt.datetime) -> None:
    Draft.objects.filter(pk=draft.pk).update(position=position, touched_at=now)


def take_out(draft: Draft, question: Question) -> None:
    """The child took this answer out; nothing of it stays."""
    DraftAnswer.objects.filter(draft=draft, question_id=question.id).delete()


def given_to(draft: Draft, question: Question) -> dict[str, GivenAnswer]:
    """What the draft holds for one question, opened for merging and sending only."""
    row = DraftAnswer.objects.filter(draft=draft, question_id=question.id).first()
    return _from_json(row.sealed.open()) if row else {}


def given_so_far(draft: Draft) -> dict[str, dict[str, GivenAnswer]]:
    """Question id → part id → answer, in one query."""
    rows = DraftAnswer.objects.filter(draft=draft)
    return {row.question_id: _from_json(row.sealed.open()) for row in rows}


def to_send(schema: Schema, so_far: Mapping[str, Given]) -> dict[str, GivenAnswer]:
    """The draft's answers to parts that this version asks."""
    asked = {part.id for part in schema.parts()}
    return {
        part_id: given
        for parts in so_far.values()
        for part_id, given in parts.items()
        if part_id in asked
    }


def state_of(given: Given) -> str:
    """One word for a question: answered wins over declined, declined over skipped; never the content."""
    states = {each.state for each in given.values()}
    for state in (AnswerState.ANSWERED, AnswerState.DECLINED, AnswerState.SKIPPED):
        if state in states:
            return state
    return AnswerState.NOT_ASKED


def left_behind(schema: Schema, so_far: Mapping[str, Given]) -> bool:
    """Whether something was written in another version of this form that this one does not ask."""
    asked = {part.id for part in schema.parts()}
    return any(
        part_id not in asked and given.state == AnswerState.ANSWERED
        for parts in so_far.values()
        for part_id, given in parts.items()
    )


def switch_version(draft: Draft, version: QuestionnaireVersion, *, now: dt.datetime) -> None:
    """Easier words or the longer set: the same ids carry what was answered (S6, S23)."""
    draft.version, draft.touched_at = version, now
    draft.position = 1
    draft.save(update_fields=["version", "touched_at", "position"])


def delete_draft(draft: Draft) -> None:
    draft.delete()


def _to_json(given: Given) -> str:
    return json.dumps(
        {
            part_id: [each.state, list(each.options), each.text, each.hide_from_parents]
            for part_id, each in given.items()
        }
    )


def _from_json(text: str) -> dict[str, GivenAnswer]:
    return {
        part_id: GivenAnswer(state=state, options=tuple(options), text=words, hide_from_parents=hidden)
        for part_id, (state, options, words, hidden) in json.loads(text).items()
    }
