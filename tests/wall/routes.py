"""Every address behind the wall, read from the site itself; and every way of writing its parts that we can think of."""

from collections.abc import Iterator
from itertools import product

from django.urls import reverse

from accounts.models import Role, User
from core.access import OPEN_TO_ALL
from core.wall.zone import READER_PREFIXES
from tests.promises.addresses import Address, own_addresses
from tests.promises.world import World
from tests.wall.packs import NOT_PLANNED, TOLD, TOO_FEW, UNHEARD_OF, WITHHELD

READERS = (Role.SUBGROUP_MEMBER, Role.YOUNG_MEMBER, Role.CHAMPION)
VALUES = {
    "kind": ("csv", "json", "ods", "pdf", "xml"),
    "characteristic": (TOLD, TOO_FEW, WITHHELD, NOT_PLANNED, UNHEARD_OF),
}


def reader_addresses() -> dict[str, Address]:
    return {name: one for name, one in own_addresses().items() if f"/{one.path}".startswith(READER_PREFIXES)}


def who_opens(world: World, address: Address) -> list[User | None]:
    """One person of each reader role that the address's own rule lets in, or else of any role; a stranger for all."""
    rule = address.view.access_rule
    if rule == OPEN_TO_ALL:
        return [None]
    people = [world.people[role] for role in READERS]
    readers = [person for person in people if person is not None and rule(person)]
    return readers or [person for person in world.people.values() if person is not None and rule(person)][:1]


def paths_of(world: World, name: str) -> Iterator[str]:
    """The address with the ids of the world, and with every value that a free part of it can have."""
    parts = own_addresses()[name].parts
    choices = [VALUES.get(part) or (world.ids[part],) for part in parts]
    for chosen in product(*choices):
        yield reverse(name, kwargs=dict(zip(parts, chosen, strict=True)))


def every_visit(world: World) -> Iterator[tuple[str, User | None, str]]:
    """(url name, who, path) for every address behind the wall and every reader with a key."""
    for name, address in reader_addresses().items():
        for who in who_opens(world, address):
            for path in paths_of(world, name):
                yield name, who, path
