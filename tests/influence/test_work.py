"""Staff pages for replies."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import Role
from participation.influence.domain import changes
from participation.influence.domain.desk import waiting_for
from participation.influence.enums import ReplyKind
from participation.influence.models import YouSaid
from tests.factories.accounts import UserFactory
from tests.factories.influence import said

pytestmark = pytest.mark.django_db
WRITERS = {Role.PARTICIPATION_WORKER, Role.ADMINISTRATOR}


def signed_in(client: Client, *roles: str) -> Client:
    client.force_login(UserFactory(roles=list(roles)))
    return client


def posted(row: YouSaid, **fields: object) -> dict[str, object]:
    stored = {
        name: getattr(row, name)
        for name in (
            "said",
            "kind",
            "did",
            "reason",
            "decided_by",
            "instead",
            "owner_role",
            "theme",
            "version",
        )
    }
    return stored | {"due": row.due.isoformat() if row.due else ""} | fields


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("published", [True, False])
def test_only_writers_of_replies_open_the_staff_pages(client: Client, role: Role, published: bool) -> None:
    row = said(published=published)
    signed_in(client, role)
    addresses = ["/work/changes/", "/work/changes/new/", f"/work/changes/{row.pk}/"]
    wanted = 200 if role in WRITERS else 404
    assert [client.get(address).status_code for address in addresses] == [wanted] * 3
    for action in ("publish", "take-off", "undo"):
        answer = client.post(f"/work/changes/{row.pk}/{action}/", {"version": row.version})
        assert (answer.status_code == 404) == (role not in WRITERS)


def test_somebody_not_signed_in_is_asked_to_sign_in(client: Client) -> None:
    answer = client.get("/work/changes/")
    assert answer.status_code == 302
    assert "/accounts/login/" in answer["Location"]


def test_writing_and_publishing_in_one_go(client: Client) -> None:
    signed_in(client, Role.PARTICIPATION_WORKER)
    fields = {
        "said": "Less waiting.",
        "kind": "we_did",
        "did": "Meetings start on time.",
        "owner_role": "Head of team",
    }
    answer = client.post("/work/changes/new/", fields | {"publish": "yes"})
    row = YouSaid.objects.get()
    assert answer.status_code == 302
    assert row.is_published
    assert "Less waiting." in Client().get("/changed/").text


def test_a_refusal_without_a_reason_is_saved_but_not_published_and_each_gap_is_named(client: Client) -> None:
    signed_in(client, Role.PARTICIPATION_WORKER)
    fields = {"said": "After school only.", "kind": "we_cant_because", "owner_role": "Head of team"}
    answer = client.post("/work/changes/new/", fields | {"publish": "yes"})
    row = YouSaid.objects.get()
    assert not row.is_published
    assert "Your text is saved." in answer.text
    for field in ("reason", "decided_by", "instead"):
        assert f'href="#id_{field}"' in answer.text


def test_an_empty_form_says_what_to_write_and_keeps_what_was_typed(client: Client) -> None:
    signed_in(client, Role.PARTICIPATION_WORKER)
    answer = client.post("/work/changes/new/", {"said": "", "kind": "we_did", "did": "kept-words"})
    assert answer.status_code == 200
    assert "Please write something here." in answer.text
    assert "kept-words" in answer.text
    assert not YouSaid.objects.exists()


@pytest.mark.parametrize(
    "bad",
    [
        {"said": "x" * 301},
        {"said": "nul\0nul"},
        {"kind": "forged"},
        {"due": "31 February"},
        {"how_told": ["forged"]},
        {"owner": "not-an-id"},
        {"release": "00000000-0000-0000-0000-000000000000"},
        {"measure_id": "forged"},
        {"version": "x"},
    ],
)
def test_bad_input_gets_a_clear_answer_and_changes_nothing(client: Client, bad: dict[str, object]) -> None:
    row = said()
    signed_in(client, Role.PARTICIPATION_WORKER)
    answer = client.post(f"/work/changes/{row.pk}/", posted(row, **bad))
    assert answer.status_code == 200
    assert "Please look at this again" in answer.text
    assert YouSaid.objects.get().version == row.version


def test_the_second_of_two_people_is_told_sees_both_texts_and_can_save_again(client: Client) -> None:
    row = said(published=False)
    signed_in(client, Role.PARTICIPATION_WORKER)
    changes.rewrite_reply(row.pk, version=1, by=None, now=timezone.now(), did="Their words.")
    answer = client.post(f"/work/changes/{row.pk}/", posted(row, did="My words."))
    assert answer.status_code == 409
    assert "Their words." in answer.text
    assert "My words." in answer.text
    assert YouSaid.objects.get().did == "Their words."
    again = client.post(f"/work/changes/{row.pk}/", posted(row, did="Both words.", version=2))
    assert again.status_code == 302
    assert YouSaid.objects.get().did == "Both words."


@pytest.mark.parametrize("action", ["publish", "take-off", "undo"])
def test_a_button_pressed_on_an_old_page_does_nothing_and_says_why(client: Client, action: str) -> None:
    row = said()
    signed_in(client, Role.ADMINISTRATOR)
    answer = client.post(f"/work/changes/{row.pk}/{action}/", {"version": row.version - 1}, follow=True)
    assert "Somebody else changed this reply" in answer.text
    assert YouSaid.objects.get().version == row.version


def test_buttons_publish_take_off_and_undo(client: Client) -> None:
    row = said(published=False)
    signed_in(client, Role.ADMINISTRATOR)
    client.post(f"/work/changes/{row.pk}/publish/", {"version": 1})
    assert YouSaid.objects.get().is_published
    client.post(f"/work/changes/{row.pk}/take-off/", {"version": 2})
    assert not YouSaid.objects.get().is_published
    client.post(f"/work/changes/{row.pk}/undo/", {"version": 3})
    assert YouSaid.objects.get().is_published


def test_publishing_an_unready_reply_by_its_button_says_what_is_missing(client: Client) -> None:
    row = said(kind=ReplyKind.WE_WILL, published=False, due=None)
    signed_in(client, Role.ADMINISTRATOR)
    answer = client.post(f"/work/changes/{row.pk}/publish/", {"version": 1})
    assert "A promise needs a day." in answer.text
    assert not YouSaid.objects.get().is_published


def test_nothing_changes_by_get(client: Client) -> None:
    row = said(published=False)
    signed_in(client, Role.ADMINISTRATOR)
    for action in ("publish", "take-off", "undo"):
        assert client.get(f"/work/changes/{row.pk}/{action}/").status_code == 405


def test_posts_need_the_forgery_token() -> None:
    client = signed_in(Client(enforce_csrf_checks=True), Role.ADMINISTRATOR)
    assert client.post("/work/changes/new/", {"said": "x", "kind": "open"}).status_code == 403


def test_the_form_says_never_to_copy_a_young_persons_sentence(client: Client) -> None:
    signed_in(client, Role.PARTICIPATION_WORKER)
    assert "Never copy a young person’s sentence" in client.get("/work/changes/new/").text


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_takes_the_same_few_queries(client: Client, rows: int, django_assert_max_num_queries) -> None:
    for number in range(rows):
        said(f"Wish {number}.", owner=UserFactory())
    signed_in(client, Role.PARTICIPATION_WORKER)
    client.get("/work/changes/")
    with django_assert_max_num_queries(7):
        client.get("/work/changes/")


def test_the_desk_shows_late_replies_to_writers_and_own_ones_first() -> None:
    now = timezone.now()
    writer, other = UserFactory(roles=[Role.PARTICIPATION_WORKER]), UserFactory(roles=[Role.CHAIR])
    said("theirs", kind=ReplyKind.WE_WILL, late=True, now=now - dt.timedelta(days=5))
    said("mine", kind=ReplyKind.OPEN, late=True, owner=writer, published=False)
    said("in time", kind=ReplyKind.WE_WILL)
    assert [line.text for line in waiting_for(writer, now)] == ["mine", "theirs"]
    assert waiting_for(other, now) == []
