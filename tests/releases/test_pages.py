"""The staff pages: who sees what, two people at once, friendly when empty, constant work."""

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.models import Role
from surveys.releases import registry
from surveys.releases.disclosure.content import PublishedSheet
from surveys.releases.models import Release, ReleaseShare
from tests.factories.accounts import UserFactory
from tests.factories.releases import frozen_release, quarter_window, row, table

pytestmark = pytest.mark.django_db
LIST = "/work/releases/"


@pytest.fixture
def worker(client):
    person = UserFactory(roles=[Role.PARTICIPATION_WORKER])
    client.force_login(person)
    return person


@pytest.fixture
def groups(monkeypatch):
    audience = registry.Audience("subgroup:vyp", "Vulnerable Young People")
    monkeypatch.setattr(registry, "_sources", [lambda: [audience]])


def address(release: Release) -> str:
    return reverse("work_release", args=[release.pk])


@pytest.mark.parametrize("role", list(Role))
def test_only_those_who_run_or_check_reports_see_them(client, role):
    client.force_login(UserFactory(roles=[role]))
    seen = role in {Role.PARTICIPATION_WORKER, Role.DATA_PROTECTION_OFFICER, Role.ADMINISTRATOR}
    assert client.get(LIST).status_code == (200 if seen else 404)
    assert client.get(address(frozen_release())).status_code == (200 if seen else 404)


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.PARTICIPATION_WORKER}))
def test_only_the_participation_worker_freezes_and_shares(client, role, groups):
    client.force_login(UserFactory(roles=[role]))
    window, release = quarter_window(2025, 4), frozen_release()
    freeze = reverse("work_window_freeze", args=[window.pk])
    give = reverse("work_release_share", args=[release.pk])
    assert client.post(freeze).status_code == 404
    assert client.post(give, {"audience_key": "subgroup:vyp"}).status_code == 404
    window.refresh_from_db()
    assert window.frozen_at is None
    assert not ReleaseShare.objects.exists()


def test_without_signing_in_you_are_asked_to(client):
    assert client.get(LIST).status_code == 302


def test_reading_never_freezes(client, worker):
    window = quarter_window(2025, 4)
    assert client.get(reverse("work_window_freeze", args=[window.pk])).status_code == 405


def test_an_empty_list_says_what_to_do(client, worker):
    assert "Make the quarters first" in client.get(LIST).content.decode()


def test_quarters_are_made_and_a_mistake_is_explained(client, worker):
    client.post("/work/releases/windows/", {"first": "2026-10-01", "count": 2})
    page = client.get(LIST).content.decode()
    assert "1 October 2026" in page
    assert client.post("/work/releases/windows/", {"first": "soon", "count": 99}).status_code == 422


def test_freezing_twice_leads_to_the_same_report(client, worker, answers):
    answers.rows = [row(Q27a="yes") for _ in range(22)]
    freeze = reverse("work_window_freeze", args=[quarter_window(2025, 4).pk])
    first, second = client.post(freeze), client.post(freeze)
    assert first["Location"] == second["Location"] == address(Release.objects.get())


def test_too_early_is_said_with_the_day(client, worker):
    today = timezone.localdate()
    window = quarter_window(today.year + 1, 1)
    page = client.post(reverse("work_window_freeze", args=[window.pk]), follow=True).content.decode()
    assert f"can be frozen from 08 April {today.year + 1}" in page


def test_not_enough_answers_is_said_kindly(client, worker, answers):
    page = client.post(reverse("work_window_freeze", args=[quarter_window(2025, 4).pk]), follow=True)
    assert "kept for the next summary" in page.content.decode()


def test_a_report_shows_its_numbers_and_can_be_given_to_a_group(client, worker, groups):
    release = frozen_release()
    page = client.get(address(release)).content.decode()
    assert "People listened to me" in page
    assert "no clear change" in page
    client.post(reverse("work_release_share", args=[release.pk]), {"audience_key": "subgroup:vyp"})
    assert release.shares.get().audience_key == "subgroup:vyp"
    client.post(reverse("work_release_share", args=[release.pk]), {"audience_key": "subgroup:forged"})
    assert release.shares.count() == 1
    client.post(reverse("work_release_unshare", args=[release.pk]), {"audience_key": "subgroup:vyp"})
    assert not release.shares.exists()


def test_p27_a_changed_report_is_not_shown(client, worker):
    window = quarter_window()
    release = Release(
        window=window,
        ref="x",
        frozen_at=window.due_at,
        content=frozen_release(quarter_window(2026, 2)).content,
    )
    release.signature = "0" * 64
    release.save(force_insert=True)
    answer = client.get(address(release))
    assert answer.status_code == 409
    assert "People listened to me" not in answer.content.decode()


def test_p05_the_bytes_of_a_report_do_not_depend_on_answers(client, worker, answers):
    release = frozen_release()
    before = client.get(address(release))
    answers.rows = [row(Q27a="no") for _ in range(30)]
    after = client.get(address(release))
    assert stable(before) == stable(after)
    assert "Last-Modified" not in after


def test_p06_an_answer_before_the_freeze_changes_no_byte_of_the_list(client, worker, answers):
    quarter_window(2025, 4)
    before = stable(client.get(LIST))
    answers.rows = [row() for _ in range(30)]
    assert stable(client.get(LIST)) == before


def stable(response) -> str:
    """The page without the form token and the nonce, which are new on every visit."""
    import re

    return re.sub(r'(csrfmiddlewaretoken" value|nonce)="[^"]+"', "", response.content.decode())


@pytest.mark.parametrize("tables", [1, 3])
def test_opening_a_report_takes_the_same_queries_whatever_it_holds(
    client, worker, tables, django_assert_max_num_queries
):
    for quarter in range(1, 1 + tables):
        frozen_release(quarter_window(2025, quarter))
    sheet = PublishedSheet("after", "shown", 20, tuple(table(f"m{number}") for number in range(tables)))
    release = frozen_release(sheets=[sheet])
    with django_assert_max_num_queries(14):
        client.get(address(release))


@pytest.mark.parametrize("windows", [1, 4])
def test_the_list_takes_the_same_queries_whatever_it_holds(client, worker, windows, django_assert_max_num_queries):
    for quarter in range(1, 1 + windows):
        frozen_release(quarter_window(2025, quarter))
    with django_assert_max_num_queries(12):
        client.get(LIST)
