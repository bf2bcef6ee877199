"""Staff pages of recommendations: who opens them, bad input, two at once, closing and opening again."""

import pytest
from django.test import Client

from accounts.models import Role
from participation.influence.models import Recommendation
from tests.factories.accounts import UserFactory
from tests.factories.influence import recommended

pytestmark = pytest.mark.django_db
WRITERS = {Role.PARTICIPATION_WORKER, Role.ADMINISTRATOR}
GIVEN = {
    "text": "Meet after school.",
    "came_from": "inspection",
    "verdict": "accepted",
    "progress": "green",
    "owner_role": "Head of homes",
    "due": "2030-01-07",
}


def signed_in(client: Client, role: Role = Role.PARTICIPATION_WORKER) -> Client:
    client.force_login(UserFactory(roles=[role]))
    return client


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("closed", [True, False])
def test_only_writers_open_the_staff_pages(client: Client, role: Role, closed: bool) -> None:
    row = recommended(closed=closed)
    signed_in(client, role)
    start = "/work/recommendations/"
    wanted = 200 if role in WRITERS else 404
    assert [client.get(each).status_code for each in (start, f"{start}new/", f"{start}{row.pk}/")] == [wanted] * 3
    for action in ("close", "reopen", "undo"):
        answer = client.post(f"{start}{row.pk}/{action}/", {"version": 0})
        assert (answer.status_code == 404) == (role not in WRITERS)


def test_writing_changing_closing_opening_again_and_undoing(client: Client) -> None:
    signed_in(client)
    assert client.post("/work/recommendations/new/", GIVEN).status_code == 302
    row = Recommendation.objects.get()
    start = f"/work/recommendations/{row.pk}/"
    assert client.post(start, GIVEN | {"progress": "amber", "version": 1}).status_code == 302
    clash = client.post(start, GIVEN | {"text": "kept-words", "version": 1})
    assert clash.status_code == 409
    assert "kept-words" in clash.text
    bad = client.post(f"{start}close/", {"version": 2, "what_changed": "kept-words", "did_it_fix": ""})
    assert bad.status_code == 422
    assert "kept-words" in bad.text
    assert "Ask young people first" in bad.text
    given = {"version": 2, "what_changed": "They start at four.", "did_it_fix": "partly"}
    assert client.post(f"{start}close/", given).status_code == 302
    assert client.post(f"{start}close/", given).status_code == 409
    assert "Partly" in client.get(start).text
    client.post(f"{start}reopen/", {"version": 3})
    assert not Recommendation.objects.get().is_closed
    client.post(f"{start}undo/", {"version": 4})
    assert Recommendation.objects.get().is_closed


@pytest.mark.parametrize(
    "bad",
    [
        {"text": ""},
        {"text": "x" * 301},
        {"text": "nul\0nul"},
        {"came_from": "forged"},
        {"verdict": "forged"},
        {"verdict": "not"},
        {"due": "31 February"},
        {"due": ""},
        {"owner": "not-an-id"},
        {"you_said": "00000000-0000-0000-0000-000000000000"},
        {"version": "x"},
    ],
)
def test_bad_input_gets_a_clear_answer_and_changes_nothing(client: Client, bad: dict[str, str]) -> None:
    row = recommended()
    signed_in(client)
    answer = client.post(f"/work/recommendations/{row.pk}/", GIVEN | {"version": "1"} | bad)
    assert answer.status_code == 422
    assert "Please look at this again" in answer.text
    assert Recommendation.objects.get().version == 1


@pytest.mark.parametrize("how_many", [1, 3])
def test_the_list_takes_the_same_queries_however_long(
    client: Client, how_many: int, django_assert_max_num_queries: object
) -> None:
    for _ in range(how_many):
        recommended()
    signed_in(client)
    client.get("/work/recommendations/")
    with django_assert_max_num_queries(7):
        client.get("/work/recommendations/")
