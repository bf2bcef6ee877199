"""The cards people try out: one for each age, and the ones that open nothing any more."""

import datetime as dt
from dataclasses import dataclass, field

from django.utils import timezone

from core.age_bands import AgeBand, ReadingLevel
from home.demo.cast import SEED
from home.demo.chance import dice_for, seeded_code
from home.demo.invited import Adults, Card, YoungPerson, answer, book_and_invite, give_card, read
from home.demo.stage import Stage
from home.demo.when import at
from participation.listening.domain.alerts import raise_alert
from participation.listening.enums import Source, Urgency
from participation.meetings.domain.cards import stop_card
from participation.meetings.models import Invitation
from surveys.questionnaires.enums import FormKind
from surveys.responses.models import Response


@dataclass(frozen=True)
class Trial:
    """`name` is the key in what load_demo prints."""

    name: str
    young: YoungPerson
    word: str = ""
    days_ahead: int = 9


TRIALS = (
    Trial("8-11", YoungPerson("Robin", AgeBand.B8_11), word="green dragon"),
    Trial("12-15", YoungPerson("Skye", AgeBand.B12_15), word="blue kite"),
    Trial("16-17", YoungPerson("Jude", AgeBand.B16_17), word="night train", days_ahead=12),
    Trial("18-25", YoungPerson("Marlo", AgeBand.B18_25), days_ahead=14),
    Trial("easy-read", YoungPerson("Bailey", AgeBand.B12_15, ReadingLevel.EASY_READ), days_ahead=11),
)


@dataclass
class Dealt:
    """Codes and agreed words by name."""

    codes: dict[str, str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)


def deal_cards(stage: Stage) -> Dealt:
    dealt = Dealt()
    for trial in TRIALS:
        _deal(stage, trial, dealt, booked=stage.now - dt.timedelta(days=1))
    _deal_expired(stage, dealt)
    _deal_revoked(stage, dealt)
    return dealt


def waiting_answers(stage: Stage) -> None:
    """Answers of the last hours that wait to be read, one that was heard already, one wish to talk."""
    heard = _answered(stage, "Remy", hours_ago=30, sharing_seed=2)
    read(heard, by=stage.people["reader"], at=stage.now - dt.timedelta(hours=3))
    for hours_ago, name in enumerate(("Wren", "Toby", "Asha"), start=1):
        _answered(stage, name, hours_ago=hours_ago, sharing_seed=hours_ago)
    raise_alert(
        source=Source.CARD,
        urgency=Urgency.TALK,
        ticket=_answered(stage, "Noel", hours_ago=2, sharing_seed=9).ticket,
        about="Can somebody talk with me about Friday.",
        safe_contact="At school, in the library, at break.",
        once=f"{SEED}-talk",
        now=stage.now - dt.timedelta(minutes=20),
    )


def _ours(stage: Stage) -> Adults:
    return Adults(stage.council, stage.people["meeting_worker"], stage.people["chair"])


def _deal(
    stage: Stage, trial: Trial, dealt: Dealt, *, booked: dt.datetime, starts_at: dt.datetime | None = None
) -> Invitation:
    meets = starts_at or at(timezone.localdate(stage.now) + dt.timedelta(days=trial.days_ahead), 16)
    invitation = book_and_invite(
        trial.young, _ours(stage), starts_at=meets, booked_at=booked, dice=dice_for(SEED, "card", trial.name)
    )
    code = seeded_code("card", trial.name)
    give_card(invitation, Card(code, trial.word), adults=_ours(stage), at=booked)
    dealt.codes[trial.name] = code
    if trial.word:
        dealt.words[trial.name] = trial.word
    return invitation


def _deal_expired(stage: Stage, dealt: Dealt) -> None:
    """Its meeting was sixty days ago; cards live 28 days after the meeting."""
    long_ago = stage.now - dt.timedelta(days=70)
    trial = Trial("expired", YoungPerson("Perry", AgeBand.B12_15))
    _deal(stage, trial, dealt, booked=long_ago, starts_at=long_ago + dt.timedelta(days=10))


def _deal_revoked(stage: Stage, dealt: Dealt) -> None:
    trial = Trial("revoked", YoungPerson("Casey", AgeBand.B16_17))
    invitation = _deal(stage, trial, dealt, booked=stage.now - dt.timedelta(days=2))
    stop_card(invitation, by=stage.people["meeting_worker"], now=stage.now - dt.timedelta(days=1))


def _answered(stage: Stage, nickname: str, *, hours_ago: int, sharing_seed: int) -> Response:
    dice = dice_for(SEED, "waiting", sharing_seed)
    sent = stage.now - dt.timedelta(hours=hours_ago)
    meets = at(timezone.localdate(stage.now) + dt.timedelta(days=7), 15)
    invitation = book_and_invite(
        YoungPerson(nickname), _ours(stage), starts_at=meets, booked_at=sent - dt.timedelta(days=3), dice=dice
    )
    give_card(
        invitation,
        Card(seeded_code("waiting", nickname)),
        adults=_ours(stage),
        at=sent - dt.timedelta(days=2),
    )
    return answer(invitation, FormKind.BEFORE, at=sent, dice=dice)
