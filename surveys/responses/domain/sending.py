"""The one way in: from what a child gave to what is stored, in one transaction, once (R-3, R-4, D1)."""

import datetime as dt
import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from core import seals
from surveys.questionnaires.models import QuestionnaireVersion
from surveys.questionnaires.schema import Schema
from surveys.responses import registry
from surveys.responses.domain.answers import GivenAnswer, checked_answers
from surveys.responses.domain.opening import Closed, open_form, require_gate, sent_response
from surveys.responses.domain.pieces import send_pieces
from surveys.responses.domain.shown import Shown, shown_now
from surveys.responses.enums import Share, TicketKind
from surveys.responses.models import Answer, Draft, Response, Sitting, Ticket, TicketForm, Words

UNNAMED_WORDS_KEPT = dt.timedelta(days=365)

__all__ = ["AlreadySent", "Closed", "GivenAnswer", "SendingChoices", "send_response"]


class AlreadySent(Exception):
    """This one-answer code was used. What it sent cannot be found from the code."""


@dataclass(frozen=True)
class SendingChoices:
    """What the child chose at review (S8, S11). The defaults are the private ones.

    `language`: the one they use themselves; empty for that of the card. `shown`: who stood on the page with Send,
    None for those who would stand there now.
    """

    share: str = Share.JUST
    ok_to_count: bool = True
    writers_may_read: bool = False
    may_use_words: bool = False
    filled_by: str = ""
    helped_by: str = ""
    was_watched: str = ""
    language: str = ""
    shown: Shown | None = None


@transaction.atomic
def send_response(
    ticket: Ticket,
    *,
    form: str,
    answers: Mapping[str, GivenAnswer],
    choices: SendingChoices = SendingChoices(),
    idempotency_key: str,
    version: QuestionnaireVersion | None = None,
    now: dt.datetime,
) -> Response:
    """Stores what was sent, or returns what is stored already: one response a ticket and form, whatever
    comes twice.

    Whether somebody reads is asked when a form is begun, never again at the send: a rota that ran out
    meanwhile keeps no words away from the people who step in.
    `response.sent_key == idempotency_key` tells whether this very send is the stored one.
    Raises Closed, AlreadySent (not-named forms only), NotAnAnswer, WordsRefused.
    """
    ticket = Ticket.objects.select_for_update(of=("self",)).select_related("council").get(pk=ticket.pk)
    if stored := sent_response(ticket, form=form):
        return stored
    if ticket.used_on is not None:
        raise AlreadySent
    opened = open_form(ticket, form=form, now=now)
    version = version or opened.questionnaire.current_version()
    if version is None:
        raise Closed("This form is not open now.")
    if not Draft.objects.filter(ticket=ticket, form=form).exists():
        require_gate(version, ticket=ticket, now=now)  # whoever began while it was open may send
    schema = version.schema.without(registry.left_out(ticket))
    asked = schema.asked({part_id: given.options for part_id, given in answers.items()})
    kept = {part_id: given for part_id, given in answers.items() if not schema.has(part_id) or asked.has(part_id)}
    checked = checked_answers(schema, kept)
    _use_up(ticket, now=now)
    response = _new_response(ticket, opened, version, choices, idempotency_key, now)
    _store_answers(response, schema, checked)
    send_pieces(response, ticket=ticket, form=form)
    _leave_no_draft(ticket, form)
    for hook in registry.register_on_sent.functions:
        hook(response, now)
    return response


def _use_up(ticket: Ticket, *, now: dt.datetime) -> None:
    """A one-answer code is marked by one atomic UPDATE, and by its day only (D1)."""
    if ticket.kind != TicketKind.CONSULTATION:
        return
    marked = Ticket.objects.filter(pk=ticket.pk, used_on=None).update(used_on=timezone.localdate(now))
    if not marked:
        raise AlreadySent


def _new_response(
    ticket: Ticket,
    opened: TicketForm,
    version: QuestionnaireVersion,
    choices: SendingChoices,
    key: str,
    now: dt.datetime,
) -> Response:
    shown = (choices.shown or shown_now(ticket)).without(registry.kept_from(ticket))
    response = Response(
        council=ticket.council,
        version=version,
        form=opened.form,
        band=ticket.band,
        level=version.questionnaire.level or ticket.level,
        language=choices.language or ticket.language,
        setting_label=ticket.setting_label,
        share=choices.share,
        ok_to_count=choices.ok_to_count,
        writers_may_read=choices.writers_may_read,
        readers_named=sorted(shown.readers),  # sorted: the order says nothing
        writers_named=sorted(shown.writers) if choices.writers_may_read else [],
        may_use_words=choices.may_use_words,
        filled_by=choices.filled_by,
        helped_by=choices.helped_by,
        was_watched=choices.was_watched,
    )
    if ticket.is_unnamed:
        _cut_every_link(response, opened, now)
    else:
        _name(response, ticket, key, now)
    response.save(force_insert=True)
    return response


def _name(response: Response, ticket: Ticket, key: str, now: dt.datetime) -> None:
    response.ticket = ticket
    response.respondent_key = ticket.respondent_key
    response.counting_key = counting_key(ticket.respondent_key)
    response.sent_key = key
    response.sent_at = now
    response.words_until = ticket.words_until


def _cut_every_link(response: Response, opened: TicketForm, now: dt.datetime) -> None:
    """No ticket, no key, no time of day: nothing joins this row to a card (SUR12, AC-58)."""
    response.id = uuid.uuid4()
    response.counting_key = response.id.hex
    response.sent_at = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    response.words_until = timezone.localdate(opened.closes_at + UNNAMED_WORDS_KEPT)
    response.not_checked = False


def counting_key(respondent_key: str) -> str:
    """The same mark for the same child, that nobody without the key outside the database can turn back
    (D5).
    """
    return seals.sign(respondent_key.encode(), purpose="counting")[:32]


def _store_answers(response: Response, schema: Schema, checked: Mapping[str, GivenAnswer]) -> None:
    answers, words = [], []
    for question in schema.questions:
        for part in question.parts:
            given = checked[part.id]
            may_be_heard = response.share == Share.PEOPLE and not question.is_chair_only
            answer = Answer(
                response=response,
                question_id=question.id,
                part_id=part.id,
                state=given.state,
                options=list(given.options),
                share=given.share and may_be_heard,
                hide_from_parents=given.hide_from_parents,
                may_quote=given.may_quote and response.may_use_words,
            )
            answers.append(answer)
            if given.text:
                words.append(Words(answer=answer, text=given.text, language=given.language))
    Answer.objects.bulk_create(answers)
    Words.objects.bulk_create(words)


def _leave_no_draft(ticket: Ticket, form: str) -> None:
    Draft.objects.filter(ticket=ticket, form=form).delete()
    if ticket.is_unnamed:  # the hour of a visit would say whose answer came when
        Sitting.objects.filter(ticket=ticket).delete()
