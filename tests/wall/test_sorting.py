"""Each table is readable, machinery or walled, and each page of readers stands behind the wall."""

from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import models

from accounts.models import Role
from core.wall.sorting import MACHINERY, READABLE, WALLED, is_sorted, kind_of, tables
from core.wall.zone import READER_PREFIXES
from participation.influence.models import YouSaid
from participation.meetings.models import Meeting
from participation.subgroups.models import Membership
from surveys.releases.models import Contribution, Release
from surveys.responses.models import Response
from tests.promises.addresses import own_addresses
from tests.promises.who_may_what import STAFF_ADDRESSES
from tests.wall.routes import READERS, reader_addresses

ROOMS = ("groups/", "champions/", "changed/")
NO_PREFIX_NEEDED = {"desk", "style"}  # staff rooms: the guard stands there for whoever only reads
APPS_OF_CHILDREN = ("responses", "meetings", "listening", "themes")


def every_model() -> list[type[models.Model]]:
    return list(apps.get_models(include_auto_created=True))


def test_every_model_of_every_app_is_sorted():
    """A new app lands here: say in config/settings/wall.py whether readers may read it."""
    assert [model._meta.label for model in every_model() if not is_sorted(model)] == []


def test_what_nobody_sorted_is_walled():
    stranger = SimpleNamespace(_meta=SimpleNamespace(label_lower="diary.page", app_label="diary"))
    assert not is_sorted(stranger)
    assert kind_of(stranger) == WALLED


def test_every_table_about_a_child_is_walled():
    mine = [model for model in every_model() if model._meta.app_label in APPS_OF_CHILDREN]
    assert {Meeting, Response} <= set(mine)
    assert {kind_of(model) for model in [*mine, Contribution]} == {WALLED}
    assert {model._meta.db_table for model in mine} <= tables(WALLED)


def test_nothing_readable_leads_to_what_is_walled():
    """No readable table has a column that names a row of a walled one."""
    leads = [
        str(field)
        for model in every_model()
        if kind_of(model) == READABLE
        for field in model._meta.get_fields()
        if field.concrete and field.related_model and kind_of(field.related_model) == WALLED
    ]
    assert leads == []


def test_what_readers_are_made_of_is_readable_and_the_record_is_not():
    assert {kind_of(model) for model in (Release, Membership, YouSaid)} == {READABLE}
    assert kind_of(apps.get_model("core.AuditEntry")) == kind_of(apps.get_model("sessions.Session")) == MACHINERY


@pytest.mark.parametrize("role", READERS)
def test_every_page_that_a_reader_can_open_is_behind_the_wall(role: Role):
    opens = {name for name, who in STAFF_ADDRESSES.items() if role in who.here} - NO_PREFIX_NEEDED
    assert opens <= set(reader_addresses())


def test_pages_of_groups_champions_and_the_public_are_behind_the_wall():
    rooms = {
        name
        for name, one in own_addresses().items()
        if one.path.startswith(("groups/", "champions/", "changed/", "work/evidence/"))
    }
    assert rooms == set(reader_addresses())
    assert set(READER_PREFIXES) >= {"/groups/", "/champions/", "/changed/", "/work/evidence/"}
