"""At the same moment, on either database: one answer, one freeze, one reading, whatever was pressed by whom (R-4).

Everything above the surveys is hooked in here, as it is when the site runs. Nothing waits for a time: all stand ready,
then a barrier opens.
"""

import datetime as dt
import threading
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, connections
from django.utils import timezone

from accounts.models import Role, User
from core.models import AuditEntry
from participation.listening.domain.assignments import assign_listeners, say_not_them
from participation.listening.domain.readings import NotForYou, mark_read
from participation.listening.models import Listener, Reading
from surveys.questionnaires.domain.publishing import NotReady, publish
from surveys.questionnaires.models import Questionnaire, QuestionnaireVersion
from surveys.releases.domain.freezing import freeze_window
from surveys.releases.models import Contribution, Release
from surveys.responses.domain.sending import Closed, send_response
from surveys.responses.domain.tickets import find_ticket, revoke
from surveys.responses.models import Answer, Response, Ticket, TicketForm, Words
from tests.factories.accounts import UserFactory
from tests.factories.listening import put_on_rota
from tests.factories.questionnaires import QuestionnaireFactory, published
from tests.factories.releases import quarter_window
from tests.factories.responses import issued, sent, ticks, words
from tests.promises.ready_cards import ready_cards
from tests.promises.servers import Site, site_of_this_run
from tests.promises.walk import Browser, Page

pytestmark = pytest.mark.django_db(transaction=True)
THREADS, CARDS = 20, 50


def at_once(*works: Callable[[], Any]) -> list[Any]:
    """Runs all of them in threads that start together; gives what each returned, or raised."""
    gate, results = threading.Barrier(len(works)), [None] * len(works)

    def run(number: int, work: Callable[[], Any]) -> None:
        try:
            gate.wait(timeout=60)
            results[number] = work()
        except Exception as error:
            results[number] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=each) for each in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def ticket_of(code: str) -> Ticket:
    ticket = find_ticket(code, now=timezone.now())
    assert ticket is not None
    return ticket


def someone_reads() -> User:
    """Somebody on the rota, so that boxes for words are open."""
    user = UserFactory(roles=[Role.READER])
    put_on_rota(user, day=timezone.localdate() - dt.timedelta(days=1), days=5)
    return user


def sending(ticket: Ticket, text: str = "the words") -> Callable[[], Response]:
    """The domain function, with a key of its own, as from a browser of its own."""
    return lambda: send_response(
        ticket,
        form="before",
        answers={"Q11": words(text)},
        idempotency_key=uuid.uuid4().hex,
        now=timezone.now(),
    )


def whole_or_nothing(responses: int, *, words_each: int = 1) -> None:
    """Every stored response has all its parts and its words; nothing else is stored."""
    assert Response.objects.count() == responses
    assert Words.objects.count() == responses * words_each
    for response in Response.objects.all():
        parts = {part.id for part in response.version.schema.parts()}
        assert set(Answer.objects.filter(response=response).values_list("part_id", flat=True)) <= parts


def test_twenty_threads_sending_on_one_ticket_store_one_response_and_all_hear_of_the_same() -> None:
    for stored, code in enumerate(ready_cards(CARDS), start=1):
        ticket = ticket_of(code)
        results = at_once(*(sending(ticket, f"words of {number}") for number in range(THREADS)))
        assert [each for each in results if not isinstance(each, Response)] == []
        assert len({each.pk for each in results}) == 1
        assert len({each.sent_key for each in results}) == 1
        whole_or_nothing(stored)


