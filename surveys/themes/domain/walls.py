"""Which words a report writer may open. One question for coding, settling, proposing and checking."""

import datetime as dt

from accounts.models import Role, User
from core import audit
from surveys.responses import registry
from surveys.responses.models import Answer, Response


class NotForYou(Exception):
    """This person may not open these words; the page says they do not exist."""


def may_open(user: User, answer: Answer) -> bool:
    """The young person said yes, this person's name stood beside that yes, and no "not them" since (S7, S8, S10)."""
    response = answer.response
    if not user.has_role(Role.REPORT_WRITER) or str(user.pk) not in response.writers_named:
        return False
    if not is_open_to_writers(response) or is_chair_only(answer):
        return False
    return str(user.pk) not in registry.kept_from(response.ticket)


def is_open_to_writers(response: Response) -> bool:
    """Nothing of an answer that was asked back or is doubted, or whose words are gone."""
    in_the_way = (response.take_back_asked_at, response.doubted_at, response.words_gone_at)
    return response.writers_may_read and not any(in_the_way)


def is_chair_only(answer: Answer) -> bool:
    """ "Anything to keep between you, your worker and the chair?" never leaves them (S9)."""
    return answer.response.version.schema.question_of(answer.part_id).is_chair_only


def open_words(answer: Answer, *, by: User, why: str, now: dt.datetime) -> str:
    """The words, with a line in the read log. Raises NotForYou, CannotOpen."""
    if not may_open(by, answer):
        raise NotForYou
    audit.record("words.opened_for_report", actor=by, subject=answer.response, detail={"why": why}, now=now)
    return answer.words.text.open()


def asked(answer: Answer) -> str:
    """The question as this young person read it."""
    schema = answer.response.version.schema
    part, question = schema.part(answer.part_id), schema.question_of(answer.part_id)
    return part.wording or question.wording
