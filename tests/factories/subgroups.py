"""Groups and the people in them."""

import datetime as dt
from typing import Any

from django.utils import timezone

from accounts.models import Role, User
from participation.subgroups.domain import challenges, meetings
from participation.subgroups.domain.groups import create_group
from participation.subgroups.domain.members import add_member
from participation.subgroups.models import Challenge, Part, Subgroup, SubgroupMeeting
from surveys.releases.models import Release
from tests.factories.accounts import UserFactory


def group(
    name: str = "Vulnerable Young People", *, aliases: tuple[str, ...] = ("VYP", "EVYP"), **fields: Any
) -> Subgroup:
    return create_group(name=name, aliases=aliases, by=None, now=timezone.now(), **fields)


def member(of: Subgroup, *, part: Part = Part.MEMBER, roles: tuple[str, ...] = (), **fields: Any) -> User:
    """A person with the right role who is in the group; more roles on top where a test needs them."""
    young = part == Part.YOUNG_MEMBER
    own = Role.YOUNG_MEMBER if young else Role.SUBGROUP_MEMBER
    user = UserFactory(roles=[own, *roles], **fields)
    supporter = UserFactory(roles=[Role.SUBGROUP_MEMBER], first_name="Supporter") if young else None
    add_member(of, user=user, part=part, supporter=supporter, by=None, now=timezone.now() - dt.timedelta(days=1))
    return user


def reader() -> User:
    """Whoever reads questions first."""
    return UserFactory(roles=[Role.PARTICIPATION_WORKER], first_name="Reader")


def asked_question(
    of: Subgroup,
    release: Release | None = None,
    *,
    by: User | None = None,
    words: str = "Why does it take so long?",
    put_on: bool = True,
    now: dt.datetime | None = None,
) -> Challenge:
    """A question of a member; on the log unless a test wants it before that."""
    now = now or timezone.now()
    row = challenges.ask(of, words=words, by=by or member(of), release=release, now=now)
    return challenges.read(row, by=reader(), put_on=True, now=now) if put_on else row


def answered_question(of: Subgroup, *, by: User | None = None, now: dt.datetime | None = None) -> Challenge:
    now = now or timezone.now()
    row, worker = asked_question(of, by=by, now=now), reader()
    row = challenges.name_answerer(
        row, answerer=worker, role="Head of team", answer_by=row.answer_by, version=row.version, by=worker, now=now
    )
    return challenges.answer(row, words="We start on time from May.", version=row.version, by=worker, now=now)


def meeting(of: Subgroup, release: Release, *, asked: int = 1, now: dt.datetime | None = None) -> SubgroupMeeting:
    """Today, with that many decisions asked and none taken."""
    now = now or timezone.now()
    made = meetings.plan_meeting(of, held_on=timezone.localdate(now), releases=[release], by=None, now=now)
    for number in range(asked):
        meetings.ask_decision(
            made, asked=f"Decide thing {number + 1}?", release=release, measure_id="listened", by=None, now=now
        )
    return made
