"""P26: no list, filter or search of an admin reaches answers, and lists of staff count nothing."""

import re

import pytest
from django.apps import apps
from django.conf import settings

from accounts.models import Role
from tests.promises.addresses import every_address
from tests.promises.test_cms_doors import every_cms_path
from tests.promises.world import WORDS_SENT, World, signed_in
from tests.wall.routes import READERS

SEARCHES = ("?q=school", "?search=school", "?order=-sent_at", "?id__gt=0", "?band=12-15&p=2")
RESULT_COUNT = re.compile(r"\b\d+\s*(?:–|-|to)\s*\d+ of \d+\b|\b\d+ (?:results?|matches|found)\b", re.IGNORECASE)


def test_p26_there_is_no_django_admin():
    assert not apps.is_installed("django.contrib.admin")
    assert "django.contrib.admin" not in settings.INSTALLED_APPS
    assert not [one.path for one in every_address() if one.path.startswith("admin/")]


@pytest.mark.parametrize("role", READERS)
def test_p26_readers_get_into_no_list_filter_or_search_of_the_studio(world: World, role: Role):
    client = signed_in(world.people[role], raise_request_exception=False)
    lists = [path for name, path in every_cms_path().items() if path.count("/") <= 4 and name != "cms/logout/"]
    assert len(lists) > 20
    for path in lists:
        for search in SEARCHES[:1]:
            answer = client.get(path + search)
            assert answer.status_code in (302, 403, 404, 405, 200)
            assert answer.status_code != 200 or path in ("/cms/jsi18n/", "/cms/sprite/"), path


@pytest.mark.parametrize("role", READERS)
def test_p26_readers_find_no_answer_whatever_they_ask_of_any_staff_list(world: World, role: Role):
    client = signed_in(world.people[role])
    for name in ("work_queue", "work_alerts", "work_meetings", "work_releases", "work_reading"):
        for search in ("", *SEARCHES):
            assert client.get(world.address(name) + search).status_code == 404, name


def test_p26_lists_of_staff_say_nothing_of_how_many(world: World):
    """No "1–20 of 37", no number of results, with any search."""
    for role in (Role.READER, Role.MEETING_WORKER, Role.PARTICIPATION_WORKER, Role.ADMINISTRATOR):
        client = signed_in(world.people[role])
        for name in ("work_queue", "work_alerts", "work_meetings", "work_releases"):
            for search in ("", *SEARCHES):
                answer = client.get(world.address(name) + search)
                if answer.status_code == 200:
                    assert not RESULT_COUNT.search(re.sub(r"<[^>]*>", " ", answer.text)), (role, name, search)


def test_p26_no_search_of_the_studio_finds_what_a_child_wrote(world: World):
    for role in (Role.PARTICIPATION_WORKER, Role.ADMINISTRATOR):
        client = signed_in(world.people[role], raise_request_exception=False)
        for path in ("/cms/pages/search/", "/cms/images/", "/cms/documents/", "/cms/reports/site-history/"):
            assert WORDS_SENT not in client.get(path, {"q": "meeting after school"}).text
