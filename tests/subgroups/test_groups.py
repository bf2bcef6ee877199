"""Groups, their names, and who is in them."""

import datetime as dt

import pytest
from django.utils import timezone

from accounts.domain.granting import take_role
from accounts.models import Role
from core.models import AuditEntry
from participation.subgroups.domain.groups import create_group, describe_group
from participation.subgroups.domain.members import MemberRefused, add_member, people_of, remove_member
from participation.subgroups.models import Membership, Part, Subgroup
from participation.subgroups.permissions import membership_of
from tests.factories.accounts import UserFactory
from tests.factories.subgroups import member

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("words", ["VYP", "vyp", "EVYP", "Exploited", "Vulnerable Young", " vyp ", "yp"])
def test_search_finds_a_group_by_any_of_its_names(words: str) -> None:
    now = timezone.now()
    found = create_group(
        name="Vulnerable Young People", aliases=["VYP", "EVYP", "Exploited and Vulnerable"], by=None, now=now
    )
    create_group(name="Children in Care Council", aliases=["CiCC"], by=None, now=now)
    assert list(Subgroup.objects.called(words)) == [found]


def test_search_for_nothing_finds_all_and_for_nonsense_none(group: Subgroup) -> None:
    assert list(Subgroup.objects.called("")) == [group]
    assert not Subgroup.objects.called("%_%").exists()


def test_two_groups_with_like_names_get_two_addresses_that_never_change(group: Subgroup) -> None:
    now = timezone.now()
    other = create_group(name="Vulnerable young people!", by=None, now=now)
    assert other.slug != group.slug
    before = group.audience_key
    describe_group(group, name="A new name", remit="", aliases=["VYP", "vyp", " ", "A NEW NAME"], by=None, now=now)
    group.refresh_from_db()
    assert group.audience_key == before
    assert [alias.name for alias in group.aliases.all()] == ["VYP"]


def test_a_name_without_any_letter_of_ours_still_gets_an_address() -> None:
    assert create_group(name="ስም", by=None, now=timezone.now()).slug


def test_removing_a_member_acts_at_once(group: Subgroup) -> None:
    user, now = member(group), timezone.now()
    place = membership_of(user, group, now=now)
    assert place is not None
    remove_member(place, by=None, now=now)
    assert membership_of(user, group, now=now) is None


def test_taking_the_role_away_acts_at_once_too(group: Subgroup) -> None:
    user, now = member(group), timezone.now()
    take_role(user, Role.SUBGROUP_MEMBER, by=None, now=now)
    assert membership_of(user, group, now=now) is None


def test_removing_twice_is_once_and_they_can_be_added_again(group: Subgroup) -> None:
    user, now = member(group), timezone.now()
    place = Membership.objects.get(user=user)
    remove_member(place, by=None, now=now)
    remove_member(place, by=None, now=now + dt.timedelta(hours=1))
    place.refresh_from_db()
    assert place.until == now
    assert AuditEntry.objects.filter(action="group.member_removed").count() == 1
    add_member(group, user=user, by=None, now=now + dt.timedelta(hours=2))
    assert membership_of(user, group, now=now + dt.timedelta(hours=2)) is not None


def test_nobody_is_in_a_group_twice(group: Subgroup) -> None:
    user = member(group)
    with pytest.raises(MemberRefused):
        add_member(group, user=user, by=None, now=timezone.now())


@pytest.mark.parametrize("role", [role for role in Role if role != Role.SUBGROUP_MEMBER])
def test_a_person_without_the_right_role_is_not_added(group: Subgroup, role: Role) -> None:
    with pytest.raises(MemberRefused):
        add_member(group, user=UserFactory(roles=[role]), part=Part.MEMBER, by=None, now=timezone.now())


def test_a_young_member_needs_a_supporter_who_is_somebody_else(group: Subgroup) -> None:
    young, now = UserFactory(roles=[Role.YOUNG_MEMBER]), timezone.now()
    for supporter in (None, young):
        with pytest.raises(MemberRefused):
            add_member(group, user=young, part=Part.YOUNG_MEMBER, supporter=supporter, by=None, now=now)


def test_young_members_are_neither_named_nor_counted(group: Subgroup) -> None:
    member(group, first_name="Adultina")
    one = people_of(group, now=timezone.now())
    assert one.has_young_member is False
    for _ in range(2):
        member(group, part=Part.YOUNG_MEMBER, first_name="Canarina")
    two = people_of(group, now=timezone.now())
    assert [name for name, _ in two.adults] == ["Adultina"]
    assert two.has_young_member is True
    assert "Canarina" not in str(two)
