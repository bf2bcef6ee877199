"""P4: whatever stands behind the question mark, a reader gets the published numbers and no others."""

import re

import pytest
from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpResponse
from django.test import Client

from accounts.models import User
from surveys.releases.models import Release
from tests.promises.world import World, signed_in
from tests.wall.asking import Noticed, Query, singles, together, two_characteristics, written
from tests.wall.numbers import catalogue, numbers_in, same_to_a_reader
from tests.wall.routes import every_visit, reader_addresses

PAGE = {"page"}
MAY_BE_LOOKED_AT = {"group_challenge_new": PAGE | {"about"}}
"""All that readers' pages know: which page of a list, and what a question is about before it is written."""
NONSENSE = [("zq", "girl-woman"), ("zx", "12-15")]
WHOLE_WALK = ("pack", "champion_summary", "changed", *MAY_BE_LOOKED_AT)
RELEASE_DAYS = re.compile(r"\d{4}-\d{2}-\d{2}")
NAMES_AND_SHARES = re.compile(r"\b\d in 10\b|2026-Q\d|multiple of 5\b")
IS_FIGURES = ("application/json", "text/csv")
PAPER = "pdf"  # slow to make; made without the request (tests/subgroups)


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The names that any view asked for, of all that came with the address."""
    names: set[str] = set()

    asked = property(lambda request: Noticed(request.META.get("QUERY_STRING", ""), names))
    monkeypatch.setattr(WSGIRequest, "GET", asked)
    return names


def visits(world: World) -> list[tuple[str, User | None, str]]:
    """Pages of readers, one person for each path, so that the whole walk stays short; P25 compares the people."""
    first: dict[str, tuple[str, User | None, str]] = {}
    for name, who, path in every_visit(world):
        if not path.startswith("/work/"):
            first.setdefault(path, (name, who, path))
    return list(first.values())


def ask(client: Client, path: str, query: Query) -> HttpResponse:
    return client.get(f"{path}?{written(query)}")


def test_p04_no_readers_page_looks_at_any_parameter_but_the_page_number(world: World, looked_at: set[str]):
    found = {}
    everything = list(together())[-1]
    for name, who, path in visits(world):
        looked_at.clear()
        ask(signed_in(who), path, everything)
        if extra := looked_at - MAY_BE_LOOKED_AT.get(name, PAGE):
            found[name] = extra
    assert found == {}


def test_p04_the_walk_notices_a_page_that_looks(world: World, looked_at: set[str]):
    """`changed` reads its page number: if the walk did not see that, it would see nothing."""
    Client().get("/changed/", {"page": "1"})
    assert looked_at == {"page"}


def test_p04_every_combination_of_parameters_gives_only_what_the_bare_address_gives(world: World):
    """Known, unknown, repeated, arrays, negative, encoded, language and format, alone and together.

    All of them on pages that differ; on the others, which look at no parameter either (above), a part of them.
    """
    asked, different = 0, []
    everything = [*singles(), *together()]
    for name, who, path in visits(world):
        client = signed_in(who)
        bare = client.get(path)
        if PAPER in bare["Content-Type"]:
            continue
        for query in everything[:: 1 if name in WHOLE_WALK else 60]:
            answer, asked = ask(client, path, query), asked + 1
            if any(key in MAY_BE_LOOKED_AT.get(name, PAGE) for key, _ in query):
                same = answer.status_code == bare.status_code and numbers_in(answer) <= numbers_in(bare)
            else:
                same = same_to_a_reader(answer) == same_to_a_reader(bare)
            different += [] if same else [(path, query)]
    assert asked > 3 * len(everything)
    assert different == []


def test_p04_two_characteristics_are_a_nonsense_parameter(world: World):
    """Status, body and headers."""
    for _name, who, path in visits(world):
        client = signed_in(who)
        if PAPER in client.get(path)["Content-Type"]:
            continue
        nonsense = same_to_a_reader(ask(client, path, NONSENSE))
        assert {same_to_a_reader(ask(client, path, query)) for query in two_characteristics()} == {nonsense}, path


def test_p04_two_characteristics_in_the_path_are_nonsense_too(world: World):
    """What is not one characteristic of the catalogue is no characteristic at all."""
    shown = [(who, path) for name, who, path in visits(world) if "characteristic" in reader_addresses()[name].parts]
    assert shown
    for who, path in shown[:1]:
        client, start = signed_in(who), re.sub(r"[^/]+/$", "", path)
        told, nonsense = client.get(path), client.get(f"{start}zq/")
        assert numbers_in(told) - numbers_in(nonsense)
        for both in ("gender,age_band", "gender+age_band", "gender&age_band", "gender%20age_band", "gender:girl-woman"):
            answer = client.get(f"{start}{both}/")
            assert same_to_a_reader(answer)[::2] == same_to_a_reader(nonsense)[::2], both
            assert numbers_in(answer) == numbers_in(nonsense), both


def test_p04_numbers_in_files_are_the_stored_catalogue(world: World):
    """A file holds figures and days; every figure in it was published."""
    release = Release.objects.get(pk=world.ids["release_id"])
    days = {int(number) for day in RELEASE_DAYS.findall(str(release.content)) for number in day.split("-")}
    seen = 0
    for _name, who, path in visits(world):
        answer = signed_in(who).get(path)
        if answer.status_code == 200 and answer["Content-Type"].startswith(IS_FIGURES):
            seen += 1
            assert numbers_in(answer, leaving_out=NAMES_AND_SHARES) <= catalogue(release) | days
    assert seen or not any("kind" in one.parts for one in reader_addresses().values())
