"""The champions' page and the lead's page."""

import re
from itertools import product
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from accounts.models import Role
from core.models import AuditEntry
from participation.champions.models import Champion, Setting
from surveys.releases.disclosure.content import PublishedSheet
from surveys.releases.domain.sharing import share
from surveys.releases.models import Release
from tests.factories.accounts import UserFactory
from tests.factories.champions import champion, setting, young_champion
from tests.factories.releases import frozen_release, quarter_window, table

pytestmark = pytest.mark.django_db
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"')
OPENS = {Role.CHAMPION, Role.CHAMPION_LEAD}
LEAD_PAGES = [
    "/work/champions/",
    "/work/champions/new/",
    "/work/champions/new-young/",
    "/work/champions/places/new/",
]


@pytest.fixture
def release() -> Release:
    made = frozen_release()
    share(made, "champions", by=None, now=timezone.now())
    return made


def signed_in(client: Client, *roles: str) -> Client:
    client.force_login(UserFactory(roles=list(roles)))
    return client


@pytest.mark.parametrize("role", list(Role))
def test_who_opens_which_page(client: Client, release: Release, role: Role) -> None:
    signed_in(client, role)
    pages = ["/champions/", f"/champions/{release.ref}/"]
    assert [client.get(page).status_code for page in pages] == [200 if role in OPENS else 404] * 2
    wanted = 200 if role == Role.CHAMPION_LEAD else 404
    stop = f"/work/champions/{champion().pk}/stop/"
    assert [client.get(page).status_code for page in (*LEAD_PAGES, stop)] == [wanted] * 5


def test_somebody_not_signed_in_is_asked_to_sign_in(client: Client, release: Release) -> None:
    for page in ("/champions/", f"/champions/{release.ref}/", *LEAD_PAGES):
        assert client.get(page).status_code == 302


def test_a_release_shared_only_with_a_group_does_not_exist_for_champions(client: Client) -> None:
    made = frozen_release()
    share(made, "subgroup:vyp", by=None, now=timezone.now())
    signed_in(client, Role.CHAMPION)
    assert made.ref not in client.get("/champions/").text
    assert client.get(f"/champions/{made.ref}/").status_code == 404


def test_the_summary_shows_the_same_numbers_whatever_the_address_says(client: Client, release: Release) -> None:
    signed_in(client, Role.CHAMPION)
    path = f"/champions/{release.ref}/"
    whole = TOKEN.sub("", client.get(path).text)
    assert "People listened to me" in whole
    for name, value in product(("format", "gender", "page", "q"), ("csv", "-1", "%00", "")):
        assert TOKEN.sub("", client.get(f"{path}?{name}={value}").text) == whole


def test_a_tampered_summary_shows_no_number_is_on_record_and_the_lead_is_told(
    client: Client, release: Release, django_capture_on_commit_callbacks: Any
) -> None:
    other = Release(window=quarter_window(2026, 1), ref="2026-Q1", frozen_at=release.frozen_at, content=release.content)
    other.seal()
    other.content["sheets"][0]["n_shown"] = 777
    other.save(force_insert=True)
    share(other, "champions", by=None, now=timezone.now())
    lead = UserFactory(roles=[Role.ADMINISTRATOR])
    signed_in(client, Role.CHAMPION)
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.get(f"/champions/{other.ref}/")
    assert [message.to for message in mail.outbox] == [[lead.email]]
    assert answer.status_code == 409
    assert "777" not in answer.text
    assert AuditEntry.objects.filter(action="release.tampered").count() == 1


def test_young_champions_are_on_no_list_that_others_see(client: Client, release: Release) -> None:
    user = UserFactory(first_name="Canarina", roles=[Role.CHAMPION])
    row = young_champion(user=user)
    for roles in ([Role.CHAMPION], [Role.PARTICIPATION_WORKER], [Role.ADMINISTRATOR], [Role.CHAMPION_LEAD]):
        signed_in(client, *roles)
        for page in ("/champions/", f"/champions/{release.ref}/", "/work/champions/"):
            text = client.get(page).text
            assert "Canarina" not in text
            if Role.CHAMPION_LEAD not in roles or page != "/work/champions/":
                assert str(row.pk) not in text
                assert "Young champions" not in text


def test_the_lead_adds_places_champions_and_young_champions_and_stops_them(client: Client) -> None:
    signed_in(client, Role.CHAMPION_LEAD)
    client.post("/work/champions/places/new/", {"name": "Elm House", "kind": "home", "district": "North"})
    place = Setting.objects.get()
    client.post("/work/champions/new/", {"name": "Alex Reed", "setting": place.pk, "trained_on": "2026-01-05"})
    client.post("/work/champions/new-young/", {"supporter": UserFactory(roles=[Role.CHAMPION]).pk})
    text = client.get("/work/champions/").text
    assert "Alex Reed" in text
    assert "fewer than 10" in text
    adult = Champion.objects.adults().get()
    client.post(f"/work/champions/{adult.pk}/stop/")
    assert "Alex Reed" not in client.get("/work/champions/").text


@pytest.mark.parametrize(
    "bad",
    [
        {"name": ""},
        {"name": "x" * 121},
        {"name": "nul\0"},
        {"setting": "999999"},
        {"refresher_due": "2020-01-01"},
    ],
)
def test_bad_input_gets_a_clear_answer(client: Client, bad: dict[str, str]) -> None:
    signed_in(client, Role.CHAMPION_LEAD)
    fields = {"name": "Alex", "setting": str(setting().pk), "trained_on": "2026-01-05"}
    answer = client.post("/work/champions/new/", fields | bad)
    assert answer.status_code == 200
    assert "Please look at this again" in answer.text
    assert not Champion.objects.exists()


def test_stopping_happens_by_post_only_and_twice_is_not_an_error(client: Client) -> None:
    row = champion()
    signed_in(client, Role.CHAMPION_LEAD)
    client.get(f"/work/champions/{row.pk}/stop/")
    row.refresh_from_db()
    assert row.active
    assert client.post(f"/work/champions/{row.pk}/stop/").status_code == 302
    assert client.post(f"/work/champions/{row.pk}/stop/").status_code == 404


def test_an_empty_page_says_so(client: Client) -> None:
    signed_in(client, Role.CHAMPION)
    assert "Nothing shared yet" in client.get("/champions/").text


@pytest.mark.parametrize("rows", [1, 3])
def test_lists_take_the_same_few_queries(client: Client, rows: int, django_assert_max_num_queries) -> None:
    for number in range(rows):
        champion()
        young_champion()
        share(frozen_release(quarter_window(2026, number + 1)), "champions", by=None, now=timezone.now())
    signed_in(client, Role.CHAMPION_LEAD)
    client.get("/champions/")
    for page, most in (("/champions/", 10), ("/champions/2026-Q1/", 6), ("/work/champions/", 12)):
        with django_assert_max_num_queries(most):
            client.get(page)


def test_the_summary_holds_the_standing_measures_and_no_others(client: Client) -> None:
    """S25: what else a release counted is not for here, least of all who has an adult to tell."""
    sheets = [PublishedSheet("before", "shown", 20, tuple(table(name) for name in ("explained", "adult_to_tell")))]
    sheets.append(PublishedSheet("after", "shown", 20, (table("listened"), table("feeling_safe"))))
    made = frozen_release(sheets=sheets)
    share(made, "champions", by=None, now=timezone.now())
    signed_in(client, Role.CHAMPION)
    text = client.get(f"/champions/{made.ref}/").text
    assert text.count('<figure class="measure"') == 2
