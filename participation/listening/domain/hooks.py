"""What listening gives to the rooms below, through their registries (D13)."""
# safety text

import datetime as dt
from collections.abc import Iterator
from uuid import UUID

from django.utils import formats, timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core.working_days import LONDON
from participation.listening.domain import interpreters, later_readers, rota
from participation.listening.domain.alerts import raise_alert
from participation.listening.domain.assignments import kept_from_ids, listeners_of, say_not_them
from participation.listening.domain.due import due_at
from participation.listening.domain.escalation import undelivered
from participation.listening.domain.holds import hold_what_comes_later
from participation.listening.domain.telling import tell_of_change, tell_of_response
from participation.listening.domain.walls import meeting_from, safeguarding_leads
from participation.listening.domain.wanted import ask_for_interpreter
from participation.listening.enums import Part, Route, Source, Urgency
from participation.listening.models import Interpreter, Listener
from surveys.questionnaires.enums import FormKind
from surveys.questionnaires.models import QuestionnaireVersion
from surveys.responses import registry
from surveys.responses.domain.languages import own_language
from surveys.responses.models import Response, Ticket
from surveys.themes.registry import WorryDesk, register_worries

BROKEN_AFTER = dt.timedelta(hours=1)


def gate(version: QuestionnaireVersion, ticket: Ticket | None, now: dt.datetime) -> str | None:
    """No box for words opens when nobody reads, or when the mail has been broken for an hour."""
    if not version.schema.has_free_text:
        return None
    if not rota.has_reader(rota.day_of(now)) or undelivered(before=now - BROKEN_AFTER).exists():
        return _(
            "Nobody can read your words just now, so we have not opened the questions. "
            "Please try again on a weekday, or talk to your worker. "
            "The help numbers on this page always work."
        )
    return None


def readers(ticket: Ticket) -> Iterator[registry.WhoReads]:
    """Everyone who may read what is sent with this card (S7), without those they said no to."""
    yield from _by_name(ticket, *Part)
    yield from _who_interpret(ticket)


def hears(ticket: Ticket) -> Iterator[registry.WhoReads]:
    """Everyone who may hear that somebody wants to talk: not the chair as such (`ears.py`)."""
    return _by_name(ticket, Part.READS)


def _by_name(ticket: Ticket, *parts: Part) -> Iterator[registry.WhoReads]:
    seen = kept_from_ids(ticket)
    for listener in listeners_of(ticket):
        if listener.user_id not in seen and listener.part in parts:
            seen.add(listener.user_id)
            yield _who(listener.user, _what_named_does(listener), is_named=True)
    today = rota.day_of(timezone.now())
    for user in rota.readers_between(today, dt.date.max):  # whoever reads on a later day may open it then
        if user.pk not in seen:
            seen.add(user.pk)
            yield _who(user, _("reads when it is their turn on the list of readers"))
    for user in safeguarding_leads():
        if user.pk not in seen:
            yield _who(user, _("steps in if nobody has read it in time, or if someone could get hurt"))


INTERPRETER = "interpreter:"


def _who_interpret(ticket: Ticket) -> Iterator[registry.WhoReads]:
    """Whoever turns the words into English sees them too (S7, S17)."""
    languages = {own_language(ticket), ticket.language} - {registry.ENGLISH}
    for person in interpreters.interpreters_for(ticket, languages, now=timezone.now()):
        does = _("speaks your language, and tells the reader what your words mean")
        yield registry.WhoReads(name=person.name, what_they_do=does, user_id=f"{INTERPRETER}{person.pk}")


def _who(user: User, what_they_do: str, *, is_named: bool = False) -> registry.WhoReads:
    name = user.first_name or user.display_name
    return registry.WhoReads(name=name, what_they_do=what_they_do, user_id=str(user.pk), is_named=is_named)


def _what_named_does(listener: Listener) -> str:
    if listener.user.what_they_do:
        return listener.user.what_they_do
    return _("runs the meeting") if listener.part == Part.RUNS else _("your worker")


def next_steps(ticket: Ticket, now: dt.datetime) -> Iterator[registry.NextStep]:
    """Who reads, and by which real day (S14)."""
    response = Response.objects.filter(ticket=ticket).order_by("-sent_at").first()
    if response is None:
        return
    named = listeners_of(ticket)
    due = due_at(response.sent_at, _meeting_at(response, named))
    names = [one.user.first_name for one in named if one.part == Part.READS]
    who = names[0] if names else _("A person on our list of readers")
    if due <= response.sent_at:
        text = _("%(who)s is told straight away.") % {"who": who}
    else:
        text = _("%(who)s reads your words by %(day)s.") % {"who": who, "day": say_when(due)}
    yield registry.NextStep(title=_("Someone reads it"), text=text, done=response.readings.exists())


def _meeting_at(response: Response, named: list[Listener]) -> dt.datetime | None:
    if response.form != FormKind.BEFORE:
        return None
    return meeting_from(next((one.hear_by for one in named if one.hear_by), None))


def say_when(moment: dt.datetime) -> str:
    """ "Tuesday 24 November, 3:30 pm", in London time."""
    local = moment.astimezone(LONDON)
    day = formats.date_format(local, "l j F")
    minutes = f":{local.minute:02d}" if local.minute else ""
    return f"{day}, {local.hour % 12 or 12}{minutes} {'am' if local.hour < 12 else 'pm'}"


def kept_from(ticket: Ticket) -> Iterator[str]:
    return (str(user_id) for user_id in kept_from_ids(ticket))


def can_hear_worry(now: dt.datetime) -> bool:
    """A worry of somebody who reads goes to the safeguarding lead; without one no words are opened (S18)."""
    return bool(safeguarding_leads())


def hear_worry(response: Response, by: User, about: str, once: str, now: dt.datetime) -> None:
    """Somebody who reads for a report is worried: the same way as any reader's concern, and the answer is held."""
    raise_alert(
        source=Source.READER,
        urgency=Urgency.CONCERN,
        route=Route.SOMEONE_ELSE,
        about=about,
        ticket=response.ticket,
        response=response,
        by=by,
        once=f"report:{response.pk.hex[:12]}:{once}",
        now=now,
    )


def not_them(ticket: Ticket, user_id: str, now: dt.datetime) -> None:
    """Only people who were shown to this young person can be meant; a forged id does nothing."""
    shown = {person.user_id for person in [*readers(ticket), *registry.report_writers(ticket)]}
    if user_id not in shown:
        return
    if user_id.startswith(INTERPRETER):
        refused = Interpreter.objects.get(pk=UUID(user_id.removeprefix(INTERPRETER)))
        interpreters.refuse(ticket, refused, now=now)
    else:
        say_not_them(ticket, users=User.objects.filter(pk=UUID(user_id)), now=now)


def register() -> None:
    registry.register_gate(gate)
    registry.register_readers(readers)
    registry.register_kept_from(kept_from)
    registry.register_next_steps(next_steps)
    registry.register_on_sent(tell_of_response)
    registry.register_on_sent(hold_what_comes_later)
    registry.register_on_change(tell_of_change)
    registry.register_not_them(not_them)
    registry.register_on_forget(later_readers.forget)
    registry.register_may_write_in(interpreters.may_write_in)
    registry.register_no_interpreter(ask_for_interpreter)
    register_worries(WorryDesk(is_open=can_hear_worry, tell=hear_worry))
