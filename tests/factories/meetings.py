"""Meetings with a worker, a chair and an invited young person, as far along as a test needs."""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from accounts.models import Role, User
from core.models import Council
from participation.meetings.domain.booking import Person, book_meeting, invite
from participation.meetings.domain.cards import MadeCard, make_card
from participation.meetings.domain.starter import load_starter
from participation.meetings.domain.telling import AdultChoice, Telling, decide_telling
from participation.meetings.models import Invitation, Meeting
from surveys.questionnaires.enums import FormKind
from surveys.questionnaires.models import Questionnaire, QuestionnaireVersion
from surveys.responses.domain.answers import GivenAnswer
from surveys.responses.domain.sending import SendingChoices, send_response
from surveys.responses.models import Response
from tests.factories.accounts import UserFactory
from tests.factories.questionnaires import published

LONDON = ZoneInfo("Europe/London")
MONDAY = dt.datetime(2026, 11, 23, 10, tzinfo=LONDON)
MEETING_AT = dt.datetime(2026, 12, 3, 16, tzinfo=LONDON)
DAY = dt.timedelta(days=1)

PLACE, NICKNAME, OFFICER, WORD = "Zanzibarhall", "Quillfeather", "Brodwenna", "blue kettle"

ASKED = {
    FormKind.BEFORE: ("Q09", "Q10", "Q11", "Q16", "Q17", "Q18", "Q19", "Q28"),
    FormKind.AFTER: ("Q27a", "Q27b", "Q27c", "Q27d", "Q27e"),
}


def publish_form(form: str, *, band: str = "12-15", level: str = "standard") -> QuestionnaireVersion:
    """A published questionnaire that `find_questionnaire` finds."""
    length = "long" if form == FormKind.BEFORE else ""
    return published(now=MONDAY - DAY, form=form, band=band, level=level, length=length, asked=ASKED[FormKind(form)])


@dataclass
class Booked:
    """One meeting with one invited young person. `card` is None until `with_card`."""

    meeting: Meeting
    invitation: Invitation
    worker: User
    chair: User
    card: MadeCard | None = None

    def fresh(self) -> Invitation:
        return Invitation.objects.select_related("meeting__worker", "meeting__chair", "ticket").get(
            pk=self.invitation.pk
        )

    def sends(
        self,
        *,
        wants: str = "",
        not_there: str = "",
        how: tuple[str, ...] = (),
        share: str = "just",
        marks: dict[str, bool] | None = None,
        was_watched: str = "",
        now: dt.datetime = MONDAY,
    ) -> Response:
        answers: dict[str, GivenAnswer] = {}
        if wants:
            answers["Q11"] = GivenAnswer(text=wants, **(marks or {}))
        if not_there:
            answers["Q18b"] = GivenAnswer(text=not_there, share=True)
        if how:
            answers["Q17"] = GivenAnswer(options=how)
        return send_response(
            self.fresh().ticket,
            form=FormKind.BEFORE,
            answers=answers,
            choices=SendingChoices(share=share, was_watched=was_watched),
            idempotency_key="once",
            now=now,
        )


def a_council() -> Council:
    return Council.objects.get_or_create(name="Testshire")[0]


def a_worker() -> User:
    return UserFactory(roles=[Role.MEETING_WORKER], first_name="Sam")


def a_chair() -> User:
    return UserFactory(roles=[Role.CHAIR], first_name="Jo")


def booked(
    *,
    worker: User | None = None,
    chair: User | None = None,
    starts_at: dt.datetime = MEETING_AT,
    now: dt.datetime = MONDAY,
    band: str = "12-15",
    nickname: str = NICKNAME,
    invitation: dict[str, Any] | None = None,
    **meeting: Any,
) -> Booked:
    """A booked meeting, nobody told yet."""
    worker, chair = worker or a_worker(), chair or a_chair()
    made = book_meeting(
        council=a_council(),
        kind="strategy",
        starts_at=starts_at,
        minutes=45,
        place=PLACE,
        chair=chair,
        worker=worker,
        people=[Person("Jo", "chair"), Person(OFFICER, "police")],
        now=now,
        **meeting,
    )
    invited = invite(made, nickname=nickname, band=band, now=now, **(invitation or {}))
    return Booked(made, invited, worker, chair)


SAFE = Telling(safe="yes", decided_by="Sam Lead", how="worker", where="At our office", by_whom="Sam")


def safe(a: Booked, *, adults: tuple[AdultChoice, ...] = (), now: dt.datetime = MONDAY) -> Booked:
    decide_telling(a.invitation, telling=SAFE, adults=adults, by=a.worker, now=now)
    return a


def with_card(
    *,
    word: str = "",
    behind: tuple[str, ...] = (),
    code: str | None = None,
    now: dt.datetime = MONDAY,
    forms: bool = True,
    **options: Any,
) -> Booked:
    """Past the gate, with a card. `with_card(word=WORD, behind=("when",))` puts something behind a word."""
    if forms and not Questionnaire.objects.exists():
        publish_form(FormKind.BEFORE)
        publish_form(FormKind.AFTER)
    load_starter(now=now)
    a = safe(booked(now=now, **options), now=now)
    a.card = make_card(a.invitation, by=a.worker, card_number=0, agreed_word=word, behind=behind, code=code, now=now)
    return a
