"""Draw it or say it: kept sealed, stripped bare, heard by a person, gone with the words (S15, S19; AC-21 to AC-24)."""

import base64
import contextlib

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from surveys.responses.domain.hearing import heard_answers
from surveys.responses.domain.made import ValidationError, made_again
from surveys.responses.domain.pieces import piece_of
from surveys.responses.domain.retention import _forget
from surveys.responses.enums import PieceKind
from surveys.responses.models import Answer, Draft, DraftAnswer, DraftPiece, Piece, Response
from tests.factories.made import PLACE, a_drawing, a_png_bomb, a_voice_note, as_format
from tests.factories.responses import a_ticket, child_client, question_url
from tests.responses.walking import CANARY, send

pytestmark = pytest.mark.django_db
DRAW = "/me/say/before/draw/Q09/"
ALOUD = "/me/say/before/aloud/Q09/"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><script>alert(1)</script>"


def made(client, data, url=DRAW, name="made.png", kind="image/png"):
    return client.post(url, {"made": SimpleUploadedFile(name, data, kind)})


def test_a_drawing_is_an_answer_without_a_word(client):
    assert made(client, a_drawing())["Location"] == question_url(1)
    page = client.get(question_url(1)).content.decode()
    assert "A drawing is kept here." in page
    assert "data:image" not in page
    assert "Answered" in client.get("/me/say/before/check/").content.decode()
    send(client)
    answer = Answer.objects.get(part_id="Q09")
    assert (answer.state, [piece.kind for piece in answer.pieces.all()]) == ("answered", ["drawing"])
    assert not DraftPiece.objects.exists()


def test_words_and_both_kinds_can_stand_together(client):
    client.post(question_url(1), {"words-Q09": CANARY, "draw": "Q09"})
    made(client, a_drawing())
    made(client, a_voice_note(3), url=ALOUD, name="v.wav", kind="audio/wav")
    client.post(question_url(1), {"words-Q09": "", "next": "yes"})
    send(client)
    (part,) = next(
        question.parts for question in heard_answers(Response.objects.get()) if question.question_id == "Q09"
    )
    assert part.words == CANARY
    assert [(piece.kind, piece.seconds) for piece in part.pieces] == [("drawing", 0), ("voice", 3)]


def test_the_page_is_kept_before_the_child_goes_off_to_draw(client):
    assert client.post(question_url(1), {"words-Q09": CANARY, "draw": "Q09"})["Location"] == DRAW
    assert CANARY in DraftAnswer.objects.get(part_id="Q09").sealed.open()
    assert client.post(question_url(1), {"aloud": "Q09"})["Location"] == ALOUD
    assert client.post(question_url(1), {"draw": "https://example.org"})["Location"] == question_url(1)


@pytest.mark.parametrize("way", [{"declined": "yes"}, {"take_out": "Q09"}])
def test_declining_or_taking_out_leaves_nothing_of_it(client, way):
    made(client, a_drawing())
    client.post(question_url(1), way)
    assert not DraftPiece.objects.exists()
    client.post(question_url(1), {"words-Q09": "Only this"})
    send(client)
    assert not Piece.objects.exists()


def test_a_second_drawing_takes_the_place_of_the_first(client):
    made(client, a_drawing())
    first = DraftPiece.objects.get().open()
    made(client, as_format("PNG"))
    assert DraftPiece.objects.get().open() != first


def test_what_is_drawn_rests_sealed_and_moves_nowhere(client):
    made(client, a_drawing())
    with connection.cursor() as cursor:
        cursor.execute("SELECT sealed FROM responses_draftpiece")
        (token,) = cursor.fetchone()
    assert token.startswith("k")
    assert base64.b64encode(a_drawing()).decode()[:60] not in token
    assert b"PNG" in DraftPiece.objects.get().open()[:8]
    assert list(settings.MEDIA_ROOT.rglob("*made*")) == [] if settings.MEDIA_ROOT.exists() else True


def test_nothing_a_camera_or_program_wrote_is_kept(client):
    made(client, a_drawing(told=PLACE))
    assert PLACE.encode() not in DraftPiece.objects.get().open()
    made(client, a_voice_note(told=PLACE.encode()), url=ALOUD)
    assert all(PLACE.encode() not in piece.open() for piece in DraftPiece.objects.all())