@pytest.mark.servers
def test_twenty_browsers_sending_on_one_card_store_one_response_and_all_hear_that_it_is_saved() -> None:
    """Over real HTTP: three visits are open, the most a card may have; twenty lines press Send in them."""
    (code,) = ready_cards(1)
    with site_of_this_run() as site:
        site.start()
        lines, pages = _ready_to_send(site, code, visits=3, lines=THREADS)
        presses = [lambda line=line, page=page: line.send(page) for line, page in zip(lines, pages, strict=True)]
        results = at_once(*presses)
        assert results == [True] * THREADS
        for line in lines:
            assert b"It is saved" in line.get("/me/say/before/sent/").body
    boxes = sum(part.is_text for part in Response.objects.get().version.schema.parts())
    whole_or_nothing(1, words_each=boxes)


def _ready_to_send(site: Site, code: str, *, visits: int, lines: int) -> tuple[list[Browser], list[Page]]:
    first = Browser(site.port)
    first.type_code(code)
    first.answer_all(first.begin(), "the words")
    visitors = [first, *(Browser(site.port) for _ in range(visits - 1))]
    for visitor in visitors[1:]:
        visitor.type_code(code)
    opened = []
    for number in range(lines):
        visitor = visitors[number % visits]
        line = Browser(site.port, cookies=dict(visitor.cookies))
        page = line.get("/me/say/before/check/")
        assert page.status == 200
        opened.append((line, page))
    return [line for line, _ in opened], [page for _, page in opened]


def test_one_answer_code_pressed_twenty_times_is_used_once() -> None:
    someone_reads()
    ticket = issued(kind="consultation").ticket

    def send() -> Response:
        return send_response(
            ticket, form="consultation", answers={}, idempotency_key=uuid.uuid4().hex, now=timezone.now()
        )

    results = at_once(*[send] * THREADS)
    assert sum(isinstance(each, Response) for each in results) == 1
    assert {type(each).__name__ for each in results} == {"Response", "AlreadySent"}
    assert Response.objects.count() == 1


def test_closing_and_sending_at_once_leave_a_whole_response_or_a_clear_no() -> None:
    for code in ready_cards(5):
        ticket = ticket_of(code)
        before = Response.objects.count()

        def close(ticket: Ticket = ticket) -> None:
            TicketForm.objects.filter(ticket=ticket, form="before").update(closes_at=timezone.now())

        results = at_once(close, *(sending(ticket) for _ in range(5)))
        assert all(each is None or isinstance(each, Response | Closed) for each in results), results
        stored = Response.objects.count() - before
        assert stored == (1 if any(isinstance(each, Response) for each in results) else 0)
    whole_or_nothing(Response.objects.count())


def test_stopping_a_card_and_sending_at_once_leave_a_whole_response_or_a_clear_no() -> None:
    for code in ready_cards(5):
        ticket = ticket_of(code)
        results = at_once(
            lambda ticket=ticket: revoke(Ticket.objects.get(pk=ticket.pk), by=None, now=timezone.now()),
            *(sending(ticket) for _ in range(5)),
        )
        assert all(each is None or isinstance(each, Response | Closed) for each in results), results
        ticket.refresh_from_db()
        assert ticket.revoked_at is not None
        stored = Response.objects.filter(ticket=ticket).count()
        assert stored == (1 if any(isinstance(each, Response) for each in results) else 0)
    whole_or_nothing(Response.objects.count())


def test_two_readers_reading_at_once_are_both_noted_and_nothing_is_noted_twice() -> None:
    readers = [someone_reads() for _ in range(2)]
    response = sending(ticket_of(ready_cards(1)[0]))()
    results = at_once(
        *(lambda reader=reader: mark_read(response, by=reader, now=timezone.now()) for reader in readers * 4)
    )
    assert [each for each in results if isinstance(each, Exception)] == []
    assert sorted(response.readings.values_list("reader_id", flat=True)) == sorted(each.pk for each in readers)


