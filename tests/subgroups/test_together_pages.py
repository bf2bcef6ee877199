"""Who opens the pages of questions, meetings and notes: every part and role, in and out, in every state."""

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import Role
from participation.subgroups.domain import challenges
from participation.subgroups.domain.members import remove_member
from participation.subgroups.enums import ChallengeState
from participation.subgroups.models import Challenge, Membership, Part, Subgroup
from surveys.releases.models import Release
from tests.factories.accounts import UserFactory
from tests.factories.subgroups import answered_question, asked_question, meeting, member, reader
from tests.factories.subgroups import group as new_group

pytestmark = pytest.mark.django_db
STATES = list(ChallengeState)


def in_state(group: Subgroup, state: str, by: object) -> Challenge:
    now = timezone.now()
    if state == ChallengeState.ANSWERED:
        return answered_question(group, by=by)
    row = asked_question(group, by=by, put_on=state == ChallengeState.OPEN)
    if state == ChallengeState.HELD:
        return challenges.read(row, by=reader(), put_on=False, now=now)
    return challenges.withdraw(row, by=by, now=now) if state == ChallengeState.WITHDRAWN else row


def page(row: Challenge) -> str:
    return f"/groups/{row.subgroup.slug}/challenges/{row.pk}/"


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("part", list(Part))
def test_others_in_the_group_open_a_question_only_when_it_is_on_the_log(
    client: Client, group: Subgroup, state: str, part: Part
) -> None:
    row = in_state(group, state, member(group, part=Part.YOUNG_MEMBER, first_name="Canarina"))
    client.force_login(member(group, part=part))
    on_the_log = state in (ChallengeState.OPEN, ChallengeState.ANSWERED)
    answer = client.get(page(row))
    assert answer.status_code == (200 if on_the_log else 404)
    listed = client.get(f"/groups/{group.slug}/challenges/").text
    assert ("Why does it take so long?" in listed) == on_the_log
    assert "Canarina" not in answer.text + listed


@pytest.mark.parametrize("state", STATES)
def test_outsiders_a_removed_member_and_another_group_meet_a_404(client: Client, group: Subgroup, state: str) -> None:
    writer, gone = member(group), member(group)
    row = in_state(group, state, writer)
    remove_member(Membership.objects.get(user=gone), by=None, now=timezone.now())
    other = new_group("Other", aliases=())
    for user in (gone, member(other), UserFactory(roles=[Role.SUBGROUP_MEMBER]), reader()):
        client.force_login(user)
        assert client.get(page(row)).status_code == 404
        assert client.post(page(row), {"do": "withdraw"}).status_code == 404
        assert client.get(f"/groups/{other.slug}/challenges/{row.pk}/").status_code == 404
    assert Challenge.objects.get(pk=row.pk).state == state


def test_a_removed_writer_can_neither_see_nor_change_it_on_the_very_next_page(client: Client, group: Subgroup) -> None:
    young = member(group, part=Part.YOUNG_MEMBER)
    row = asked_question(group, by=young)
    client.force_login(young)
    assert client.get(page(row)).status_code == 200
    remove_member(Membership.objects.get(user=young), by=None, now=timezone.now())
    assert client.get(page(row)).status_code == 404
    assert client.post(page(row), {"do": "withdraw"}).status_code == 404


@pytest.mark.parametrize("role", list(Role))
def test_only_participation_workers_open_the_staff_log(client: Client, group: Subgroup, role: Role) -> None:
    row = asked_question(group, put_on=False)
    client.force_login(UserFactory(roles=[role]))
    start = f"/work/groups/{group.pk}/challenges/"
    wanted = 200 if role == Role.PARTICIPATION_WORKER else 404
    assert [client.get(each).status_code for each in (start, f"{start}{row.pk}/")] == [wanted, wanted]


@pytest.mark.parametrize("do", ["read", "put_on", "worried", "name", "answer", "tell", "reopen", "withdraw", "", "odd"])
def test_whoever_may_not_do_it_changes_nothing_by_sending_it(client: Client, group: Subgroup, do: str) -> None:
    row = answered_question(group, by=member(group, part=Part.YOUNG_MEMBER))
    before = row.steps.count()
    client.force_login(member(group))
    given = {"do": do, "words": "x", "version": row.version, "told_on": "2026-01-01"}
    assert client.post(page(row), given).status_code in (409, 422)
    assert row.steps.count() == before


def test_asking_says_who_reads_it_hints_at_names_and_keeps_what_was_typed(client: Client, group: Subgroup) -> None:
    worker = UserFactory(roles=[Role.PARTICIPATION_WORKER], first_name="Nadia")
    client.force_login(member(group, part=Part.YOUNG_MEMBER))
    address = f"/groups/{group.slug}/challenges/new/"
    text = client.get(address).text
    assert worker.first_name in text
    assert "Supporter, who supports you, can read it first." in text
    for bad in ({"words": ""}, {"words": "x" * 601}, {"words": "kept-words", "about": "release:forged"}):
        answer = client.post(address, bad)
        assert answer.status_code == 422
        assert bad["words"] in answer.text
    hint = client.post(address, {"words": "Why did Oliver go?"})
    assert hint.status_code == 422
    assert "Nothing is sent yet" in hint.text
    assert not Challenge.objects.exists()
    assert client.post(address, {"words": "Why did Oliver go?", "seen": "yes"}).status_code == 302
    assert Challenge.objects.get().by_young_member


def test_the_whole_way_on_the_pages(client: Client, group: Subgroup, release: Release) -> None:
    made = meeting(group, release)
    young, named = member(group, part=Part.YOUNG_MEMBER), member(group, first_name="Named")
    worker = reader()
    client.force_login(young)
    about = f"decision:{made.decisions.get().pk}"
    sent = client.post(f"/groups/{group.slug}/challenges/new/", {"words": "Why not now?", "about": about})
    row = Challenge.objects.get()
    assert sent["Location"] == page(row)
    client.force_login(worker)
    work = f"/work/groups/{group.pk}/challenges/{row.pk}/"
    assert "Why not now?" in client.get(work).text
    assert client.post(work, {"do": "put_on"}).status_code == 302
    row.refresh_from_db()
    naming = {"do": "name", "answerer": str(named.pk), "answer_by": "2030-01-07", "version": row.version}
    assert client.post(work, naming | {"answerer": str(young.pk)}).status_code == 422
    assert client.post(work, naming | {"role": "Head of homes"}).status_code == 302
    assert client.post(work, naming | {"role": "Other"}).status_code == 409
    client.force_login(named)
    row.refresh_from_db()
    assert client.post(page(row), {"do": "answer", "words": "", "version": row.version}).status_code == 422
    assert client.post(page(row), {"do": "answer", "words": "From May.", "version": row.version}).status_code == 302
    client.force_login(young)
    text = client.get(page(row)).text
    assert "Named, Head of homes" in text
    assert "Your supporter goes through this answer with you." in text
    assert client.post(page(row), {"do": "reopen", "words": "Why May?"}).status_code == 302
    assert client.post(page(row), {"do": "withdraw"}).status_code == 302
    assert "From May." not in client.get(f"/groups/{group.slug}/challenges/").text
