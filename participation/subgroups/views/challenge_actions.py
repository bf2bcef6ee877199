"""What can be done to one question, for the group's page and for the staff's: the same forms, the same answers."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.forms import Form
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from participation.subgroups.domain import challenges
from participation.subgroups.domain.challenge_people import (
    is_reader,
    may_answer,
    may_name,
    people_who_answer,
)
from participation.subgroups.domain.challenge_steps import ChallengeChanged, ChallengeRefused
from participation.subgroups.enums import ChallengeState
from participation.subgroups.enums import ChallengeStepKind as Step
from participation.subgroups.models import Challenge
from participation.subgroups.question_forms import AnswerForm, NameForm, TellForm, WhyForm
from participation.subgroups.registry import can_be_worried

Forms = dict[str, Form]


class NotDone(Exception):
    """Nothing changed. The page is shown again with `forms` as they were typed, and `reason` on top."""

    def __init__(self, forms: Forms, reason: str = "", status: int = 422) -> None:
        super().__init__("An action on a question was refused.")
        self.forms, self.reason, self.status = forms, reason, status


def rights(challenge: Challenge, user: User, *, now: datetime) -> dict[str, bool]:
    """What this person can do here now; the page shows no other button."""
    state, mine = challenge.state, challenge.writer_id == user.pk
    reads, names = is_reader(user, challenge, now=now), may_name(user, challenge.subgroup, now=now)
    alive = state != ChallengeState.WITHDRAWN
    again = mine and state == ChallengeState.ANSWERED and not _was_reopened(challenge)
    return {
        "read": reads and state == ChallengeState.NEW,
        "put_on": reads and state in (ChallengeState.NEW, ChallengeState.HELD),
        "worried": reads and alive and can_be_worried(),
        "name": names and state in ChallengeState.owed(),
        "answer": state == ChallengeState.OPEN
        and challenge.answerer_id is not None
        and may_answer(user, challenge, now=now),
        "tell": reads and challenge.by_young_member and state == ChallengeState.ANSWERED,
        "reopen": again,
        "withdraw": alive and (mine or reads),
    }


def forms_for(challenge: Challenge, user: User, *, now: datetime) -> Forms:
    may = rights(challenge, user, now=now)
    made: Forms = {}
    if may["name"]:
        made["name"] = _name_form(challenge, now=now)
    if may["answer"]:
        made["answer"] = AnswerForm(initial={"version": challenge.version})
    if may["reopen"]:
        made["reopen"] = WhyForm()
    if may["tell"]:
        made["tell"] = TellForm(initial={"told_on": timezone.localdate(now)})
    return made


def act(challenge: Challenge, data: QueryDict, *, user: User, now: datetime) -> str:
    """Does what the button says and returns the words for it. Raises NotDone."""
    forms = forms_for(challenge, user, now=now)
    do = data.get("do", "")
    plain = PLAIN.get(do)
    form = _bound(do, challenge, data, now=now)
    if plain is None and form is None:
        raise NotDone(forms, _("This page is from before a change. Look again, and press the button once more."))
    if form is not None:
        forms[do] = form
        if not form.is_valid():
            raise NotDone(forms)
    try:
        return plain(challenge, user, now) if plain else WITH_FORM[do](challenge, form.cleaned_data, user, now)  # type: ignore[union-attr]  # bound and valid above
    except ChallengeRefused as refused:
        raise NotDone(forms, refused.reason, 409 if isinstance(refused, ChallengeChanged) else 422) from refused


def _was_reopened(challenge: Challenge) -> bool:
    return challenge.steps.filter(kind=Step.REOPENED).exists()


def _name_form(challenge: Challenge, *, now: datetime, data: QueryDict | None = None) -> NameForm:
    start = {
        "answerer": str(challenge.answerer_id or ""),
        "role": challenge.answerer_role,
        "answer_by": challenge.answer_by,
        "version": challenge.version,
    }
    return NameForm(data, people=people_who_answer(challenge.subgroup, now=now), initial=start)


def _bound(do: str, challenge: Challenge, data: QueryDict, *, now: datetime) -> Form | None:
    if do == "name":
        return _name_form(challenge, now=now, data=data)
    kind = {"answer": AnswerForm, "reopen": WhyForm, "tell": TellForm}.get(do)
    return kind(data) if kind else None


def _read(row: Challenge, by: User, now: datetime) -> str:
    challenges.read(row, by=by, put_on=False, now=now)
    return _("Marked as read. It is not on the log yet.")


def _put_on(row: Challenge, by: User, now: datetime) -> str:
    challenges.read(row, by=by, put_on=True, now=now)
    return _("It is on the log. Everyone in the group can read it.")


def _worried(row: Challenge, by: User, now: datetime) -> str:
    challenges.be_worried(row, by=by, now=now)
    return _("Thank you. The people who keep young people safe get these words in the next few minutes.")


def _withdraw(row: Challenge, by: User, now: datetime) -> str:
    challenges.withdraw(row, by=by, now=now)
    return _("Taken back. The words are gone.")


def _name(row: Challenge, given: dict[str, Any], by: User, now: datetime) -> str:
    challenges.name_answerer(row, **given, by=by, now=now)
    return _("Saved. They get a mail that says only that something waits.")


def _answer(row: Challenge, given: dict[str, Any], by: User, now: datetime) -> str:
    challenges.answer(row, **given, by=by, now=now)
    return _("The answer is on record.")


def _reopen(row: Challenge, given: dict[str, Any], by: User, now: datetime) -> str:
    challenges.reopen(row, why=given["words"], by=by, now=now)
    return _("It is open again. There will be a new answer.")


def _tell(row: Challenge, given: dict[str, Any], by: User, now: datetime) -> str:
    challenges.tell(row, **given, by=by, now=now)
    return _("Saved: they have been told.")


PLAIN: dict[str, Callable[[Challenge, User, datetime], str]] = {
    "read": _read,
    "put_on": _put_on,
    "worried": _worried,
    "withdraw": _withdraw,
}
WITH_FORM: dict[str, Callable[[Challenge, dict[str, Any], User, datetime], str]] = {
    "name": _name,
    "answer": _answer,
    "reopen": _reopen,
    "tell": _tell,
}
