"""What an administrator sees in the CMS: checks in plain words, and a draft where something is not right."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from accounts.models import Role, RoleGrant, User
from participation.leaflets.models import LeafletIndexPage, LeafletVersionPage
from tests.factories import leaflets as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def leaflet():
    make.council()
    index = LeafletIndexPage(title="Leaflets", slug="leaflets")
    Page.get_first_root_node().add_child(instance=index)
    return make.family(index)


@pytest.fixture
def administrator(client):
    user = User.objects.create_superuser("ada@example.org", "x", first_name="Ada")
    RoleGrant.objects.create(user=user, role=Role.ADMINISTRATOR)
    client.force_login(user)
    return user


def filled(page, text, **action):
    return nested_form_data(
        {
            "title": page.title,
            "slug": page.slug,
            "audience": page.audience,
            "language": page.language,
            "body": streamfield([("paragraph", rich_text(f"<p>{text}</p>", features=["bold"]))]),
            "facts": streamfield([]),
            "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 1000},
            **action,
        }
    )


def test_the_editor_shows_the_checks_in_plain_words(client, administrator, leaflet):
    page = make.version(leaflet, live=False, text="You must come. She is streetwise.")
    shown = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "Before this can go live" in shown
    assert "can sound like blame" in shown
    assert "Ask young people." in shown


def test_publishing_blaming_words_keeps_a_draft_and_says_why(client, administrator, leaflet):
    page = make.version(leaflet, live=False)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    answer = client.post(address, filled(page, "She is streetwise.", **{"action-publish": "1"}), follow=True)
    assert answer.status_code == 200
    assert "It is not live yet" in answer.content.decode()
    page = LeafletVersionPage.objects.get(pk=page.pk)
    assert not page.live
    assert "streetwise" in str(page.get_latest_revision_as_object().body)


def test_good_words_go_live(client, administrator, leaflet):
    page = make.version(leaflet, live=False)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    client.post(address, filled(page, "You can say what you think.", **{"action-publish": "1"}))
    assert LeafletVersionPage.objects.get(pk=page.pk).live


def test_a_second_version_is_refused_in_the_form(client, administrator, leaflet):
    make.version(leaflet, audience="8-11")
    page = make.version(leaflet)
    page.audience = "8-11"
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    answer = client.post(address, filled(page, "You can say what you think.", **{"action-publish": "1"}))
    assert "already has a version" in answer.content.decode()


@pytest.mark.parametrize("name", ["bad.png", "bad.svg", "bad.html"])
def test_an_upload_that_is_no_picture_never_breaks_the_page(client, administrator, name, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    file = SimpleUploadedFile(name, b"<svg onload=alert(1)>")
    answer = client.post(
        reverse("wagtailimages:add"), {"title": "x", "description": "y", "file": file, "collection": 1}
    )
    assert answer.status_code == 200
    assert "not a picture we can use" in answer.content.decode()


def test_bulk_publishing_meets_the_gate(client, administrator, leaflet):
    page = make.version(leaflet, live=False, text="She is streetwise.")
    page.save_revision()
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    answer = client.post(f"{address}?id={page.pk}", follow=True)
    assert answer.status_code == 200
    assert not LeafletVersionPage.objects.get(pk=page.pk).live
