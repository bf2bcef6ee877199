"""P22 through a release: bands against entered populations, the same groups, never a share."""

import datetime as dt
import re

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.models import Role
from surveys.releases.disclosure.content import PublishedGroup, PublishedGrouping, PublishedSheet, ReleaseContent
from surveys.releases.disclosure.grouping import join_groups
from surveys.releases.disclosure.plans import PLANS
from surveys.releases.domain import populations
from surveys.releases.domain.populations import Entered
from surveys.releases.domain.reach import members_of, reach_of, shown_reach
from surveys.releases.domain.reach_actions import action_of, write_action
from surveys.releases.models import ReachAction, Release
from tests.factories.accounts import UserFactory
from tests.factories.releases import frozen_release, quarter_window

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 10, 8, 9, tzinfo=timezone.get_default_timezone())
GENDER = PublishedGrouping(
    "gender",
    (
        PublishedGroup("Girls and young women", 65),
        PublishedGroup("Boys, non-binary, another word, or did not say", 15),
    ),
)
PEOPLE = {"girl-woman": 98, "boy-man": 96, "non-binary": 4, "another": 2}


def live_here(about: str, **people: int) -> None:
    figures = {name.replace("_", "-"): number for name, number in people.items()}
    populations.enter(2026, about, Entered(figures, "Return", NOW.date()), seen=0, by=None, now=NOW)


def content(*groupings: PublishedGrouping, n_shown: int | None = 80, state: str = "shown") -> ReleaseContent:
    sheet = PublishedSheet("after", state, n_shown, groupings=groupings)
    return ReleaseContent("2026-Q3", "Told", "2026-07-01", "2026-09-30", "2026-10-08", {"base": 5}, (sheet,))


def with_reach(given: ReleaseContent) -> ReleaseContent:
    data = given.to_json()
    return ReleaseContent.from_json({**data, "reach": [vars_of(each) for each in reach_of(given, now=NOW)]})


def vars_of(each: object) -> dict[str, object]:
    return {name: getattr(each, name) for name in ("characteristic", "group", "band", "population")}


def test_p22_only_bands_are_stored_and_a_group_of_fewer_than_twenty_is_left_out():
    live_here("everyone", everyone=201)
    live_here("gender", girl_woman=183, boy_man=10, non_binary=4, another=2)
    found = {(each.characteristic, each.group): each for each in reach_of(content(GENDER), now=NOW)}
    assert set(found) == {("everyone", ""), ("gender", "Girls and young women")}
    assert found["everyone", ""].band == "quarter_to_half"
    assert found["everyone", ""].population == 200
    assert found["gender", "Girls and young women"].population == 185


def test_a_joined_group_is_compared_with_all_who_live_in_it():
    live_here("gender", **{name.replace("-", "_"): people for name, people in PEOPLE.items()})
    found = {each.group: each for each in reach_of(content(GENDER), now=NOW)}
    assert found["Boys, non-binary, another word, or did not say"].population == 100
    assert found["Boys, non-binary, another word, or did not say"].band == "under_quarter"


def test_nothing_is_compared_with_a_population_nobody_entered():
    assert reach_of(content(GENDER), now=NOW) == ()
    live_here("gender", girl_woman=98)
    assert [each.group for each in reach_of(content(GENDER), now=NOW)] == ["Girls and young women"]


@pytest.mark.parametrize("state", ["total_only", "not_enough"])
def test_no_reach_without_figures(state):
    live_here("everyone", everyone=200)
    assert reach_of(content(n_shown=10, state=state), now=NOW) == ()


def test_a_characteristic_that_is_not_shown_has_no_reach():
    live_here("gender", girl_woman=98, boy_man=96)
    assert reach_of(content(PublishedGrouping("gender")), now=NOW) == ()


def test_what_staff_enter_after_the_freeze_changes_nothing():
    populations.enter(
        2026, "everyone", Entered({"everyone": 200}, "R", NOW.date()), seen=0, by=None, now=NOW + dt.timedelta(1)
    )
    assert reach_of(content(), now=NOW) == ()


@pytest.mark.parametrize("plan", PLANS.values(), ids=lambda plan: plan.characteristic)
@pytest.mark.parametrize("small", range(7))
def test_a_published_label_names_one_set_of_categories(plan, small):
    """The labels that joining gives lead back to the very members, whatever was small."""
    sizes = {name: 3 if number <= small else 30 for number, (name, _) in enumerate(plan.categories)}
    for group in join_groups(plan, sizes, floor=10) or ():
        assert members_of(plan, group.label).members == group.members


def test_the_sentences_hold_no_number_and_no_reason():
    live_here("everyone", everyone=200)
    live_here("gender", **{name.replace("-", "_"): people for name, people in PEOPLE.items()})
    shown = shown_reach(with_reach(content(GENDER)))
    assert shown.sentences[0] == "We heard from between a quarter and a half of the young people we could hear from."
    assert any(sentence.startswith("We are not reaching") for sentence in shown.sentences)
    assert not re.search(r"\d|%|because|hard to reach", " ".join(shown.sentences))


@pytest.fixture
def worker(client):
    person = UserFactory(roles=[Role.PARTICIPATION_WORKER])
    client.force_login(person)
    return person


def release_with_reach() -> Release:
    live_here("everyone", everyone=200)
    window = quarter_window()
    release = frozen_release(window)
    given = with_reach(content(GENDER))
    Release.objects.filter(pk=release.pk)
    fresh = Release(
        window=window, ref="2026-Q3-b", frozen_at=NOW, content=given.to_json(), supersedes=release, audited=True
    )
    fresh.seal()
    fresh.save(force_insert=True)
    return fresh


def address(release: Release) -> str:
    return reverse("work_release_reach", args=[release.pk])


def action_address(release: Release) -> str:
    return reverse("work_release_action", args=[release.pk])


def test_the_page_shows_bands_and_takes_one_action(client, worker):
    release = release_with_reach()
    assert "between a quarter and a half" in client.get(address(release)).content.decode()
    client.post(action_address(release), {"seen": "0", "text": "Ask two boxing clubs."})
    action = action_of(release)
    assert action is not None
    assert action.text == "Ask two boxing clubs."
    client.post(action_address(release), {"seen": "1", "text": ""})
    assert action_of(release) is None
    assert ReachAction.objects.count() == 2


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"seen": "0", "text": "x" * 201}, 422),
        ({"seen": "x", "text": "Ask."}, 422),
        ({"text": "Ask."}, 422),
        ({"seen": "0", "text": "They are hard to reach"}, 422),
        ({"seen": "5", "text": "Ask."}, 302),
    ],
)
def test_bad_and_stale_input_writes_nothing(client, worker, given, status):
    release = frozen_release()
    assert client.post(action_address(release), given).status_code == status
    assert not ReachAction.objects.exists()


def test_those_who_check_read_and_do_not_write(client):
    client.force_login(UserFactory(roles=[Role.DATA_PROTECTION_OFFICER]))
    release = frozen_release()
    write_action(release, "Ask two clubs.", seen=0, by=None, now=NOW)
    assert "Ask two clubs." in client.get(address(release)).content.decode()
    assert client.post(action_address(release), {"seen": "1", "text": "No"}).status_code == 404


def test_a_release_that_was_changed_by_hand_is_not_shown(client, worker):
    window = quarter_window()
    broken = frozen_release(window)
    fresh = Release(
        window=window, ref="x", frozen_at=NOW, content=broken.content, signature="0" * 64, supersedes=broken
    )
    fresh.save(force_insert=True)
    assert client.get(address(fresh)).status_code == 409
