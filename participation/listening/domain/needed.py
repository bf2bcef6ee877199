"""Which of the waiting words need an interpreter, and who is on call whom the young person did not rule out (S17)."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from accounts.models import User
from core.languages import english_name
from participation.listening.domain.interpreters import ByLanguage, accepted, choices_of, on_call
from participation.listening.models import Interpreter, InterpreterChoice, Interpreting
from surveys.responses.domain.languages import other_languages
from surveys.responses.models import ChangeRequest, Response


@dataclass(frozen=True)
class Needed:
    """One language of one response. `nobody_known` and `gender` are what the young person asked for."""

    language: str
    people: tuple[Interpreter, ...] = ()
    nobody_known: bool = False
    gender: str = ""

    @property
    def name(self) -> str:
        return english_name(self.language)


def needed_for(responses: Iterable[Response], *, user: User, now: dt.datetime) -> dict[UUID, tuple[Needed, ...]]:
    """Response id → what this reader has not had interpreted yet, in a fixed number of queries."""
    waiting = list(responses)
    languages = other_languages(response.pk for response in waiting)
    if not languages:
        return {}
    understood = _understood_by(user, languages)
    wanted = {language for each in languages.values() for language in each}
    people = on_call(wanted, now=now)
    choices = choices_of(response.ticket_id for response in waiting if response.ticket_id)
    return {
        response.pk: tuple(
            _needed(language, people, choices.get(response.ticket_id) if response.ticket_id else None)
            for language in languages[response.pk]
            if (response.pk, language) not in understood
        )
        for response in waiting
        if response.pk in languages
    }


def not_understood_by(user: User, response: Response) -> tuple[str, ...]:
    """Languages of its words that this person has not had interpreted."""
    languages = other_languages([response.pk])
    understood = _understood_by(user, languages)
    return tuple(each for each in languages.get(response.pk, ()) if (response.pk, each) not in understood)


def _understood_by(user: User, response_ids: Iterable[UUID]) -> set[tuple[UUID, str]]:
    """(response, language) pairs; a wish that came later has to be understood anew."""
    ids = list(response_ids)
    if not ids:
        return set()
    done = Interpreting.objects.filter(reading__response__in=ids, reading__reader_id=user.pk)
    later = ChangeRequest.objects.filter(response__in=ids, seen_at__isnull=True)
    pairs = set(done.values_list("reading__response_id", "language"))
    return pairs - set(later.values_list("response_id", "language"))


def _needed(language: str, people: ByLanguage, choice: InterpreterChoice | None) -> Needed:
    fit = tuple(accepted(people.get(language, []), choice))
    if choice is None:
        return Needed(language, fit)
    return Needed(language, fit, choice.nobody_known, choice.get_gender_display() if choice.gender else "")


def interpreted_for(response: Response) -> QuerySet[Interpreting]:
    """Who helped whom to understand it, oldest first."""
    return Interpreting.objects.filter(reading__response=response).select_related("reading__reader")