def test_reading_while_others_are_named_is_noted_once_or_refused_and_the_new_names_stand_once() -> None:
    """R-4, assign and read: four presses name the second worker while the first one reads."""
    for code in ready_cards(3):
        response = sending(ticket_of(code))()
        ticket = ticket_of(code)
        first, second, chair = UserFactory(), UserFactory(), UserFactory()
        assign_listeners(ticket, worker=first, chair=chair, meeting_at=None, now=timezone.now())

        def assign(ticket: Ticket = ticket, second: User = second, chair: User = chair) -> None:
            assign_listeners(ticket, worker=second, chair=chair, meeting_at=None, now=timezone.now())

        def read(response: Response = response, first: User = first) -> object:
            return mark_read(response, by=first, now=timezone.now())

        def refuse(ticket: Ticket = ticket, users: tuple[User, ...] = (first, second)) -> None:
            say_not_them(ticket, users=users, now=timezone.now())

        results = at_once(*[assign] * 4, *[read] * 4)
        assert all(each is None or isinstance(each, Reading | NotForYou) for each in results), results
        named = Listener.objects.filter(ticket=ticket).values_list("user_id", flat=True)
        assert sorted(named) == sorted([second.pk, chair.pk])
        noted = any(isinstance(each, Reading) for each in results)
        assert Reading.objects.filter(response=response, reader=first).count() == noted
        results = at_once(refuse, *[read] * 4)
        assert all(each is None or isinstance(each, Reading | NotForYou) for each in results), results
        for reader in (first, second):  # whatever came first: from now on the no stands
            with pytest.raises(NotForYou):
                mark_read(response, by=reader, now=timezone.now())


def test_one_questionnaire_published_by_several_at_once_has_versions_counted_without_a_gap() -> None:
    """R-4, publish and publish: everyone who pressed hears of a version of their own, the newest is in use."""
    administrator, questionnaire = UserFactory(roles=[Role.ADMINISTRATOR]), QuestionnaireFactory()

    def press() -> QuestionnaireVersion:
        own = Questionnaire.objects.get(pk=questionnaire.pk)
        return publish(own, by=administrator, now=timezone.now())

    results = at_once(*[press] * 6)
    assert [each for each in results if not isinstance(each, QuestionnaireVersion)] == []
    assert sorted(each.number for each in results) == [1, 2, 3, 4, 5, 6]
    questionnaire.refresh_from_db()
    newest = questionnaire.current_version()
    assert newest is not None
    assert newest.number == 6
    assert AuditEntry.objects.filter(action="questionnaire.publish").count() == 6


def test_of_two_questionnaires_for_one_place_published_at_once_one_is_in_use() -> None:
    """R-4, publish and publish: the other is refused in plain words or by the store, and leaves no version."""
    administrator = UserFactory(roles=[Role.ADMINISTRATOR])
    rivals = [QuestionnaireFactory(title=f"Rival {number}") for number in range(4)]

    def press(number: int) -> Callable[[], QuestionnaireVersion]:
        return lambda: publish(Questionnaire.objects.get(pk=rivals[number].pk), by=administrator, now=timezone.now())

    results = at_once(*map(press, range(4)))
    assert sum(isinstance(each, QuestionnaireVersion) for each in results) == 1, results
    assert all(isinstance(each, QuestionnaireVersion | NotReady | IntegrityError) for each in results), results
    assert Questionnaire.objects.filter(live=True).count() == 1
    assert QuestionnaireVersion.objects.count() == 1


def test_a_window_frozen_by_several_at_once_has_one_release() -> None:
    window = quarter_window()
    version = published(form="after", length="", asked=("Q27a", "Q27b", "Q27c", "Q27d", "Q27e"))
    for _ in range(21):
        ticket = issued(version=version, now=window.opens_at).ticket
        sent(ticket, answers={"Q27a": ticks("yes")}, now=window.opens_at)
    results = at_once(*[lambda: freeze_window(window, now=timezone.now())] * 4)
    assert [each for each in results if not isinstance(each, Release)] == []
    assert len({each.pk for each in results}) == 1
    assert Release.objects.count() == 1
    assert Contribution.objects.count() == 21
