"""Who reads a question first, who may name the person that answers, and who may answer."""

from datetime import datetime

from accounts.models import Role, User
from participation.subgroups.domain.young import is_supporter_of, participation_workers, supporters_of
from participation.subgroups.models import Challenge, Membership, Part, Subgroup
from participation.subgroups.permissions import membership_of


def readers_of(challenge: Challenge, *, now: datetime) -> list[User]:
    """Who reads it first: the young member's supporter and the participation workers; never the writer."""
    supporters = supporters_of(challenge.writer, challenge.subgroup, now=now) if challenge.by_young_member else []
    found = {each.pk: each for each in [*supporters, *participation_workers()] if each.pk != challenge.writer_id}
    return list(found.values())


def is_reader(user: User, challenge: Challenge, *, now: datetime) -> bool:
    if not user.is_active or user.pk == challenge.writer_id:
        return False
    if user.has_role(Role.PARTICIPATION_WORKER):
        return True
    return challenge.by_young_member and is_supporter_of(user, challenge.writer, challenge.subgroup, now=now)


def people_who_answer(group: Subgroup, *, now: datetime) -> list[User]:
    """The adults in the group now, and the participation workers."""
    places = Membership.objects.current(now=now).filter(subgroup=group, user__is_active=True)
    adults = [place.user for place in places.exclude(part=Part.YOUNG_MEMBER).select_related("user")]
    found = {each.pk: each for each in [*adults, *participation_workers()]}
    return sorted(found.values(), key=lambda user: user.display_name)


def may_name(user: User, group: Subgroup, *, now: datetime) -> bool:
    if user.has_role(Role.PARTICIPATION_WORKER):
        return True
    place = membership_of(user, group, now=now)
    return place is not None and place.part == Part.CHAIR


def may_answer(user: User, challenge: Challenge, *, now: datetime) -> bool:
    """The named person while they are in the group; a participation worker for them."""
    if user.has_role(Role.PARTICIPATION_WORKER):
        return True
    return challenge.answerer_id == user.pk and membership_of(user, challenge.subgroup, now=now) is not None
