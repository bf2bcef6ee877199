"""What stands in a pack, in which order, and what stands there when there is nothing."""

import re

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import Role
from participation.influence.enums import ReplyKind
from participation.subgroups.domain.members import add_member
from participation.subgroups.domain.packs import build_pack
from participation.subgroups.domain.prompts import questions_to_ask
from participation.subgroups.domain.shelf import share_with_group
from participation.subgroups.models import Subgroup
from surveys.releases.disclosure.content import NOT_ENOUGH, TOTAL_ONLY, PublishedSheet
from surveys.releases.domain.shown import NOT_YET
from surveys.releases.models import Release
from tests.factories.accounts import UserFactory
from tests.factories.influence import said
from tests.factories.releases import frozen_release, quarter_window
from tests.factories.subgroups import group as new_group
from tests.factories.subgroups import member
from tests.subgroups.conftest import full_release, whole_release
from tests.subgroups.reading import address, body, numbers_in

pytestmark = pytest.mark.django_db


FIVE = (
    "I understood what was going on",
    "I had a say",
    "I had some control over what happens next",
    "People listened to me",
    "I agree with the plan",
)


def test_the_standing_five_come_first_and_in_their_order(client: Client, group: Subgroup, release: Release) -> None:
    client.force_login(member(group))
    text = body(client, address(group, release))
    places = [text.index(f">{title}<") for title in FIVE]
    assert places == sorted(places)
    assert text.index('id="s-before"') > places[-1]
    assert "An adult they would feel OK telling" not in text


def test_the_pack_shows_its_name_and_its_other_names(client: Client, group: Subgroup, release: Release) -> None:
    client.force_login(member(group))
    text = body(client, address(group, release))
    assert "Vulnerable Young People" in text
    assert "EVYP, VYP" in text
    assert release.ref in text
    assert "by chance" in text


def test_a_form_without_enough_answers_says_so_instead_of_numbers(
    client: Client, group: Subgroup, release: Release
) -> None:
    client.force_login(member(group))
    assert NOT_YET in body(client, address(group, release))


@pytest.mark.parametrize("plain", [False, True])
def test_a_pack_without_figures_says_so(client: Client, group: Subgroup, plain: bool) -> None:
    sheets = [PublishedSheet("before", TOTAL_ONLY, 10), PublishedSheet("after", NOT_ENOUGH, None)]
    release = frozen_release(quarter_window(), sheets=sheets)
    share_with_group(group, release, by=None, now=timezone.now())
    client.force_login(member(group))
    text = body(client, address(group, release, plain))
    assert "Not enough answers yet" in text
    assert numbers_in(text) <= {10, 5}


def test_a_group_without_packs_says_why(client: Client, group: Subgroup) -> None:
    client.force_login(member(group))
    assert "No pack yet" in client.get(f"/groups/{group.slug}/").text


def test_late_replies_stand_in_the_pack_for_everyone(client: Client, group: Subgroup, release: Release) -> None:
    said("Come back and say what happened.", kind=ReplyKind.WE_WILL, late=True, release=release)
    said("canary-draft", release=release, published=False)
    client.force_login(member(group))
    for plain in (False, True):
        text = body(client, address(group, release, plain))
        assert ("They are late with this" if plain else "We are late with this one") in text
        assert "canary-draft" not in text


def test_questions_to_ask_follow_from_the_pack_alone(group: Subgroup, release: Release) -> None:
    said(kind=ReplyKind.OPEN, late=True, release=release)
    asked = questions_to_ask(build_pack(group, release, now=timezone.now()))
    assert asked[0].startswith("You are late")
    assert asked[1].startswith("Few of us feel we have control")
    assert not any("Not everyone understood" in question for question in asked)
    assert 2 <= len(asked) <= 5


@pytest.mark.parametrize("rows", [1, 3])
def test_lists_and_packs_take_the_same_few_queries(client: Client, rows: int, django_assert_max_num_queries) -> None:
    groups = [new_group(f"Group {number}", aliases=(f"G{number}",)) for number in range(rows)]
    user = member(groups[0])
    for extra in groups[1:]:
        member(extra)
        add_member(extra, user=user, by=None, now=timezone.now())
    for number in range(rows):
        member(groups[0])
        made = whole_release(2026, number + 1)
        share_with_group(groups[0], made, by=None, now=timezone.now())
        said(f"Wish {number}", release=made)
    client.force_login(user)
    client.get("/groups/")
    for path, most in (("/groups/", 8), (f"/groups/{groups[0].slug}/", 11), (address(groups[0], made), 18)):
        with django_assert_max_num_queries(most):
            client.get(path)
    client.force_login(UserFactory(roles=[Role.PARTICIPATION_WORKER]))
    client.get("/work/groups/")
    for path, most in (("/work/groups/", 8), (f"/work/groups/{groups[0].pk}/", 14)):
        with django_assert_max_num_queries(most):
            client.get(path)


PARTS = (
    "Three things young people told us",
    "Five things we watch",
    "Taking part",
    "Who are we not hearing from?",
    "You said, we did",
    "What was agreed, and where it stands",
    "To decide today",
    "Did we keep our promises?",
    "A note from the young member",
)


def test_the_ten_parts_stand_in_their_order(client: Client, group: Subgroup) -> None:
    release = full_release()
    share_with_group(group, release, by=None, now=timezone.now())
    client.force_login(member(group))
    for more in ("", "large/"):
        text = re.sub(r"\s+<", "<", body(client, address(group, release, more=more)))
        places = [text.index(f">{part}<") for part in PARTS]
        assert places == sorted(places)


def test_a_quote_stands_beside_nothing_that_could_say_whose_it_is(client: Client, group: Subgroup) -> None:
    release = full_release()
    share_with_group(group, release, by=None, now=timezone.now())
    client.force_login(member(group))
    text = body(client, address(group, release))
    quotes = text.split('<ul class="own-words">')[1].split("</ul>")[0]
    assert "Nobody told me why" in quotes
    for known in ("After the meeting", "Fewer people in the room", "12 to 15", "id=", "data-", "of 25"):
        assert known not in quotes
