"""The record of who did what can be added to and nothing else (AC-46)."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from core import audit
from core.models import AuditEntry

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("statement", ["UPDATE core_auditentry SET action = 'x'", "DELETE FROM core_auditentry"])
def test_the_database_refuses_to_change_or_remove_an_entry(statement: str) -> None:
    audit.record("card.made", now=timezone.now())
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert AuditEntry.objects.get().action == "card.made"


def test_python_refuses_too() -> None:
    audit.record("card.made", now=timezone.now())
    with pytest.raises(TypeError):
        AuditEntry.objects.get().save()
    with pytest.raises(TypeError):
        AuditEntry.objects.get().delete()


def test_sealing_covers_every_entry_once_and_a_whole_record_has_no_fault() -> None:
    for number in range(5):
        audit.record("card.made", detail={"n": number}, now=timezone.now())
    assert audit.seal_new_entries(now=timezone.now()) == 5
    assert audit.seal_new_entries(now=timezone.now()) == 0
    assert audit.first_fault() is None


def test_an_entry_changed_behind_our_back_is_named() -> None:
    audit.record("card.made", now=timezone.now())
    audit.record("card.revoked", now=timezone.now())
    audit.seal_new_entries(now=timezone.now())
    _drop_guard()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE core_auditentry SET action = 'nothing' WHERE action = 'card.revoked'")
    fault = audit.first_fault()
    assert fault is not None
    assert fault.last_id == AuditEntry.objects.last().pk


def _drop_guard() -> None:
    on = " ON core_auditentry" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER core_auditentry_no_update{on}")
