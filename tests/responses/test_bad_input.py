"""Whatever is typed, forged or broken: a plain answer, nothing lost, never a 500 (AC-15, R-8, ASVS-9)."""

import json

import pytest
from django.db import OperationalError

from core.plain_words import WordsRefused, clean_words
from surveys.responses.domain.answers import GivenAnswer
from surveys.responses.domain.drafts import Kept, _from_json, _to_json
from surveys.responses.domain.hearing import heard_answers
from surveys.responses.models import Draft, DraftAnswer, Response
from tests.factories.responses import a_ticket, child_client, question_url, sent, words
from tests.promises import naughty

pytestmark = pytest.mark.django_db
START, CHECK = "/me/say/before/", "/me/say/before/check/"
OWN = [text for text in naughty.OWN if len(text) <= 1_000]


@pytest.fixture
def client():
    client = child_client(a_ticket())
    client.post(START)
    return client


def test_naughty_strings_come_back_to_the_reader_sign_for_sign():
    kept = refused = 0
    for text in [*naughty.NAUGHTY, *OWN]:
        try:
            expected = clean_words(text)
        except WordsRefused:
            refused += 1
            continue
        assert _from_json(_to_json(Kept(GivenAnswer(text=expected)))).given.text == expected
        kept += 1
    assert kept > 480
    assert refused < 20


def test_naughty_strings_travel_through_the_pages(client):
    for text in [*naughty.NAUGHTY[::9], *OWN]:
        page = client.post(question_url(1), {"words-Q09": text})
        assert page.status_code in (302, 422), ascii(text)
        try:
            expected = clean_words(text)
        except WordsRefused:
            continue
        if expected:
            assert json.loads(DraftAnswer.objects.get(part_id="Q09").sealed.open())[2] == expected


def test_naughty_strings_reach_the_reader_after_send():
    for text in OWN:
        response = sent(a_ticket(), answers={"Q09": words(text)})
        assert {p.part_id: p.words for q in heard_answers(response) for p in q.parts}["Q09"] == clean_words(text)


def test_too_long_words_stay_in_the_box_and_the_page_says_what_to_do(client):
    text = "word " * 500
    page = client.post(question_url(1), {"words-Q09": text})
    assert page.status_code == 422
    assert text.strip() in page.content.decode()
    assert "too long" in page.content.decode()
    assert not DraftAnswer.objects.exists()


@pytest.mark.parametrize(
    "posted",
    [
        {"part-Q19": "never-offered"},
        {"part-Q19": ["yes", "no"]},
        {"part-Q19": "yes\x00"},
        {"part-Q19": "../../etc"},
        {"part-Q19": "a" * 5000},
    ],
)
def test_forged_options_get_a_plain_answer_and_store_nothing(client, posted):
    page = client.post(question_url(4), posted)
    assert page.status_code == 422
    assert "not one of the choices" in page.content.decode()
    assert not DraftAnswer.objects.exists()


@pytest.mark.parametrize(
    "posted",
    [
        {},
        {"part-Q99": "yes"},
        {"words-Q19": "x"},
        {"is_superuser": "1", "ticket": "x", "council": "2"},
        {"answers[]": "{"},
    ],
)
def test_missing_and_extra_fields_are_a_skip_and_nothing_more(client, posted):
    assert client.post(question_url(4), posted).status_code == 302
    assert json.loads(DraftAnswer.objects.get().sealed.open())[0] == "skipped"


@pytest.mark.parametrize("number", [0, 6, 7, 99999, 10**18])
def test_question_numbers_that_are_not_there_lead_to_the_check(client, number):
    assert client.get(question_url(number))["Location"] == CHECK
    assert client.post(question_url(number), {"words-Q09": "x"})["Location"] == CHECK


@pytest.mark.parametrize("form", ["after", "nonsense", "consultation", "x" * 300, "%00"])
def test_forms_that_this_card_does_not_open_are_not_there(client, form):
    for page in ("", "1/", "check/", "sent/", "stop/", "saved/", "change/", "asked/"):
        assert client.get(f"/me/say/{form}/{page}").status_code == 404


def test_closed_form_says_so_and_keeps_the_words_on_the_page(client):
    from surveys.responses.models import TicketForm

    form = TicketForm.objects.get()
    form.closes_at = form.opens_at
    form.save()
    page = client.post(question_url(1), {"words-Q09": "my words"})
    assert page.status_code == 409
    assert "This is not open now" in page.content.decode()
    assert "my words" in page.content.decode()
    assert client.post(CHECK, {"send": "yes"}).status_code == 409
    assert client.get(START).status_code == 200
    assert not Response.objects.exists()


def full_disk(*args, **kwargs):
    raise OperationalError("database or disk is full")


def test_full_disk_says_not_saved_and_the_words_stay_in_the_page(client, monkeypatch):
    monkeypatch.setattr("surveys.responses.views.question.keep_draft_answers", full_disk)
    page = client.post(question_url(1), {"words-Q09": "my words"})
    assert page.status_code == 503
    assert page["Retry-After"]
    assert "not saved yet" in page.content.decode()
    assert "my words" in page.content.decode()
    monkeypatch.undo()
    assert client.post(question_url(1), {"words-Q09": "my words"}).status_code == 302


def test_full_disk_at_send_never_says_saved_and_keeps_the_ticks_and_the_draft(client, monkeypatch):
    client.post(question_url(1), {"words-Q09": "my words"})
    monkeypatch.setattr("surveys.responses.views.check.send_response", full_disk)
    page = client.post(CHECK, {"send": "yes", "key": "k", "share": "people", "heard": ["Q09"]})
    assert page.status_code == 503
    assert "not sent yet" in page.content.decode()
    assert 'value="people" checked' in page.content.decode()
    assert Draft.objects.exists()
    monkeypatch.undo()
    assert client.post(CHECK, {"send": "yes", "key": "k"}).status_code == 303


def test_error_inside_the_send_stores_nothing_at_all(client, monkeypatch):
    client.post(question_url(1), {"words-Q09": "my words"})
    monkeypatch.setattr("surveys.responses.domain.sending._leave_no_draft", full_disk)
    assert client.post(CHECK, {"send": "yes", "key": "k"}).status_code == 503
    assert not Response.objects.exists()
    assert DraftAnswer.objects.exists()


def test_full_disk_does_not_stop_anyone_from_reading_the_page(client, monkeypatch):
    monkeypatch.setattr("surveys.responses.domain.sittings.touch", full_disk)
    assert client.get(question_url(1)).status_code == 200


@pytest.mark.parametrize("upload", [b"\x89PNG not really", b"<svg onload=alert(1)>", b"\x00" * 100])
def test_uploads_are_left_alone(client, upload):
    from django.core.files.uploadedfile import SimpleUploadedFile

    page = client.post(question_url(1), {"words-Q09": "x", "file": SimpleUploadedFile("a.png", upload, "image/png")})
    assert page.status_code == 302


def test_page_without_its_form_token_is_refused_plainly():
    ticket = a_ticket()
    client = child_client(ticket, enforce_csrf_checks=True)
    page = client.post(START)
    assert page.status_code == 403
    assert not Draft.objects.exists()


def test_huge_posts_are_refused(client):
    assert client.post(question_url(1), {"words-Q09": "<b>" * 100_000}).status_code in (400, 413, 422)
    assert client.post(question_url(1), {f"f{n}": "x" for n in range(1000)}).status_code in (302, 400, 413)
