"""What surveys need from the rooms above comes through hooks that those rooms fill in `ready()` (D13).

Each hook may be registered by several rooms; registering the same function twice counts once.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar
from uuid import UUID

if TYPE_CHECKING:
    from surveys.questionnaires.models import QuestionnaireVersion
    from surveys.responses.models import ChangeRequest, Draft, Response, Ticket

ENGLISH = "en"
F = TypeVar("F", bound=Callable[..., object])


@dataclass(frozen=True)
class WhoReads:
    """One person who will read, in words for a child. `user_id` lets the child say "not them" (S10).

    `is_named`: the worker or the person who runs the meeting, as long as the child did not refuse them.
    """

    name: str
    what_they_do: str
    user_id: str = ""
    is_named: bool = False


@dataclass(frozen=True)
class NextStep:
    """`url_name`: a page to open; without one it is what somebody else does. `comes_before` anything is sent."""

    title: str
    text: str
    url_name: str = ""
    done: bool = False
    comes_before: bool = False


class Hooks(Generic[F]):
    """An ordered set of functions."""

    def __init__(self) -> None:
        self.functions: list[F] = []

    def __call__(self, function: F) -> F:
        if function not in self.functions:
            self.functions.append(function)
        return function


# fn(version, ticket or None, now) -> why it cannot open, in plain words, or None
register_gate: Hooks[Callable[[QuestionnaireVersion, Ticket | None, dt.datetime], str | None]] = Hooks()
# fn(ticket) -> everyone who may read, cover and safeguarding lead included (S7)
register_readers: Hooks[Callable[[Ticket], Iterable[WhoReads]]] = Hooks()
# fn() -> the report writers, who read only when the child says so at the end (S7, S8)
register_report_writers: Hooks[Callable[[], Iterable[WhoReads]]] = Hooks()
# fn(ticket) -> ids of the people this child said no to (S10)
register_kept_from: Hooks[Callable[[Ticket], Iterable[str]]] = Hooks()
# fn(ticket, now) -> what happens next, with the real day
register_next_steps: Hooks[Callable[[Ticket, dt.datetime], Iterable[NextStep]]] = Hooks()
# fn(draft, now): a form was begun; what was chosen on another page can be put in (D12)
register_on_begin: Hooks[Callable[[Draft, dt.datetime], None]] = Hooks()
# fn(response, now): runs inside the sending transaction; an error stops the send
register_on_sent: Hooks[Callable[[Response, dt.datetime], None]] = Hooks()
# fn(ticket, user_id, now): the child said "not them"
register_not_them: Hooks[Callable[[Ticket, str, dt.datetime], None]] = Hooks()
# fn(ticket, now): the card is open in a second place; nothing about the device is known or kept (S3)
register_other_device: Hooks[Callable[[Ticket, dt.datetime], None]] = Hooks()
# fn(change_request, now): runs inside the transaction that stores it
register_on_change: Hooks[Callable[[ChangeRequest, dt.datetime], None]] = Hooks()
# fn(ticket) -> ids of questions or parts not asked at this meeting, e.g. when police are there (S4)
register_left_out: Hooks[Callable[[Ticket], Iterable[str]]] = Hooks()
# fn(response_id, now): its words go now; runs inside the same transaction
register_on_forget: Hooks[Callable[[UUID, dt.datetime], None]] = Hooks()

# fn(ticket, language, now) -> somebody this young person accepts is on call to understand it (S17)
register_may_write_in: Hooks[Callable[[Ticket, str, dt.datetime], bool]] = Hooks()
# fn(ticket, language, now): nobody is on call for it, and the young person has been told that we tell a person
register_no_interpreter: Hooks[Callable[[Ticket, str, dt.datetime], None]] = Hooks()


def why_shut(version: QuestionnaireVersion, *, ticket: Ticket | None, now: dt.datetime) -> str | None:
    for gate in register_gate.functions:
        if reason := gate(version, ticket, now):
            return reason
    return None


def who_reads(ticket: Ticket) -> list[WhoReads]:
    return [person for hook in register_readers.functions for person in hook(ticket)]


def kept_from(ticket: Ticket | None) -> frozenset[str]:
    """Ids of the people who may never meet what this child says."""
    if ticket is None:
        return frozenset()
    return frozenset(str(each) for hook in register_kept_from.functions for each in hook(ticket))


def report_writers(ticket: Ticket) -> list[WhoReads]:
    """Those who would read if the child says yes, by name."""
    refused = kept_from(ticket)
    writers = [person for hook in register_report_writers.functions for person in hook()]
    return [person for person in writers if person.user_id not in refused]


def next_steps(ticket: Ticket, *, now: dt.datetime) -> list[NextStep]:
    return [step for hook in register_next_steps.functions for step in hook(ticket, now)]


def left_out(ticket: Ticket) -> frozenset[str]:
    return frozenset(each for hook in register_left_out.functions for each in hook(ticket))


def may_write_in(ticket: Ticket, language: str, *, now: dt.datetime) -> bool:
    """Free text and voice in a language open only where a person is on call who understands it. English is ours."""
    return language == ENGLISH or any(hook(ticket, language, now) for hook in register_may_write_in.functions)


def tell_no_interpreter(ticket: Ticket, language: str, *, now: dt.datetime) -> None:
    for hook in register_no_interpreter.functions:
        hook(ticket, language, now)
