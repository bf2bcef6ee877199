"""A new installation gives its first people their roles without opening the database."""

import pytest
from django.core.management import CommandError, call_command

from accounts.models import User
from accounts.roles import Role
from core.models import AuditEntry

pytestmark = pytest.mark.django_db


def test_a_person_is_made_given_roles_and_relieved_of_one_and_all_of_it_is_on_record() -> None:
    call_command("person", "Jo@example.org", first_name="Jo", give=[Role.CHAIR, Role.READER])
    call_command("person", "jo@example.org", take=[Role.READER])
    jo = User.objects.get()
    assert jo.roles == {Role.CHAIR}
    assert not jo.has_usable_password()
    assert jo.emailaddress_set.get().verified
    assert AuditEntry.objects.filter(action="role.taken", subject_id=str(jo.pk)).exists()


def test_a_mistyped_address_makes_nobody() -> None:
    with pytest.raises(CommandError, match="first-name"):
        call_command("person", "nobody@example.org", give=[Role.CHAIR])
    assert not User.objects.exists()
