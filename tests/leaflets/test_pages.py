"""What an anonymous reader gets: no cookie, few queries, only live words, clean words."""

import json

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction

from participation.leaflets.models import LeafletIndexPage, LeafletVersionPage
from tests.factories import leaflets as make

pytestmark = pytest.mark.django_db

CANARY = "Sparrowhawk"
HIGHEST_FIRST_VISIT = 14


@pytest.fixture(autouse=True)
def _empty_caches():
    caches["pages"].clear()
    caches["default"].clear()


@pytest.fixture
def index() -> LeafletIndexPage:
    from wagtail.models import Site

    make.council()
    page = LeafletIndexPage(title="Leaflets", slug="leaflets")
    Page.get_first_root_node().add_child(instance=page)
    Site.objects.update(root_page=page)
    Site.clear_site_root_paths_cache()
    return page


@pytest.fixture
def leaflet(index):
    return make.family(index)


def queries(client, address):
    with CaptureQueriesContext(
        connection,
    ) as seen:
        response = client.get(address)
    return len(seen), response


def test_a_reader_gets_no_cookie_and_a_kept_page_costs_no_query(client, leaflet):
    for audience in ("8-11", "12-15", "easy-read", "parent-carer"):
        make.version(leaflet, audience=audience)
    for address in ("/leaflets/", "/leaflets/a-leaflet/", "/leaflets/a-leaflet/12-15/"):
        first, response = queries(client, address)
        assert response.status_code == 200
        assert not response.cookies
        assert "noindex" in response["X-Robots-Tag"]
        assert "cookie" not in response.get("Vary", "").lower()
        assert first <= HIGHEST_FIRST_VISIT, address
        again, kept = queries(client, address)
        assert again == 0, address
        assert kept.content == response.content
        assert "noindex" in kept["X-Robots-Tag"]


def test_more_versions_cost_no_more_queries(client, leaflet):
    make.version(leaflet)
    few, _ = queries(client, "/leaflets/a-leaflet/12-15/")
    for audience in ("8-11", "16-17", "18-25", "easy-read", "parent-carer"):
        make.version(leaflet, audience=audience)
    many, _ = queries(client, "/leaflets/a-leaflet/12-15/")
    assert many <= few + 1


def test_publishing_shows_new_words_at_once(client, leaflet):
    page = make.version(leaflet)
    assert CANARY not in client.get("/leaflets/a-leaflet/12-15/").content.decode()
    page.body = [{"type": "paragraph", "value": f"<p>{CANARY} flies.</p>", "id": "a"}]
    page.save_revision().publish()
    assert CANARY in client.get("/leaflets/a-leaflet/12-15/").content.decode()
    LeafletVersionPage.objects.get(pk=page.pk).unpublish()
    assert client.get("/leaflets/a-leaflet/12-15/").status_code == 404


def test_new_help_numbers_show_at_once(client, leaflet):
    make.version(leaflet)
    client.get("/leaflets/a-leaflet/12-15/")
    make.council(duty_phone="01632 960999")
    assert b"01632 960999" in client.get("/leaflets/a-leaflet/12-15/").content


def test_only_a_plain_visit_is_kept(client, leaflet):
    make.version(leaflet)
    client.cookies["anything"] = "1"
    client.get("/leaflets/a-leaflet/12-15/")
    client.cookies.clear()
    client.get("/leaflets/a-leaflet/12-15/?x=1")
    client.head("/leaflets/a-leaflet/12-15/")
    count, _ = queries(client, "/leaflets/a-leaflet/12-15/")
    assert count > 0


def test_drafts_and_private_pages_are_nowhere(client, index, leaflet):
    make.version(leaflet)
    make.version(leaflet, audience="8-11", live=False, title=CANARY, text=CANARY)
    hidden = make.family(index, slug="hidden", title=CANARY)
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    make.family(index, slug="draft", title=CANARY, live=False)
    for address in (
        "/leaflets/",
        "/leaflets/a-leaflet/",
        "/leaflets/a-leaflet/12-15/",
        "/leaflets/a-leaflet/8-11/",
        "/leaflets/draft/",
        "/leaflets/hidden/",
        "/leaflets/nothing/",
    ):
        for _ in range(2):
            assert CANARY not in client.get(address).content.decode(), address
    assert client.get("/leaflets/draft/").status_code == client.get("/leaflets/nothing/").status_code == 404


def test_a_private_page_is_never_kept(client, leaflet, admin_user):
    page = make.version(leaflet, title=CANARY)
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    client.force_login(admin_user)
    client.get("/leaflets/a-leaflet/12-15/")
    client.logout()
    client.cookies.clear()
    assert CANARY not in client.get("/leaflets/a-leaflet/12-15/").content.decode()


def test_readers_choose_their_version_and_parents_find_theirs(client, leaflet):
    for audience in ("8-11", "easy-read", "parent-carer"):
        make.version(leaflet, audience=audience)
    page = client.get("/leaflets/a-leaflet/").content.decode()
    assert "Choose the one for you" in page
    assert "For parents and carers" in page
    for audience in ("8-11", "easy-read", "parent-carer"):
        assert f'href="/leaflets/a-leaflet/{audience}/"' in page
    inside = client.get("/leaflets/a-leaflet/8-11/").content.decode()
    assert 'aria-current="page"' in inside
    assert "/leaflets/a-leaflet/parent-carer/" in inside


def test_the_title_is_neutral_and_help_is_on_the_page(client, leaflet):
    make.version(leaflet)
    page = client.get("/leaflets/a-leaflet/12-15/").content.decode()
    assert "<title>A version · Your Turn</title>" in page
    assert "0800 1111" in page
    assert "999" in page


PAYLOAD = (
    '<p onclick="steal()">Hi <b>you</b><script>steal()</script><img src=x onerror=steal()>'
    '<a href="javascript:steal()">x</a><svg/onload=steal()></p><iframe src="//evil.example"></iframe>'
)


def test_rich_text_is_cleaned_when_it_is_shown_whatever_the_database_holds(client, leaflet):
    page = make.version(leaflet)
    stored = json.dumps(
        [
            {"type": "paragraph", "value": PAYLOAD, "id": "a"},
            {"type": "heading", "value": PAYLOAD, "id": "b"},
            {
                "type": "callout",
                "value": {"title": PAYLOAD, "text": PAYLOAD, "tone": '"><script>'},
                "id": "c",
            },
        ]
    )
    with connection.cursor() as cursor:
        cursor.execute("UPDATE leaflets_leafletversionpage SET body = %s WHERE page_ptr_id = %s", [stored, page.pk])
    shown = client.get("/leaflets/a-leaflet/12-15/").content.decode()
    article = shown[shown.index("<article") : shown.index("</article>")]
    assert "Hi <b>you</b>" in article
    for live_code in ("<script", "<img", "<iframe", "<svg/", "<p onclick", 'href="javascript'):
        assert live_code not in article


@pytest.mark.parametrize(
    "address", ["/leaflets/%00/", "/leaflets/../../etc/", "/leaflets/" + "a" * 3000 + "/", "/leaflets/а/"]
)
def test_odd_addresses_are_calmly_absent(client, index, address):
    assert client.get(address).status_code in {301, 404}


def test_only_reading_is_possible(client, leaflet):
    make.version(leaflet)
    assert client.post("/leaflets/a-leaflet/12-15/").status_code == 405
