"""P25: a worker who is also in a group reads what everybody reads; pages of work show children one by one."""

import re

from django.http import HttpResponse

from accounts.models import Role, User
from participation.subgroups.domain.members import add_member
from participation.subgroups.models import Part, Subgroup
from tests.factories.accounts import UserFactory
from tests.factories.meetings import MONDAY
from tests.promises.world import WORDS_SENT, World, signed_in
from tests.wall.numbers import same_to_a_reader
from tests.wall.routes import every_visit

COUNTS = re.compile(r"\b(\d+)\s*(?:of|out of|–|-)\s*(\d+)\b|\b\d+ (?:answers|responses|young people)\b", re.IGNORECASE)
MAIN = re.compile(r"<main\b.*</main>", re.DOTALL)
STAFF_LISTS = ("work_meetings", "work_queue", "work_alerts")


def both(world: World, *roles: str) -> User:
    """The named worker of the child who answered, made a member of the group as well."""
    user = UserFactory(roles=[Role.SUBGROUP_MEMBER, *roles])
    group = Subgroup.objects.get(slug=world.ids["slug"])
    add_member(group, user=user, part=Part.MEMBER, by=None, now=MONDAY)
    return user


def inside(answer: HttpResponse) -> tuple[int, str, tuple[tuple[str, str], ...]]:
    status, body, headers = same_to_a_reader(answer)
    found = MAIN.search(body)
    return status, found.group() if found else body, headers


def test_p25_whoever_works_with_children_too_reads_what_everybody_reads(world: World):
    """Byte for byte, on every page of the group's: two members like each other, one of them also a worker.

    The frame shows each their own name and rooms; all that is inside it, status and headers are compared.
    """
    member = signed_in(both(world))
    worker = signed_in(both(world, Role.MEETING_WORKER, Role.CHAIR, Role.READER, Role.SAFEGUARDING_LEAD))
    compared = 0
    for _name, who, path in every_visit(world):
        if who != world.people[Role.SUBGROUP_MEMBER] or path.endswith(".pdf"):
            continue
        compared += 1
        assert inside(worker.get(path)) == inside(member.get(path)), path
    assert compared > 3


def test_p25_the_pages_of_a_worker_show_children_one_by_one_and_count_nothing(world: World):
    for role in (Role.MEETING_WORKER, Role.CHAIR, Role.READER, Role.SAFEGUARDING_LEAD):
        client = signed_in(world.people[role])
        for name in STAFF_LISTS:
            answer = client.get(world.address(name))
            if answer.status_code == 200:
                found = [match.group() for match in COUNTS.finditer(re.sub(r"<[^>]*>", " ", answer.text))]
                assert found == [], (role, name)


def test_p25_a_worker_opens_only_their_own_children(world: World):
    address = world.address("work_reading")
    assert WORDS_SENT in signed_in(world.card.worker).get(address).text
    assert signed_in(both(world, Role.MEETING_WORKER)).get(address).status_code == 404
