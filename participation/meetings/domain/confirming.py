"""One choice, two pages (D12): what is chosen on the invite stands in the questionnaire, which confirms it."""

import datetime as dt

from participation.meetings.enums import TakePart, WantsAdvocate
from participation.meetings.models import Invitation
from surveys.questionnaires.enums import FormKind
from surveys.responses.domain.drafts import find_draft
from surveys.responses.domain.filling_in import fill_in
from surveys.responses.models import Draft, Response

from .taking_part import choose_how, want_advocate

HOW, ADVOCATE = "Q17", "Q19"


def confirm_choices(invitation: Invitation, response: Response, *, now: dt.datetime) -> None:
    """Only what was answered counts; a skipped question leaves the invitation as it is."""
    if response.form != FormKind.BEFORE:
        return
    given = {
        answer.question_id: answer.options
        for answer in response.answers.filter(question_id__in=[HOW, ADVOCATE])
        if answer.options
    }
    how = [value for value in given.get(HOW, []) if value in TakePart.values]
    if how:
        choose_how(invitation, choices=how, now=now, speaker=invitation.speaker.open())
    wish = [value for value in given.get(ADVOCATE, []) if value in WantsAdvocate.values]
    if wish:
        want_advocate(invitation, answer=wish[0], now=now)


def fill_in_choices(invitation: Invitation, draft: Draft, *, now: dt.datetime) -> None:
    """What is known already, ticked but not shown: the page says only that there is an answer."""
    if draft.form != FormKind.BEFORE:
        return
    if invitation.take_part:
        fill_in(draft, part_id=HOW, options=invitation.take_part, now=now)
    if invitation.advocate_wanted:
        fill_in(draft, part_id=ADVOCATE, options=[invitation.advocate_wanted], now=now)


def bring_draft_up_to_date(invitation: Invitation, *, now: dt.datetime) -> None:
    """Chosen anew beside a form that was begun: the later choice wins when it is sent."""
    if invitation.ticket is not None and (draft := find_draft(invitation.ticket, form=FormKind.BEFORE)):
        fill_in_choices(invitation, draft, now=now)
