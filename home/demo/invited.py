"""One young person's way: booked, told, card, answer, read, heard, told back."""

import datetime as dt
import random
from dataclasses import dataclass, replace

from accounts.models import User
from core.age_bands import AgeBand, ReadingLevel
from core.models import Council
from home.demo.chance import open_schema, seeded_answers
from home.demo.longer import Longer
from home.demo.words import OUTCOMES
from participation.listening.domain.readings import mark_read
from participation.meetings.domain.booking import Person, book_meeting, invite, mark_held
from participation.meetings.domain.cards import make_card
from participation.meetings.domain.outcomes import mark_safe_if_read, told_in_person, write_line
from participation.meetings.domain.telling import AdultChoice, Telling, decide_telling
from participation.meetings.enums import (
    AdultKind,
    Behind,
    Decision,
    HandOver,
    MeetingKind,
    PersonKind,
    SafeToTell,
    TakePart,
)
from participation.meetings.models import Invitation, Participant
from surveys.questionnaires.enums import FormKind
from surveys.responses.domain.sending import SendingChoices, send_response
from surveys.responses.domain.tickets import record_participation
from surveys.responses.enums import Share
from surveys.responses.models import Response

PLACES = ("The Hub, room 2", "Willow Centre", "Town hall, blue room", "The family centre")
ADULTS = (
    ("Ade", PersonKind.POLICE),
    ("Mrs Long", PersonKind.SCHOOL),
    ("Bea", PersonKind.YOUTH),
    ("Theo", PersonKind.CARER),
    ("Nurse Kay", PersonKind.HEALTH),
)


@dataclass(frozen=True)
class YoungPerson:
    nickname: str
    band: str = AgeBand.B12_15
    level: str = ReadingLevel.STANDARD
    setting: str = ""


@dataclass(frozen=True)
class Adults:
    council: Council
    worker: User
    chair: User


@dataclass(frozen=True)
class Card:
    """`code` and `word` are only named for the cards people try out."""

    code: str | None = None
    word: str = ""


def book_and_invite(
    who: YoungPerson,
    adults: Adults,
    *,
    starts_at: dt.datetime,
    booked_at: dt.datetime,
    dice: random.Random,
    known: Participant | None = None,
) -> Invitation:
    there = [
        Person(adults.worker.first_name, PersonKind.WORKER),
        Person(adults.chair.first_name, PersonKind.CHAIR),
    ]
    meeting = book_meeting(
        council=adults.council,
        kind=dice.choice(MeetingKind.values),
        starts_at=starts_at,
        minutes=dice.choice((45, 60)),
        place=dice.choice(PLACES),
        chair=adults.chair,
        worker=adults.worker,
        people=[*there, *(Person(*adult) for adult in dice.sample(ADULTS, 2))],
        now=booked_at,
    )
    return invite(
        meeting,
        band=who.band,
        level=who.level,
        nickname=who.nickname,
        participant=known,
        setting_label=who.setting,
        now=booked_at,
    )


def give_card(invitation: Invitation, card: Card, *, adults: Adults, at: dt.datetime) -> None:
    """The safe-to-tell gate, then the card, by hand."""
    decide_telling(
        invitation,
        telling=Telling(
            safe=SafeToTell.YES,
            decided_by=adults.worker.first_name,
            how=HandOver.WORKER,
            where="At school, on our own",
            by_whom=adults.worker.first_name,
        ),
        adults=[AdultChoice(AdultKind.FOSTER_CARER, "Foster carer", Decision.SEND)],
        by=adults.worker,
        now=at,
    )
    behind = [Behind.WHEN, Behind.READ, Behind.ADVOCATE, Behind.OUTCOME] if card.word else []
    make_card(
        invitation,
        by=adults.worker,
        card_number=0,
        agreed_word=card.word,
        behind=behind,
        code=card.code,
        now=at,
    )
    invitation.refresh_from_db()


def answer(
    invitation: Invitation, form: FormKind, *, at: dt.datetime, dice: random.Random, longer: Longer | None = None
) -> Response:
    """`longer`: this young person takes the longer set, if the form has one."""
    ticket = invitation.ticket
    if ticket is None:
        raise ValueError("This invitation has no card yet.")
    sharing, read_for_reports = dice.random() < 0.6, dice.random() < 0.85
    answers = seeded_answers(open_schema(ticket, form), dice, sharing=sharing)
    quoting = read_for_reports and dice.random() < 0.9
    version = None
    if longer is not None and (version := longer.version_of(ticket, form)) is not None:
        answers = {**longer.answers(version), **answers}
    choices = SendingChoices(
        share=Share.PEOPLE if sharing else Share.JUST,
        writers_may_read=read_for_reports,
        may_use_words=quoting,
        filled_by="me",
    )
    return send_response(
        ticket,
        form=form,
        answers={part: replace(given, may_quote=quoting and bool(given.text)) for part, given in answers.items()},
        choices=choices,
        version=version,
        idempotency_key=f"demo-{ticket.pk}-{form}",
        now=at,
    )


def read(response: Response, *, by: User, at: dt.datetime) -> None:
    mark_read(response, by=by, now=at)


def hold_and_tell(invitation: Invitation, *, adults: Adults, at: dt.datetime, dice: random.Random) -> None:
    """After the meeting: what was decided, what is safe to show, told in person, how they took part."""
    mark_held(invitation.meeting, by=adults.chair, now=at)
    for kind, text, safe in dice.sample(OUTCOMES, 3):
        line = write_line(invitation, kind=kind, text=text, by=adults.chair, now=at)
        if safe:
            mark_safe_if_read(line, by=adults.chair, now=at)
    told_at = at + dt.timedelta(days=1)
    told_in_person(invitation, told_by=adults.worker.first_name, at=told_at, by=adults.worker, now=told_at)
    if invitation.ticket is not None:
        record_participation(invitation.ticket, took_part_as=dice.choice(TakePart.values[:7]))
