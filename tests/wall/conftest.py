"""A small world with a whole pack in it; and the wall as it stands in real use, on its second connection."""

from collections.abc import Iterator

import pytest
import time_machine
from django.db import connections
from django.utils import timezone

from participation.champions.domain.programme import AUDIENCE_KEY
from participation.subgroups.domain.shelf import share_with_group
from participation.subgroups.models import Subgroup
from surveys.releases.domain.sharing import share
from tests.factories.meetings import MONDAY
from tests.factories.releases import frozen_release, quarter_window
from tests.promises.world import World, build_world
from tests.wall.packs import whole_sheet


@pytest.fixture
def world(db: None) -> Iterator[World]:
    """Everything of the small world, and a pack in which something is not shown for each reason there is."""
    with time_machine.travel(MONDAY, tick=False):
        world = build_world()
        release = frozen_release(quarter_window(2026, 1), sheets=[whole_sheet()])
        share_with_group(Subgroup.objects.get(slug=world.ids["slug"]), release, by=None, now=timezone.now())
        share(release, AUDIENCE_KEY, by=None, now=timezone.now())
        world.ids |= {"release": release.ref, "ref": release.ref, "release_id": release.pk}
        yield world


@pytest.fixture
def real_wall(settings: object) -> Iterator[None]:
    """Readers read on their own connection. Needs real commits: transaction=True, both databases."""
    settings.READ_FROM = "reader"
    yield
    connections["reader"].close()
