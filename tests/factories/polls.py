"""Polls as far along as a test needs, made by the functions that staff use."""

import datetime as dt
from typing import Any

from surveys.polls.domain.running import Question, close_poll, make_poll, open_poll
from surveys.polls.domain.voting import vote
from surveys.polls.enums import Mode
from surveys.polls.models import Poll

AFTER_SCHOOL: Question = ("Should meetings start after school?", ["Yes", "No", "Either is fine"])
WHO_COMES: Question = ("Do you want to choose who comes?", ["Yes", "No"])


def drafted(*, now: dt.datetime, questions: tuple[Question, ...] = (AFTER_SCHOOL, WHO_COMES), **fields: Any) -> Poll:
    filled: dict[str, Any] = {
        "title": "When and who",
        "mode": Mode.ROOM,
        "decision": "When meetings start.",
        "decided_by": "Head of the team",
        "reply_on": now.date() + dt.timedelta(days=60),
    }
    return make_poll(Poll(**(filled | fields)), questions, by=None, now=now)


def opened(*, now: dt.datetime, code: str | None = None, **fields: Any) -> Poll:
    poll = drafted(now=now, **fields)
    open_poll(poll, by=None, now=now, code=code)
    poll.refresh_from_db()
    return poll


def answer(poll: Poll, *, now: dt.datetime, category: str = "", **chosen: str) -> None:
    vote(poll, category=category, chosen=chosen, use_up=lambda: True, now=now)


def closed(poll: Poll, *, now: dt.datetime) -> Poll:
    close_poll(poll, by=None, now=now)
    poll.refresh_from_db()
    return poll
