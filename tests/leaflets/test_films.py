"""A film on a leaflet: captions and transcript or it stays a draft, one door, nothing before a tap (ACC7, S27)."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.test.utils.form_data import nested_form_data

from accounts.models import Role, User
from core import films
from home.domain.cms_rights import give_cms_rights
from participation.leaflets.domain.gate import NotReady
from participation.leaflets.models import Film
from tests.factories import leaflets as make
from tests.factories.accounts import UserFactory
from tests.factories.films import CAPTIONS, SECRET, a_webm, an_mp4, box, kept_film
from tests.leaflets.test_editor import administrator, leaflet

pytestmark = pytest.mark.django_db
__all__ = ["administrator", "leaflet"]
ADD = "/cms/snippets/leaflets/film/add/"


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def shown_on(parent, film, *, live=True, **words):
    page = make.version(parent, live=False)
    value = {"film": film, "title": "Saying no", "warning": "", "in_bsl": False, "transcript": "You can say no."}
    page.body.append(("film", value | words))
    page.live = live
    page.save()
    return page


def door(film, page="12-15"):
    return f"/leaflets/a-leaflet/{page}/film/{film.pk}/"


def test_a_reader_sees_warning_film_and_words_in_this_order_and_nothing_plays_by_itself(client):
    film = kept_film()
    page = shown_on(make.family(make.shipped_tree()), film, warning="A girl cries in this film.", in_bsl=True)
    shown = client.get(page.get_url()).text
    order = [
        "Saying no</b>",
        "In British Sign Language",
        "A girl cries in this film.",
        "Show the film</span></summary>",
        '<video controls preload="none"',
        f'src="{door(film)}"',
        f'<track kind="captions" src="{door(film)}words/" srclang="en"',
        "Read what is said in the film",
        "<p>You can say no.</p>",
    ]
    places = [shown.index(part) for part in order]
    assert places == sorted(places)
    assert "autoplay" not in shown
    assert "Sam Example" not in shown


def test_without_a_warning_the_film_stands_open(client):
    page = shown_on(make.family(make.shipped_tree()), kept_film())
    shown = client.get(page.get_url()).text
    assert "Show the film" not in shown
    assert not re.search(r"<details[^>]*><summary>(?:(?!</details>).)*<video", shown, re.S)


def test_the_film_comes_whole_or_in_pieces_and_no_copy_stays_on_the_device(client):
    film = kept_film()
    shown_on(make.family(make.shipped_tree()), film)
    whole = client.get(door(film))
    data, size = whole.content, str(film.file.size)
    assert (whole.status_code, whole["Content-Type"], whole["Content-Length"]) == (200, "video/mp4", size)
    assert (whole["Cache-Control"], whole["X-Content-Type-Options"]) == ("private, no-store", "nosniff")
    assert "media-src 'self'" in whole["Content-Security-Policy"]
    assert SECRET not in data
    piece = client.get(door(film), headers={"Range": "bytes=10-19"})
    assert (piece.status_code, piece.content) == (206, data[10:20])
    assert piece["Content-Range"] == f"bytes 10-19/{size}"
    assert client.get(door(film), headers={"Range": "bytes=99999999-"}).status_code == 416
    words = client.get(f"{door(film)}words/")
    assert (words["Content-Type"], words["Cache-Control"]) == ("text/vtt; charset=utf-8", "private, no-store")
    assert words.content == CAPTIONS


def test_a_film_that_no_live_page_shows_is_not_there(client, leaflet):
    film, other = kept_film(), kept_film("Another")
    page = shown_on(leaflet, film, live=False)
    make.version(leaflet, audience="16-17")
    for address in (door(film), door(other), door(film, "16-17"), door(film, "none"), f"/media/{film.file.name}"):
        assert client.get(address).status_code == 404
    assert client.get(f"{door(film)}words/").status_code == 404
    page.live = True
    page.save()
    assert client.get(door(film)).status_code == 200
    assert client.get(door(other)).status_code == 404


def test_once_a_film_is_taken_out_its_file_is_gone_and_the_page_stays(client, folder):
    film = kept_film()
    page = shown_on(make.family(make.shipped_tree()), film)
    address = door(film)
    film.delete()
    assert not [file for file in folder.rglob("*.mp4") if file.is_file()]
    assert client.get(address).status_code == 404
    shown = client.get(page.get_url())
    assert shown.status_code == 200
    assert "<video" not in shown.text


@pytest.mark.parametrize("lacking", [{"film": None}, {"title": " "}, {"transcript": " "}])
def test_without_film_title_or_transcript_it_stays_a_draft(leaflet, lacking):
    with pytest.raises(NotReady, match="Each film needs"):
        shown_on(leaflet, lacking.pop("film", None) if "film" in lacking else kept_film(), **lacking)


def test_the_words_of_a_film_are_checked_and_its_speakers_may_say_more_than_we(leaflet):
    page = shown_on(leaflet, kept_film(), live=False, transcript="She was so risky, they said.", title="Risky girls")
    assert any("isky girls" in words for words in page.all_words())
    assert not any("they said" in words for words in page.all_words())


def sent(film=None, captions=None):
    files = {"film_file": film, "captions_file": captions}
    uploads = {name: SimpleUploadedFile("Sam Example.mp4", data) for name, data in files.items() if data is not None}
    return nested_form_data({"name": "Saying no"}) | uploads


@pytest.mark.parametrize("film", [an_mp4(box(b"udta", SECRET)), a_webm()])
def test_an_editor_adds_a_film_with_its_captions(client, administrator, folder, film):
    assert client.post(ADD, sent(film, CAPTIONS)).status_code == 302
    kept = Film.objects.get()
    assert SECRET not in kept.file.read()
    assert kept.captions.encode() == CAPTIONS
    assert "Sam" not in kept.file.name
    assert client.get("/cms/snippets/leaflets/film/").status_code == 200


@pytest.mark.parametrize(
    ("film", "captions", "words"),
    [
        (an_mp4(), None, "This field is required"),
        (None, CAPTIONS, "This field is required"),
        (b"", CAPTIONS, "The submitted file is empty"),
        (b"<svg onload=alert(1)>", CAPTIONS, "not a film we can use"),
        (an_mp4(), b"", "The submitted file is empty"),
        (an_mp4(), an_mp4(), "no captions we can use"),
    ],
)
def test_a_film_without_captions_or_of_another_kind_is_refused_kindly(client, administrator, film, captions, words):
    answer = client.post(ADD, sent(film, captions))
    assert answer.status_code == 200
    assert words in answer.text
    assert not Film.objects.exists()


def test_a_huge_film_is_refused_before_it_is_read(client, administrator):
    answer = client.post(ADD, sent(b"\0" * (films.MOST_BYTES + 1), CAPTIONS))
    assert (answer.status_code, Film.objects.count()) == (200, 0)
    assert "not a film we can use" in answer.text


@pytest.mark.parametrize("role", Role.values)
def test_editors_add_films_and_nobody_changes_one_under_a_page(client, role):
    give_cms_rights()
    client.force_login(UserFactory(roles=[role]), backend="django.contrib.auth.backends.ModelBackend")
    film = kept_film()
    shown_on(make.family(make.shipped_tree()), film)
    edits = role in (Role.ADMINISTRATOR, Role.PARTICIPATION_WORKER)
    assert (client.get(ADD).status_code == 200) == edits
    assert ("At home" in client.get("/cms/snippets/choose/leaflets/film/").text) == edits
    assert client.get(f"/cms/snippets/leaflets/film/edit/{film.pk}/").status_code != 200
    deletes = client.get(f"/cms/snippets/leaflets/film/delete/{film.pk}/").status_code == 200
    assert deletes == (role == Role.ADMINISTRATOR)
    assert not User.objects.filter(is_superuser=True).exists()
