"""Looking after groups: setting up, naming, adding, removing, sharing."""

import pytest
from django.test import Client

from accounts.models import Role
from participation.subgroups.models import Membership, Part, Subgroup
from tests.factories.accounts import UserFactory
from tests.factories.subgroups import member
from tests.subgroups.conftest import whole_release


@pytest.fixture
def worker(client: Client, db: None) -> Client:
    client.force_login(UserFactory(roles=[Role.PARTICIPATION_WORKER]))
    return client


def test_a_group_is_set_up_with_its_other_names_and_found_by_each(worker: Client) -> None:
    fields = {"name": "Vulnerable Young People", "aliases": "VYP\r\n\r\nEVYP\r\n", "remit": "Decides."}
    assert worker.post("/work/groups/new/", fields).status_code == 302
    group = Subgroup.objects.get()
    assert [alias.name for alias in group.aliases.all()] == ["EVYP", "VYP"]
    for words in ("vyp", "EVYP", "vulnerable"):
        assert str(group.pk) in worker.get("/work/groups/", {"q": words}).text
    assert "No group has this name" in worker.get("/work/groups/", {"q": "nonsense"}).text


@pytest.mark.parametrize("name", ["", " ", "vulnerable  young PEOPLE", "x" * 121, "nul\0"])
def test_a_name_that_cannot_be_used_gets_a_clear_answer(worker: Client, group: Subgroup, name: str) -> None:
    answer = worker.post("/work/groups/new/", {"name": name})
    assert answer.status_code == 200
    assert "Please look at this again" in answer.text
    assert Subgroup.objects.count() == 1


def test_too_many_or_too_long_other_names_are_refused_and_kept_in_the_box(worker: Client, group: Subgroup) -> None:
    for aliases in ("\n".join(f"N{number}" for number in range(21)), "y" * 121):
        answer = worker.post(f"/work/groups/{group.pk}/", {"name": group.name, "aliases": aliases})
        assert "Please look at this again" in answer.text
        assert aliases.split("\n")[0] in answer.text


def test_a_person_is_added_opens_the_group_and_is_removed_at_once(worker: Client, group: Subgroup) -> None:
    user = UserFactory(roles=[Role.SUBGROUP_MEMBER])
    worker.post(f"/work/groups/{group.pk}/members/", {"user": user.pk, "part": "member"})
    place, theirs = Membership.objects.get(user=user), Client()
    theirs.force_login(user)
    assert theirs.get(f"/groups/{group.slug}/").status_code == 200
    removal = f"/work/groups/{group.pk}/members/{place.pk}/remove/"
    assert "Remove" in worker.get(removal).text
    assert theirs.get(f"/groups/{group.slug}/").status_code == 200
    assert worker.post(removal).status_code == 302
    assert theirs.get(f"/groups/{group.slug}/").status_code == 404
    assert worker.post(removal).status_code == 404


def test_a_young_member_without_a_supporter_is_refused_with_the_reason(worker: Client, group: Subgroup) -> None:
    user = UserFactory(roles=[Role.YOUNG_MEMBER])
    answer = worker.post(f"/work/groups/{group.pk}/members/", {"user": user.pk, "part": Part.YOUNG_MEMBER})
    assert "Name a supporter" in answer.text
    assert not Membership.objects.exists()


@pytest.mark.parametrize("user", ["", "x", "00000000-0000-0000-0000-000000000000"])
def test_a_forged_person_changes_nothing(worker: Client, group: Subgroup, user: str) -> None:
    answer = worker.post(f"/work/groups/{group.pk}/members/", {"user": user, "part": "forged"})
    assert answer.status_code == 200
    assert not Membership.objects.exists()


def test_sharing_puts_the_pack_on_the_shelf_once_and_shows_staff_no_figure(worker: Client, group: Subgroup) -> None:
    made = whole_release()
    theirs = Client()
    theirs.force_login(member(group))
    assert theirs.get(f"/groups/{group.slug}/{made.ref}/").status_code == 404
    for status in (302, 200):
        answer = worker.post(f"/work/groups/{group.pk}/share/", {"release": made.pk})
        assert answer.status_code == status
    assert theirs.get(f"/groups/{group.slug}/{made.ref}/").status_code == 200
    assert "People listened to me" not in worker.get(f"/work/groups/{group.pk}/").text


def test_a_member_of_another_group_cannot_be_removed_through_this_one(worker: Client, group: Subgroup) -> None:
    from tests.factories.subgroups import group as new_group

    other = new_group("Children in Care Council", aliases=())
    place = Membership.objects.get(user=member(other))
    assert worker.post(f"/work/groups/{group.pk}/members/{place.pk}/remove/").status_code == 404
