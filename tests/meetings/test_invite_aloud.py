"""The invite read aloud by a person: the general words, with the card, for as long as they stay (ACC2, D14, D31)."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from accounts.models import Role
from core.models import Sound
from core.playing import keep_sound
from core.sounds import made_sound
from participation.meetings.models import InviteWording
from surveys.responses.models import Ticket
from tests.factories.meetings import with_card
from tests.factories.sounds import an_mp3, tagged
from tests.meetings.pages import child
from tests.meetings.test_wording import in_the_cms

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]
SOUND, PAGE = "/me/invite/aloud/", "/me/invite/"
PLAYER = f'<audio controls preload="none" src="{SOUND}"'


def read_aloud(audience="12-15"):
    wording = InviteWording.objects.get(kind="strategy", audience=audience)
    wording.recording = keep_sound(made_sound(an_mp3()), now=timezone.now())
    wording.recording_said = wording.words_now
    wording.save()
    return wording


@pytest.fixture
def booked():
    a = with_card()
    read_aloud()
    return a


def test_the_invite_plays_a_person_on_a_tap_and_says_what_is_not_in_it(booked):
    young = child(booked)
    page = young.get(PAGE).text
    assert page.index("<h1>") < page.index(PLAYER) < page.index("Not to blame you")
    assert "The recording does not say names, when or where." in page
    answer = young.get(SOUND)
    assert (answer.status_code, answer["Content-Type"], answer.content) == (200, "audio/mpeg", an_mp3())
    assert answer["Cache-Control"] == "no-store, private"


def test_without_the_card_there_is_no_sound(booked):
    answer = Client().get(SOUND)
    assert (answer.status_code, answer["Location"]) == (302, "/?over=1")


def test_once_the_words_change_the_recording_is_silent(booked):
    wording = InviteWording.objects.get(kind="strategy", audience="12-15")
    wording.rights += "\nYou can ask again."
    wording.save()
    young = child(booked)
    assert "<audio" not in young.get(PAGE).text
    assert young.get(SOUND).status_code == 404


def test_easy_read_is_heard_in_its_own_words_only(booked):
    Ticket.objects.update(level="easy-read")
    young = child(booked)
    assert "<audio" not in young.get(PAGE).text
    assert young.get(SOUND).status_code == 404
    read_aloud("easy-read")
    assert PLAYER in young.get(PAGE).text
    assert young.get(SOUND).status_code == 200


def test_a_text_taken_down_is_heard_no_more(booked):
    InviteWording.objects.update(live=False)
    assert child(booked).get(SOUND).status_code == 404


def edited(wording, **changes):
    given = {field.name: field.value_from_object(wording) for field in wording._meta.fields if field.editable}
    given = {name: value for name, value in given.items() if value is not None}
    return given | changes


def test_an_editor_puts_a_recording_in_and_takes_it_out_and_nobody_hears_a_draft(client, booked):
    edit = in_the_cms(client, Role.PARTICIPATION_WORKER)
    wording = InviteWording.objects.first()
    assert "never a name, a day" in client.get(edit).text
    file = SimpleUploadedFile("Sam Example.mp3", tagged(b"Sam Example") + an_mp3())
    said = {"recording_file": file, "recording_speaker": "Sam Example", "recording_on": "2026-11-20"}
    assert client.post(edit, edited(wording, **said)).status_code == 302
    wording.refresh_from_db()
    assert wording.get_latest_revision_as_object().can_be_heard
    assert not wording.can_be_heard
    assert not Sound.objects.filter(data__contains=b"Sam Example").exists()
    assert client.post(edit, edited(wording, recording_out="on")).status_code == 302
    wording.refresh_from_db()
    assert not wording.get_latest_revision_as_object().can_be_heard


def test_a_recording_says_who_speaks_and_when(client, booked):
    edit = in_the_cms(client, Role.PARTICIPATION_WORKER)
    file = SimpleUploadedFile("x.mp3", an_mp3())
    answer = client.post(edit, edited(InviteWording.objects.first(), recording_file=file))
    assert answer.status_code == 200
    assert "Say who speaks." in answer.text
    assert "Say when it was recorded." in answer.text