CORPUS = {
    "nothing": b"",
    "one byte": b"\x89",
    "truncated": a_drawing()[:400],
    "a photo": as_format("JPEG"),
    "webp": as_format("WEBP"),
    "gif": as_format("GIF"),
    "tiff": as_format("TIFF"),
    "another size": a_drawing((640, 480)),
    "svg": SVG,
    "html": HTML,
    "pdf": b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n",
    "zip": b"PK\x03\x04" + b"\0" * 400,
    "bomb": a_png_bomb(),
    "sound as a drawing": a_voice_note(),
    "too much": a_drawing() + b"\0" * 1_600_000,
}


@pytest.mark.parametrize("name", CORPUS)
def test_any_other_file_gets_a_kind_no(client, name):
    answer = made(client, CORPUS[name])
    assert answer.status_code == 422
    assert "We could not keep that drawing." in answer.content.decode()
    assert not DraftPiece.objects.exists()


def test_a_polyglot_loses_its_second_meaning(client):
    assert made(client, a_drawing() + HTML).status_code == 302
    assert HTML not in DraftPiece.objects.get().open()


SOUNDS = {
    "nothing": b"",
    "truncated head": a_voice_note()[:30],
    "stereo": a_voice_note(channels=2),
    "better than a telephone": a_voice_note(1, rate=44_100),
    "two minutes and two seconds": a_voice_note(122),
    "no sound": a_voice_note(0),
    "mp3": b"ID3\x04" + b"\0" * 600,
    "webm": b"\x1aE\xdf\xa3" + b"\0" * 600,
    "a drawing": a_drawing(),
}


@pytest.mark.parametrize("name", SOUNDS)
def test_any_other_sound_gets_a_kind_no(client, name):
    answer = made(client, SOUNDS[name], url=ALOUD)
    assert answer.status_code == 422
    assert "We could not keep that voice note." in answer.content.decode()


def test_two_whole_minutes_can_be_kept(client):
    assert made(client, a_voice_note(120), url=ALOUD).status_code == 302
    assert DraftPiece.objects.get().seconds == 120


def test_fifty_megabytes_are_refused_kindly_and_touch_no_disk(client, tmp_path, settings):
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    answer = made(client, b"\x89PNG\r\n\x1a\n" + b"\0" * 50_000_000)
    assert answer.status_code == 422
    assert list(tmp_path.iterdir()) == []


@given(st.binary(max_size=300))
def test_no_bytes_whatever_break_the_page(data):
    for kind, start in ((PieceKind.DRAWING, b"\x89PNG\r\n\x1a\n"), (PieceKind.VOICE, a_voice_note(0.1)[:40])):
        for each in (data, start + data):
            with contextlib.suppress(ValidationError):
                assert made_again(kind, each).data


def test_unnamed_answers_cannot_be_drawn_or_spoken(db):
    client = child_client(a_ticket(kind="consultation"))
    client.post("/me/say/consultation/")
    page = client.get("/me/say/consultation/1/").content.decode()
    assert 'name="draw"' not in page
    assert client.get("/me/say/consultation/draw/Q09/").status_code == 404


@pytest.mark.parametrize("part", ["Q17", "nothing", "Q07"])
def test_only_questions_that_take_words_can_be_drawn(client, part):
    assert client.get(f"/me/say/before/draw/{part}/").status_code == 404


def test_only_the_page_for_speaking_may_ask_for_the_microphone(client):
    assert "microphone=(self)" in client.get(ALOUD)["Permissions-Policy"]
    for url in (DRAW, question_url(1), "/"):
        assert "microphone=()" in client.get(url)["Permissions-Policy"]


def test_pieces_go_when_the_words_go(client):
    made(client, a_drawing())
    send(client)
    _forget(Response.objects.get().pk, now=timezone.now())
    assert not Piece.objects.exists()


def test_deleting_what_was_written_takes_the_drawing_along(client):
    made(client, a_drawing())
    client.post("/me/say/before/stop/", {"stop": "delete"})
    assert not Draft.objects.exists()
    assert not DraftPiece.objects.exists()


def test_a_piece_opens_only_with_its_own_answer(client):
    made(client, a_drawing())
    send(client)
    response, piece = Response.objects.get(), Piece.objects.get()
    assert piece_of(response, piece.pk) == piece
    assert piece_of(Response(), piece.pk) is None
