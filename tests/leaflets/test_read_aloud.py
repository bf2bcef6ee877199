"""A leaflet read aloud by a person: the slot, the door to it, and words that have changed since (ACC2, R14)."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from core.models import Sound
from core.playing import keep_sound
from core.sounds import made_sound
from participation.leaflets.domain.plain_format import stream_from
from tests.factories import leaflets as make
from tests.factories.sounds import an_mp3, tagged
from tests.leaflets.test_editor import administrator, filled, leaflet

pytestmark = pytest.mark.django_db
__all__ = ["administrator", "leaflet"]
ALOUD = "/leaflets/a-leaflet/12-15/aloud/"
TODAY = dt.date(2026, 1, 12)


def a_file(data=None):
    return SimpleUploadedFile("Sam Example at home.mp3", data or tagged(b"Sam Example") + an_mp3())


def spoken(leaflet, **fields):
    page = make.version(leaflet, live=False)
    page.recording = keep_sound(made_sound(an_mp3()), now=timezone.now())
    page.recording_said, page.live = page.words_now, fields.pop("live", True)
    for name, value in fields.items():
        setattr(page, name, value)
    page.save()
    return page


def test_a_reader_can_hear_the_page_and_nothing_is_fetched_before_a_tap(client):
    page = spoken(make.family(make.shipped_tree()))
    shown = client.get(page.get_url()).text
    assert f'<audio controls preload="none" src="{ALOUD}"' in shown
    answer = client.get(ALOUD)
    assert (answer.content, answer["Content-Type"], answer["Cache-Control"]) == (
        an_mp3(),
        "audio/mpeg",
        "private, no-store",
    )


def test_once_the_words_change_the_recording_is_silent(client, leaflet):
    page = spoken(leaflet)
    page.body = stream_from("You can say what you want.", seed="other")
    page.save()
    assert client.get(ALOUD).status_code == 404


def test_a_draft_and_a_page_without_one_have_no_sound(client, leaflet):
    spoken(leaflet, live=False)
    make.version(leaflet, audience="16-17")
    for address in (ALOUD, "/leaflets/a-leaflet/16-17/aloud/", "/leaflets/nope/12-15/aloud/"):
        assert client.get(address).status_code == 404


def test_an_editor_puts_a_recording_in_and_takes_it_out(client, administrator, leaflet):
    page = make.version(leaflet, live=False)
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    said = {"recording_file": a_file(), "recording_speaker": "Sam Example", "recording_on": "2026-01-12"}
    assert client.post(edit, filled(page, "You can say no.") | said).status_code == 302
    page.refresh_from_db()
    assert page.get_latest_revision_as_object().can_be_heard
    assert b"Sam Example" not in bytes(Sound.objects.get().data)
    assert client.post(edit, filled(page, "You can say no.", recording_out="on")).status_code == 302
    page.refresh_from_db()
    assert not page.get_latest_revision_as_object().can_be_heard


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"recording_file": b"<html>"}, "not a recording we can use"),
        ({"recording_speaker": ""}, "Say who speaks."),
        ({"recording_on": ""}, "Say when it was recorded."),
    ],
)
def test_a_recording_is_one_and_says_who_speaks_and_when(client, administrator, leaflet, changes, words):
    page = make.version(leaflet, live=False)
    said = {"recording_speaker": "Sam Example", "recording_on": "2026-01-12"} | changes
    said["recording_file"] = a_file(changes.get("recording_file"))
    answer = client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), filled(page, "You can say no.") | said)
    assert answer.status_code == 200
    assert words in answer.text
    assert not Sound.objects.exists()


def test_a_recording_in_another_language_is_heard_by_the_checker_first(leaflet):
    checked = {"translation_checked_by": "Hevin Example", "translation_checked_on": TODAY}
    page = make.version(leaflet, live=False, language="pl", slug="pl", **checked)
    page.recording_on = TODAY
    assert page.more_blockers() == []
    page.recording_on = TODAY + dt.timedelta(days=1)
    [reason] = page.more_blockers()
    assert "recording is newer" in reason
