"""P16: too few, withheld by the audit, not planned and never heard of are one and the same to a reader."""

import re

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import Role
from tests.promises.world import World, signed_in
from tests.wall.numbers import same_to_a_reader
from tests.wall.packs import NOT_PLANNED, TOLD, TOO_FEW, UNHEARD_OF, WITHHELD
from tests.wall.routes import every_visit, reader_addresses

VALUE = re.compile(r"'[^']*'|\b\d+\b")
REASONS = (TOO_FEW, WITHHELD, NOT_PLANNED, UNHEARD_OF)


def pages_by_characteristic(world: World) -> dict[str, dict[str, str]]:
    """For each address with a characteristic in it: the page for each of them."""
    found: dict[str, dict[str, str]] = {}
    for name, _who, path in every_visit(world):
        if "characteristic" in reader_addresses()[name].parts:
            found.setdefault(name, {})[path.rstrip("/").rsplit("/", 1)[-1]] = path
    return found


def test_p16_every_reason_not_to_show_is_the_same_to_a_reader(world: World):
    client = signed_in(world.people[Role.SUBGROUP_MEMBER])
    for pages in pages_by_characteristic(world).values():
        answers = {reason: same_to_a_reader(client.get(pages[reason])) for reason in REASONS}
        assert client.get(pages[TOLD]).status_code == 200
        plain = {(status, body.replace(reason, ""), headers) for reason, (status, body, headers) in answers.items()}
        assert len(plain) == 1, {reason: answer[0] for reason, answer in answers.items()}
        assert not [headers for _, _, headers in plain if any(name in ("ETag", "Last-Modified") for name, _ in headers)]


def test_p16_a_pack_of_another_group_of_nobody_and_of_no_one_are_the_same(world: World):
    client = signed_in(world.people[Role.SUBGROUP_MEMBER])
    slug = world.ids["slug"]
    refused = [client.get(path) for path in (f"/groups/{slug}/1999-Q1/", f"/groups/{slug}/zq/", "/groups/zq/zq/")]
    assert {answer.status_code for answer in refused} == {404}
    assert len({same_to_a_reader(answer) for answer in refused}) == 1


def test_p16_no_reason_takes_more_work_than_another(world: World):
    """Time follows from work, and work can be counted: the same statements, one by one, for each reason."""
    client = signed_in(world.people[Role.SUBGROUP_MEMBER])
    for pages in pages_by_characteristic(world).values():
        client.get(pages[TOLD])  # what is looked up once and remembered
        work = {reason: _statements(client, pages[reason]) for reason in REASONS}
        assert len(set(work.values())) == 1, {reason: len(each) for reason, each in work.items()}


def _statements(client: Client, path: str) -> tuple[str, ...]:
    with CaptureQueriesContext(connection) as queries:
        client.get(path)
    return tuple(VALUE.sub("?", query["sql"]) for query in queries)
