"""The wall in real use: forms save and are seen at once, and a broken seal is reported from behind it."""

import pytest
from django.db import connections
from django.test import Client

from accounts.models import Role
from core.models import AuditEntry
from core.wall.zone import behind_the_wall, connection_for, current
from participation.subgroups.domain.shelf import share_with_group
from participation.subgroups.models import Challenge, Subgroup
from surveys.releases.domain.tampering import ACTION
from surveys.releases.models import Release
from tests.factories.accounts import UserFactory
from tests.factories.meetings import MONDAY
from tests.factories.releases import frozen_release
from tests.factories.subgroups import group as new_group
from tests.factories.subgroups import member
from tests.promises.world import signed_in

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "reader"])


@pytest.fixture
def group(db: None) -> Subgroup:
    return new_group()


def test_a_form_of_readers_saves_and_the_next_page_shows_it(real_wall: None, group: Subgroup):
    client = signed_in(member(group))
    UserFactory(roles=[Role.PARTICIPATION_WORKER])
    address = f"/groups/{group.slug}/challenges/"
    answer = client.post(f"{address}new/", {"about": "", "words": "What will be different next time?", "seen": ""})
    assert answer.status_code == 302, answer.text[:500]
    assert Challenge.objects.count() == 1
    assert client.get(answer["Location"]).status_code == 200


def test_a_broken_seal_is_reported_from_behind_the_wall(real_wall: None, group: Subgroup):
    whole = frozen_release()
    broken = Release(window=whole.window, ref="2026-Q3-b", frozen_at=whole.frozen_at, content=whole.content)
    broken.supersedes = whole
    broken.seal()
    broken.content["sheets"][0]["tables"][0]["cells"][0]["count"] = 777
    broken.save(force_insert=True)
    share_with_group(group, broken, by=None, now=MONDAY)
    answer = signed_in(member(group)).get(f"/groups/{group.slug}/{broken.ref}/")
    assert answer.status_code == 409
    assert "777" not in answer.text
    assert AuditEntry.objects.filter(action=ACTION, subject_id=str(broken.pk)).exists()


def test_one_connection_for_readers_is_opened_once_and_kept(real_wall: None, group: Subgroup):
    client = signed_in(member(group))
    client.get(f"/groups/{group.slug}/")
    first = connections["reader"].connection
    client.get(f"/groups/{group.slug}/")
    assert first is not None
    assert connections["reader"].connection is first


def test_outside_a_readers_page_nothing_reads_through_the_wall(real_wall: None):
    assert current() is None
    assert connection_for("/work/queue/", "GET") is None
    assert connection_for("/groups/", "GET") == "reader"
    assert connection_for("/groups/", "POST") == "default"
    with behind_the_wall("reader"):
        assert Release.objects.all().db == "reader"
        assert AuditEntry.objects.all().db == "default"
    assert current() is None
    assert Release.objects.all().db == "default"
    assert Client().get("/healthz").status_code == 200
