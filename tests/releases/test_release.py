"""A release is never changed: not by code, not in the database, and not unnoticed (rule 13, P27)."""

import copy
import uuid

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from surveys.releases.models import Contribution, Release, Tampered
from tests.factories.releases import frozen_release, quarter_window

pytestmark = pytest.mark.django_db


def run(statement: str, *values: object) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE releases_release SET ref = 'other'",
        "UPDATE releases_release SET audited = NOT audited",
        "DELETE FROM releases_release",
    ],
)
def test_the_database_refuses_to_change_a_release(statement):
    release = frozen_release()
    with pytest.raises(DatabaseError, match="only ever added"):
        run(statement)
    assert Release.objects.get().ref == release.ref


def test_code_refuses_to_change_a_release():
    release = frozen_release()
    with pytest.raises(TypeError):
        release.save()
    with pytest.raises(TypeError):
        release.delete()
    with pytest.raises(DatabaseError), transaction.atomic():
        Release.objects.update(ref="other")


def test_p27_a_release_read_back_from_the_database_verifies():
    release = Release.objects.get(pk=frozen_release().pk)
    assert release.verified().sheets[0].tables[0].cells[0].count == 10


def change_one_number(release):
    release.content["sheets"][0]["tables"][0]["cells"][0]["count"] = 15


def change_a_label(release):
    release.content["sheets"][0]["tables"][0]["cells"][0]["label"] = "No"


def call_it_audited(release):
    release.audited = True


def move_it_to_another_window(release):
    release.window_id = uuid.uuid4()


@pytest.mark.parametrize("tamper", [change_one_number, change_a_label, call_it_audited, move_it_to_another_window])
def test_p27_any_change_is_noticed_when_read(tamper):
    release = frozen_release()
    release.content = copy.deepcopy(release.content)
    tamper(release)
    with pytest.raises(Tampered):
        release.verified()


def test_p27_a_seal_can_not_be_moved_to_another_release():
    one, other = frozen_release(), frozen_release(quarter_window(2026, 2))
    other.signature = one.signature
    with pytest.raises(Tampered):
        other.verified()


def test_p10_the_schema_holds_each_response_once():
    one, other = frozen_release(), frozen_release(quarter_window(2026, 2))
    used = uuid.uuid4()
    Contribution.objects.create(release=one, response_id=used, characteristic="everyone")
    with pytest.raises(IntegrityError), transaction.atomic():
        Contribution.objects.create(release=other, response_id=used, characteristic="everyone")
    with pytest.raises(IntegrityError), transaction.atomic():
        Contribution.objects.create(release=other, response_id=used, characteristic="home name")


def test_a_window_has_one_first_release_and_a_correction_stands_in_for_it():
    first = frozen_release()
    with pytest.raises(IntegrityError), transaction.atomic():
        frozen_release(first.window)
    correction = frozen_release(first.window, supersedes=first)
    assert list(Release.objects.filter(window=first.window, superseded_by=None)) == [correction]
    with pytest.raises(IntegrityError), transaction.atomic():
        Release.objects.bulk_create(
            [
                Release(
                    window=first.window,
                    ref="third",
                    frozen_at=first.frozen_at,
                    content={},
                    signature="x",
                    supersedes=first,
                )
            ]
        )
