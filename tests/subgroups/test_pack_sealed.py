"""What a broken seal shows: nothing."""

from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from accounts.models import Role
from core.models import AuditEntry
from participation.subgroups.domain.desk import waiting_for
from participation.subgroups.domain.shelf import earlier_packs, packs_of, share_with_group
from participation.subgroups.models import Subgroup
from surveys.releases.models import Release
from tests.factories.accounts import UserFactory
from tests.factories.releases import frozen_release, quarter_window
from tests.factories.subgroups import member
from tests.subgroups.conftest import whole_release
from tests.subgroups.reading import address, numbers_in

pytestmark = pytest.mark.django_db


def tampered_release() -> Release:
    """What somebody with the database in their hands leaves behind: sealed, then one number changed."""
    whole = whole_release(2026, 2)
    release = Release(window=quarter_window(2026, 3), ref="2026-Q3", frozen_at=whole.frozen_at, content=whole.content)
    release.seal()
    release.content["sheets"][0]["tables"][0]["cells"][0]["count"] = 777
    release.save(force_insert=True)
    return release


@pytest.mark.parametrize("plain", [False, True])
def test_a_tampered_pack_shows_no_number_is_on_record_and_the_lead_is_told(
    client: Client, group: Subgroup, plain: bool, django_capture_on_commit_callbacks: Any
) -> None:
    release = tampered_release()
    share_with_group(group, release, by=None, now=timezone.now())
    lead, reader = UserFactory(roles=[Role.PARTICIPATION_WORKER]), member(group)
    client.force_login(reader)
    with django_capture_on_commit_callbacks(execute=True):
        answers = [client.get(address(group, release, plain)) for _ in range(3)]
    assert {answer.status_code for answer in answers} == {409}
    assert "This pack can’t be shown" in answers[0].text
    assert numbers_in(answers[0].text) == set()
    entries = AuditEntry.objects.filter(action="release.tampered", subject_id=str(release.pk))
    assert [entry.actor_id for entry in entries] == [reader.pk] * 3
    assert [message.to for message in mail.outbox] == [[lead.email]]
    assert release.ref not in mail.outbox[0].body
    assert any(release.ref in line.text for line in waiting_for(lead, timezone.now()))


def test_a_broken_earlier_release_only_leaves_the_trend(group: Subgroup, monkeypatch: pytest.MonkeyPatch) -> None:
    older, newer = whole_release(2026, 2), whole_release(2026, 3)
    for one in (older, newer):
        share_with_group(group, one, by=None, now=timezone.now())
    assert [content.ref for content in earlier_packs(group, newer)] == [older.ref]
    monkeypatch.setattr("core.seals.verify", lambda *args, **kwargs: False)
    assert earlier_packs(group, newer) == []


def test_a_corrected_release_takes_the_place_of_the_one_it_corrects(group: Subgroup, release: Release) -> None:
    corrected = frozen_release(release.window, supersedes=release)
    assert list(packs_of(group)) == []
    share_with_group(group, corrected, by=None, now=timezone.now())
    assert list(packs_of(group)) == [corrected]


OTHER_WAYS = ("large/", "papers/", "by/age_band/", "papers/pack.pdf", "papers/large.pdf", "papers/numbers.csv")


@pytest.mark.parametrize("more", OTHER_WAYS)
def test_no_other_way_to_a_tampered_pack_shows_a_number(client: Client, group: Subgroup, more: str) -> None:
    release = tampered_release()
    share_with_group(group, release, by=None, now=timezone.now())
    client.force_login(member(group))
    answer = client.get(address(group, release, more=more))
    assert answer.status_code == 409
    assert numbers_in(answer.text) == set()
