"""What was chosen on another page is not asked a second time: it stands in the draft already (D12)."""

import datetime as dt
from collections.abc import Iterable

from django.db import transaction

from surveys.questionnaires.models import QuestionnaireVersion
from surveys.responses import registry
from surveys.responses.domain.answers import GivenAnswer, NotAnAnswer, checked
from surveys.responses.domain.drafts import begin_draft, find_draft, keep_draft_answers
from surveys.responses.models import Draft, Ticket


@transaction.atomic
def begin_form(
    ticket: Ticket, *, form: str, version: QuestionnaireVersion, helper: str = "", now: dt.datetime
) -> Draft:
    """The draft of this form; one that is new holds what the rooms above know already."""
    if draft := find_draft(ticket, form=form):
        return draft
    draft = begin_draft(ticket, form=form, version=version, helper=helper, now=now)
    for hook in registry.register_on_begin.functions:
        hook(draft, now)
    return draft


def fill_in(draft: Draft, *, part_id: str, options: Iterable[str], now: dt.datetime) -> None:
    """The ticks of one part, as if given on its page. Does nothing where this version does not ask it so."""
    try:
        given = checked(draft.version.schema.part(part_id), GivenAnswer(options=tuple(options)))
    except (KeyError, NotAnAnswer):
        return
    keep_draft_answers(draft, {part_id: given}, position=draft.position, now=now)
