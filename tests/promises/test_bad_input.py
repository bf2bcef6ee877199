"""Whatever is typed, forged or sent twice, anywhere on the site: a clear answer, nothing lost, never a fault (AC-15).

Runs on both databases. The corpus of naughty strings comes from an installed package; what it lacks stands here.
"""

import datetime as dt
import json
import re
import uuid

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from participation.listening.models import Alert
from surveys.responses.domain.hearing import heard_answers
from surveys.responses.models import DraftAnswer, Response, TicketForm
from tests.factories.meetings import MONDAY, WORD, Booked
from tests.factories.responses import child_client, question_url
from tests.home.cards import card_with_code, expired_code, revoked_code, type_code, used_code, without_token
from tests.promises.forms_on import forms_on
from tests.promises.naughty import NAUGHTY, OWN, expected, is_plain
from tests.promises.world import World

pytestmark = pytest.mark.django_db
RAW = [b"words-Q11=%ED%A0%80", b"words-Q11=%FF%FE%00", b"words-Q11", b"=&&=;%", b"words-Q11=%", b"\xff\xfe\x00"]
FORM_TYPE = "application/x-www-form-urlencoded"


def text_question(child: Client) -> int:
    """The number of a question with one box for words."""
    for number in range(1, 9):
        if b'name="words-Q11"' in child.get(question_url(number)).content:
            return number
    raise AssertionError("no question for words")


def kept_words(part: str) -> str | None:
    row = DraftAnswer.objects.filter(part_id=part).first()
    return json.loads(row.sealed.open())[2] if row else None


# words --------------------------------------------------------------------------------------------------


@pytest.mark.servers
def test_every_naughty_string_is_kept_sign_for_sign_or_clearly_refused_and_stays_in_its_box(child: Client) -> None:
    number, kept, refused = text_question(child), 0, 0
    for text in [*NAUGHTY, *OWN]:
        answer = child.post(question_url(number), {"words-Q11": text})
        is_plain(answer, text)
        words = expected(text)
        if answer.status_code == 302 and words:
            kept += 1
            assert kept_words("Q11") == words, ascii(text)
        elif words is None:
            refused += 1
            assert answer.status_code == 422, ascii(text)
            assert b'role="alert"' in answer.content
    assert kept > 480
    assert 1 <= refused < 30


def test_naughty_words_reach_the_reader_sign_for_sign(child: Client, card: Booked) -> None:
    text = "".join(sorted({sign for each in NAUGHTY for sign in each[:40]}))[:1_500]
    number = text_question(child)
    assert child.post(question_url(number), {"words-Q11": text}).status_code == 302
    assert child.post("/me/say/before/check/", {"send": "yes", "key": "k", "count": "yes"}).status_code == 303
    response = Response.objects.get(ticket=card.fresh().ticket)
    heard = {part.part_id: part.words for question in heard_answers(response) for part in question.parts}
    assert heard["Q11"] == expected(text)


@pytest.mark.servers
def test_every_naughty_string_as_a_code_gets_the_calm_answer(world: World) -> None:
    calm = without_token(type_code(Client(), "1111-1111-1111"))
    for text in [*NAUGHTY, *OWN]:
        answer = type_code(Client(), text)
        assert answer.status_code == 200, ascii(text)
        assert without_token(answer) == calm, ascii(text)


@pytest.mark.servers
def test_every_naughty_string_as_the_agreed_word_opens_nothing_and_locks_nothing(card: Booked, child: Client) -> None:
    for text in [*NAUGHTY[::3], *OWN]:
        answer = child.post("/me/word/", {"word": text, "next": "invite"})
        is_plain(answer, text)
        assert answer.status_code != 302, ascii(text)
    a_little_later = MONDAY + dt.timedelta(minutes=21)
    with time_machine.travel(a_little_later, tick=False):
        back = child_client(card.fresh().ticket, now=a_little_later)
        assert back.post("/me/word/", {"word": WORD, "next": "invite"}).status_code == 302


