"""No file of the store can be fetched unless a live, public page shows it, or an editor asks (M2, AC-24)."""

from pathlib import Path

import pytest
from django.core.cache import caches
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.documents import get_document_model
from wagtail.models import Page, PageViewRestriction

from accounts.models import Role
from home.domain.cms_rights import give_cms_rights
from participation.leaflets.models import LeafletVersionPage, PlainImage
from tests.factories import leaflets as make
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    caches["default"].clear()  # Wagtail keeps renditions by the number of their picture


@pytest.fixture
def leaflet() -> LeafletVersionPage:
    make.council()
    index = Page.get_first_root_node().add_child(title="Leaflets", slug="all-leaflets")
    return make.version(make.family(index))


def a_picture() -> PlainImage:
    picture = PlainImage(title="A door", description="An open door", file=make.photo())
    picture.save()
    return picture


def show(leaflet: LeafletVersionPage, picture: PlainImage) -> None:
    leaflet.body.append(("image", {"image": picture, "alt": "An open door"}))
    leaflet.save()


def anonymous(url: str) -> int:
    return Client().get(url).status_code


def editor() -> Client:
    give_cms_rights()
    client = Client()
    client.force_login(UserFactory(roles=[Role.ADMINISTRATOR]))
    return client


def test_a_picture_of_a_live_page_is_served_as_it_is_shown_and_its_original_is_not(leaflet):
    picture = a_picture()
    rendition = picture.get_rendition("width-40")
    show(leaflet, picture)
    answer = Client().get(rendition.url)
    assert answer.status_code == 200
    assert b"".join(answer.streaming_content)[:2] == b"\xff\xd8"
    assert answer["Content-Type"] == "image/jpeg"
    assert answer["Cache-Control"] == "private, max-age=300"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert not answer.cookies
    assert anonymous(picture.file.url) == 404


def test_a_picture_that_no_page_shows_is_not_there(leaflet):
    show(leaflet, a_picture())
    assert anonymous(a_picture().get_rendition("width-40").url) == 404


def test_a_picture_goes_with_its_page_and_never_comes_before_it(leaflet):
    picture = a_picture()
    url = picture.get_rendition("width-40").url
    leaflet.body.append(("image", {"image": picture, "alt": "An open door"}))
    draft = leaflet.save_revision()  # of a live page
    assert anonymous(url) == 404
    draft.publish()
    leaflet.refresh_from_db()
    assert anonymous(url) == 200
    PageViewRestriction.objects.create(page=leaflet, restriction_type="login")
    assert anonymous(url) == 404
    PageViewRestriction.objects.all().delete()
    leaflet.unpublish()
    assert anonymous(url) == 404


def test_a_draft_that_leaves_a_picture_out_does_not_take_it_from_the_live_page(leaflet):
    picture = a_picture()
    show(leaflet, picture)
    leaflet.body.clear()
    leaflet.save_revision()
    assert anonymous(picture.get_rendition("width-40").url) == 200


def test_editors_see_every_picture_and_nobody_keeps_it_and_other_staff_do_not():
    picture = a_picture()
    urls = [picture.file.url, picture.get_rendition("width-40").url]
    client = editor()
    assert [client.get(url)["Cache-Control"] for url in urls] == ["private, no-store"] * 2
    client.force_login(UserFactory(roles=[Role.CHAIR]))
    assert [client.get(url).status_code for url in urls] == [404, 404]


@pytest.mark.parametrize(
    "name", ["../keys.json", "..%2fkeys.json", "a/../../keys.json", "/etc/passwd", "a%00b", "keys.json"]
)
def test_no_name_leads_out_of_the_pictures(tmp_path: Path, name):
    (tmp_path / "keys.json").write_text("a secret")
    assert anonymous(f"/media/{name}") == 404
    assert editor().get(f"/media/{name}").status_code == 404


def test_a_picture_whose_file_is_gone_is_a_404_not_a_fault(leaflet, tmp_path: Path):
    picture = a_picture()
    show(leaflet, picture)
    rendition = picture.get_rendition("width-40")
    Path(rendition.file.path).unlink()
    assert anonymous(rendition.url) == 404


def test_every_file_on_disk_is_closed_to_strangers_until_a_page_shows_it(tmp_path: Path):
    picture = a_picture()
    for spec in ("max-30x30", "original", "format-png"):
        picture.get_rendition(spec)
    files = [path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) == 4
    assert {anonymous(f"/media/{file}") for file in files} == {404}


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.PARTICIPATION_WORKER])
def test_whoever_writes_leaflets_may_add_a_picture(role):
    client = editor()
    client.force_login(UserFactory(roles=[role]))
    assert client.get("/cms/images/add/").status_code == 200


def test_documents_of_the_cms_open_for_editors_alone():
    document = get_document_model()(title="Notes", file=ContentFile(b"%PDF-1.4", name="notes.pdf"))
    document.save()
    assert anonymous(document.url) == 404
    assert anonymous(document.file.url) == 404
    assert editor().get(document.url).status_code == 200
