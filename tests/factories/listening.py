"""Young people's cards with named adults, what they sent, and who is on the rota."""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from accounts.models import Role, User
from core.age_bands import AgeBand, ReadingLevel
from core.models import Council
from participation.listening.domain import interpreters
from participation.listening.domain.alerts import raise_alert
from participation.listening.domain.assignments import assign_listeners
from participation.listening.enums import Route, Source, Urgency
from participation.listening.models import Alert, InterpreterDays, ReaderDuty
from surveys.questionnaires.enums import FormKind
from surveys.questionnaires.models import Questionnaire, QuestionnaireVersion
from surveys.questionnaires.schema import Kind, Option, Part, Question, Schema
from surveys.responses.domain.sending import GivenAnswer, SendingChoices, send_response
from surveys.responses.domain.tickets import FormWindow, issue_ticket
from surveys.responses.enums import TicketKind
from surveys.responses.models import Response, Ticket
from tests.factories.accounts import UserFactory

LONDON = ZoneInfo("Europe/London")
MONDAY = dt.datetime(2026, 11, 23, 10, tzinfo=LONDON)  # an ordinary working day
DAY = dt.timedelta(days=1)

SAFE = (Option("safe", "Safe"), Option("not", "Not safe"))
YES_NO = (Option("yes", "Yes"), Option("no", "No"))
NEXT = "What do you want to happen next?"
WORDS = Question("Q11", (Part("Q11", Kind.TEXT, NEXT),), NEXT)
HOME = Question("Q13", (Part("Q13-home", Kind.ONE, "Home", SAFE),), "How safe do you feel in these places?")
ADULT = Question("Q14", (Part("Q14", Kind.ONE, "Is there an adult you’d feel OK telling?", YES_NO),), "An adult")


def make_sheet(
    *questions: Question, form: str = FormKind.BEFORE, named: bool = True
) -> tuple[Questionnaire, QuestionnaireVersion]:
    """A frozen version with these questions, made without the editor."""
    sheet = Questionnaire.objects.create(
        slug=f"sheet-{uuid4().hex[:8]}",
        title="What you think",
        form=form,
        level=ReadingLevel.STANDARD,
        named=named,
    )
    schema = Schema(questions or (WORDS, HOME, ADULT))
    content = {"title": "What you think", "named": named, "questions": schema.to_json()}
    version = QuestionnaireVersion(
        questionnaire=sheet, number=1, frozen_at=MONDAY - DAY, content=content, content_hash=uuid4().hex
    )
    version.save()
    return sheet, version


def make_council(**fields: Any) -> Council:
    made, _ = Council.objects.get_or_create(name="Your council")
    for name, value in fields.items():
        setattr(made, name, value)
    made.save()
    return made


def put_on_rota(user: User, *, day: dt.date | None = None, days: int = 1, cover: bool = False) -> ReaderDuty:
    starts = day or MONDAY.date()
    ends = starts + dt.timedelta(days=days - 1)
    return ReaderDuty.objects.create(user=user, starts_on=starts, ends_on=ends, cover=cover)


def put_on_call(
    name: str = "Selam", language: str = "ti", *, days: int = 14, now: dt.datetime = MONDAY, **about: str
) -> InterpreterDays:
    """An interpreter, from today."""
    starts = now.date()
    return interpreters.put_on_call(
        language=language,
        name=name,
        how_reached=about.pop("how_reached", "01632 960170, mornings"),
        starts_on=starts,
        ends_on=starts + dt.timedelta(days=days - 1),
        by=None,
        now=now,
        **about,
    )


@dataclass
class Child:
    """A young person's card, its named adults, and a way to send."""

    ticket: Ticket
    code: str
    worker: User | None
    chair: User | None
    version: QuestionnaireVersion
    form: str

    def sends(
        self,
        words: str = "",
        *,
        options: dict[str, tuple[str, ...]] | None = None,
        was_watched: str = "",
        language: str = "en",
        now: dt.datetime = MONDAY,
    ) -> Response:
        answers = {"Q11": GivenAnswer(text=words, language=language)} if words else {}
        answers |= {part: GivenAnswer(options=picked) for part, picked in (options or {}).items()}
        return send_response(
            self.ticket,
            form=self.form,
            answers=answers,
            choices=SendingChoices(was_watched=was_watched),
            idempotency_key=uuid4().hex,
            version=self.version,
            now=now,
        )

    def asks_to_talk(
        self,
        *,
        route: Route = Route.WORKER,
        urgency: Urgency = Urgency.TALK,
        now: dt.datetime = MONDAY,
        **fields: Any,
    ) -> Alert:
        fields.setdefault("once", uuid4().hex)
        return raise_alert(source=Source.CARD, route=route, urgency=urgency, ticket=self.ticket, now=now, **fields)


def make_child(
    *,
    worker: User | None = None,
    chair: User | None = None,
    meeting_at: dt.datetime | None = None,
    named: bool = True,
    form: str = FormKind.BEFORE,
    now: dt.datetime = MONDAY,
    questions: tuple[Question, ...] = (),
    language: str = "en",
) -> Child:
    """`make_child(named=False)`: a consultation code, behind which nobody is known."""
    form = form if named else FormKind.CONSULTATION
    sheet, version = make_sheet(*questions, form=form, named=named)
    issued = issue_ticket(
        council=make_council(),
        kind=TicketKind.MEETING if named else TicketKind.CONSULTATION,
        band=AgeBand.B12_15,
        level=ReadingLevel.STANDARD,
        language=language,
        expires_at=now + 60 * DAY,
        forms=[FormWindow(form, sheet, now - 30 * DAY, now + 40 * DAY)],
        now=now - DAY,
    )
    if named and worker is None:
        worker = UserFactory(roles=[Role.MEETING_WORKER])
    if named and worker is not None:
        assign_listeners(issued.ticket, worker=worker, chair=chair, meeting_at=meeting_at, now=now)
    return Child(issued.ticket, issued.code, worker, chair, version, form)