@pytest.mark.servers
@pytest.mark.parametrize("address", ["/me/talk/", "/help/talk/"])
def test_every_naughty_string_can_be_said_when_asking_to_talk(child: Client, address: str) -> None:
    for text in [*NAUGHTY[::3], *OWN]:
        before = Alert.objects.count()
        (form,) = [each for each in forms_on(child.get(address).content.decode()) if "about" in each.fields]
        fields = {**form.filled(""), "about": text, "first_name": "Kit", "safe_contact": "At school"}
        fields.pop("not_safe_now", None)
        answer = child.post(address, {**fields, "once": uuid.uuid4().hex, "patience": "yes"})
        is_plain(answer, text)
        if answer.status_code == 302:
            alert = Alert.objects.exclude(pk__in=[]).order_by("-raised_at", "-pk").first()
            assert alert is not None
            assert Alert.objects.count() == before + 1
            assert expected(text) in {each.about.open() for each in Alert.objects.all()}, ascii(text)
        else:
            assert answer.status_code in (422, 429), ascii(text)
            if expected(text) is not None:
                raise AssertionError(f"refused without a reason: {ascii(text)[:80]}")


@pytest.mark.parametrize("raw", RAW)
def test_bytes_that_are_no_text_get_a_plain_answer(child: Client, raw: bytes) -> None:
    number = text_question(child)
    for address in (question_url(number), "/me/talk/", "/go/", "/me/word/", "/help/talk/", "/me/say/before/check/"):
        is_plain(child.post(address, data=raw, content_type=FORM_TYPE), raw)
        is_plain(child.post(address, data=raw, content_type="multipart/form-data; boundary=x"), raw)
        is_plain(child.post(address, data=raw, content_type="application/json"), raw)


# closed, twice, out of order ----------------------------------------------------------------------------


def test_a_form_that_closed_meanwhile_says_so_and_keeps_the_words_on_the_page(child: Client, card: Booked) -> None:
    number = text_question(child)
    TicketForm.objects.filter(ticket=card.fresh().ticket, form="before").update(closes_at=MONDAY)
    answer = child.post(question_url(number), {"words-Q11": "my own words"})
    assert answer.status_code == 409
    assert "my own words" in answer.content.decode()
    assert child.post("/me/say/before/check/", {"send": "yes"}).status_code == 409
    assert not Response.objects.filter(ticket=card.fresh().ticket).exists()


def test_two_tabs_and_two_presses_store_one_answer_and_lose_no_words(card: Booked, child: Client) -> None:
    tab = child_client(card.fresh().ticket)
    number = text_question(child)
    child.post(question_url(number), {"words-Q11": "from the first tab"})
    send = {"send": "yes", "key": "the same", "count": "yes"}
    assert [child.post("/me/say/before/check/", send).status_code for _ in range(2)] in ([303, 303], [303, 302])
    late = tab.post(question_url(number), {"words-Q11": "typed in the second tab"})
    is_plain(late)
    assert late.status_code in (302, 409)
    if late.status_code == 409:
        assert "typed in the second tab" in late.content.decode()
    is_plain(tab.post("/me/say/before/check/", {"send": "yes", "key": "another"}))
    assert Response.objects.filter(ticket=card.fresh().ticket).count() == 1


def test_going_back_after_leaving_opens_nothing_and_says_so_calmly(child: Client) -> None:
    number = text_question(child)
    child.post(question_url(number), {"words-Q11": "quietcanary"})
    child.get("/x/")
    for address in (question_url(number), "/me/", "/me/invite/", "/me/say/before/check/"):
        answer = child.get(address)
        assert answer.status_code == 302
        assert answer["Location"].startswith("/")
    answer = child.post(question_url(number), {"words-Q11": "more"}, follow=True)
    assert answer.status_code == 200
    assert "quietcanary" not in answer.content.decode()


@pytest.mark.parametrize("make", [used_code, expired_code, revoked_code])
def test_codes_that_do_not_open_get_the_same_bytes_with_the_same_work(make, db: None) -> None:
    with time_machine.travel(MONDAY, tick=False):
        card_with_code("1234-1234-1234")
        from surveys.responses.models import Ticket

        Ticket.objects.all().delete()
        code = make("ACDE-FGHJ-KMNP")
        type_code(Client(), "2222-2222-2222")  # the row that counts misses is there now
        with CaptureQueriesContext(connection) as wrong_work:
            wrong = type_code(Client(), "3333-3333-3333")
        with CaptureQueriesContext(connection) as work:
            answer = type_code(Client(), code)
    assert without_token(answer) == without_token(wrong)
    shapes = [[re.sub(r"'[^']*'|\d+", "?", each["sql"]) for each in run] for run in (wrong_work, work)]
    assert shapes[0] == shapes[1]
    assert {name: value for name, value in answer.items() if name != "Content-Length"} == {
        name: value for name, value in wrong.items() if name != "Content-Length"
    }
