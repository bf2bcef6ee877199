"""Answers to Q17 and Q19 confirm the choices on the invitation (D12)."""

import datetime as dt

from participation.meetings.enums import TakePart, WantsAdvocate
from participation.meetings.models import Invitation
from surveys.questionnaires.enums import FormKind
from surveys.responses.models import Response

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
