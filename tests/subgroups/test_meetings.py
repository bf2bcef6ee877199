"""A meeting of the group: three decisions at most, each from the pack, each becomes a recommendation."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from accounts.models import Role
from participation.influence.domain.recommendations import NotFit
from participation.influence.enums import Verdict
from participation.influence.models import Recommendation
from participation.subgroups.domain import meetings
from participation.subgroups.domain.shelf import share_with_group
from participation.subgroups.models import DecisionAsked, Subgroup, SubgroupMeeting
from surveys.releases.models import Release
from tests.factories.accounts import UserFactory
from tests.factories.subgroups import group as new_group
from tests.factories.subgroups import meeting, member
from tests.subgroups.conftest import whole_release

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)
YES = {"verdict": Verdict.ACCEPTED, "owner_role": "Head of homes", "due": dt.date(2030, 1, 7)}


def worker_client(client: Client) -> Client:
    client.force_login(UserFactory(roles=[Role.PARTICIPATION_WORKER]))
    return client


def page(row: SubgroupMeeting) -> str:
    return f"/work/groups/{row.subgroup_id}/meetings/{row.pk}/"


def test_three_decisions_and_no_fourth_in_the_domain_and_in_the_database(group: Subgroup, release: Release) -> None:
    made, now = meeting(group, release, asked=3), timezone.now()
    with pytest.raises(meetings.MeetingRefused):
        meetings.ask_decision(made, asked="A fourth?", release=release, measure_id="listened", by=None, now=now)
    for number in (0, 4):
        with pytest.raises(IntegrityError), transaction.atomic():
            DecisionAsked.objects.create(meeting=made, number=number, asked="x", release=release, measure_id="m")


def test_a_decision_comes_from_a_measure_or_a_theme_of_a_pack_on_the_table(group: Subgroup, release: Release) -> None:
    made, other, now = meeting(group, release, asked=0), whole_release(2026, 2), timezone.now()
    for wrong in ({"release": other, "measure_id": "listened"}, {"release": release}):
        with pytest.raises(meetings.MeetingRefused):
            meetings.ask_decision(made, asked="x?", by=None, now=now, **wrong)
    meetings.ask_decision(made, asked="x?", release=release, theme="Being on time", by=None, now=now)
    (shown,) = meetings.decisions_for(group, release, now=now)
    assert (shown.asked, shown.comes_from, shown.decided) == ("x?", "Being on time", None)


def test_a_recorded_decision_is_a_recommendation_once(group: Subgroup, release: Release) -> None:
    made, now = meeting(group, release), timezone.now()
    asked = made.decisions.get()
    row = meetings.decide(asked, by=None, now=now, **YES)
    assert (row.text, row.audience_key, row.release, row.measure_id) == (
        asked.asked,
        group.audience_key,
        release,
        "listened",
    )
    with pytest.raises(meetings.MeetingRefused):
        meetings.decide(asked, by=None, now=now, **YES)
    with pytest.raises(meetings.MeetingRefused):
        meetings.take_off_decision(asked, by=None, now=now)
    assert Recommendation.objects.count() == 1
    (shown,) = meetings.decisions_for(group, release, now=now)
    assert shown.decided is not None
    assert shown.decided.word == "Going well"
    assert [each.text for each in meetings.recommendations_for(group, release, now=now)] == [asked.asked]


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ({"verdict": Verdict.ACCEPTED}, {"owner_role", "due"}),
        ({"verdict": Verdict.PART, "owner_role": "x", "due": dt.date(2030, 1, 7)}, {"reason"}),
        ({"verdict": Verdict.NOT}, {"reason"}),
    ],
)
def test_a_decision_without_its_reason_owner_or_day_is_not_recorded(
    group: Subgroup, release: Release, fields: dict[str, object], missing: set[str]
) -> None:
    asked = meeting(group, release).decisions.get()
    with pytest.raises(NotFit) as refused:
        meetings.decide(asked, by=None, now=timezone.now(), **fields)
    assert set(refused.value.reasons) == missing
    asked.refresh_from_db()
    assert not asked.is_decided


def test_the_pack_shows_the_next_meeting_and_after_it_the_last(group: Subgroup, release: Release) -> None:
    now = timezone.now()
    today = timezone.localdate(now)
    for day, text in ((today - DAY, "Past?"), (today + 9 * DAY, "Later?"), (today + DAY, "Next?")):
        made = meetings.plan_meeting(group, held_on=day, releases=[release], by=None, now=now)
        meetings.ask_decision(made, asked=text, release=release, measure_id="listened", by=None, now=now)
    assert [each.asked for each in meetings.decisions_for(group, release, now=now)] == ["Next?"]
    assert [each.asked for each in meetings.decisions_for(group, release, now=now + 30 * DAY)] == ["Later?"]
    assert meetings.decisions_for(new_group("Other", aliases=()), release, now=now) == []


def test_another_groups_decisions_are_not_ours(group: Subgroup, release: Release) -> None:
    other, now = new_group("Other", aliases=()), timezone.now()
    share_with_group(other, release, by=None, now=now)
    meetings.decide(meeting(other, release).decisions.get(), by=None, now=now, **YES)
    assert meetings.recommendations_for(group, release, now=now) == []
    assert meetings.decisions_for(group, release, now=now) == []


def test_two_people_change_a_meeting_and_the_second_is_told(group: Subgroup, release: Release) -> None:
    made, now = meeting(group, release, asked=0), timezone.now()
    given = {"releases": [release], "by": None, "now": now}
    meetings.change_meeting(made, held_on=dt.date(2030, 1, 7), version=1, **given)
    with pytest.raises(meetings.MeetingChanged):
        meetings.change_meeting(made, held_on=dt.date(2030, 1, 8), version=1, **given)
    made.refresh_from_db()
    assert made.held_on == dt.date(2030, 1, 7)


def test_a_pack_that_a_decision_comes_from_stays_on_the_table(group: Subgroup, release: Release) -> None:
    made, other = meeting(group, release), whole_release(2026, 2)
    with pytest.raises(meetings.MeetingRefused):
        meetings.change_meeting(made, held_on=made.held_on, releases=[other], version=1, by=None, now=timezone.now())


def test_the_staff_page_from_planning_to_the_decision(client: Client, group: Subgroup, release: Release) -> None:
    worker_client(client)
    start = f"/work/groups/{group.pk}/meetings/"
    assert client.post(start, {"held_on": "", "releases": []}).status_code == 422
    client.post(start, {"held_on": "2030-01-07", "releases": [str(release.pk)]})
    made = SubgroupMeeting.objects.get()
    for bad in ({"asked": "", "comes_from": ""}, {"asked": "kept-words", "comes_from": "forged"}, {"do": "odd"}):
        answer = client.post(page(made), {"do": "ask"} | bad)
        assert answer.status_code == 422
        assert bad.get("asked", "") in answer.text
    source = f"{release.pk}:m:listened"
    assert client.post(page(made), {"do": "ask", "asked": "On time?", "comes_from": source}).status_code == 302
    answer = client.post(page(made), {"do": "decide", "number": "1", "verdict": "part", "owner_role": "kept-words"})
    assert answer.status_code == 422
    assert "kept-words" in answer.text
    assert 'href="#id_1_reason"' in answer.text or "Give the reason" in answer.text
    given = {"do": "decide", "number": "1", "verdict": "accepted", "owner_role": "Head", "due": "2030-02-01"}
    assert client.post(page(made), given).status_code == 302
    assert client.post(page(made), given).status_code in (302, 409)
    assert Recommendation.objects.count() == 1
    for number in ("9", "x", "", "१", "99999"):
        assert client.post(page(made), {"do": "take_off", "number": number}).status_code in (302, 409)
    client.force_login(member(group))
    text = client.get(f"/groups/{group.slug}/meetings/").text
    assert "On time?" in text
    assert "People listened to me" in text
    assert "On time?" in client.get(f"/groups/{group.slug}/recommendations/").text


@pytest.mark.parametrize("how_many", [1, 3])
def test_the_list_of_meetings_takes_the_same_queries_however_long(
    group: Subgroup, release: Release, how_many: int, django_assert_num_queries: object
) -> None:
    for _ in range(how_many):
        made = meeting(group, release)
        meetings.decide(made.decisions.get(), by=None, now=timezone.now(), **YES)
    with django_assert_num_queries(4):
        for row in meetings.meetings_of(group):
            assert [each.ref for each in row.releases.all() if each.window.programme.title]
            assert [each.recommendation.text for each in row.decisions.all()]
