"""One world for listening: worker, chair, reader on the rota, safeguarding lead, and outsiders."""

from dataclasses import dataclass

import pytest
import time_machine
from django.test import Client

from accounts.models import Role, User
from participation.listening.models import ReaderDuty
from tests.factories.accounts import UserFactory
from tests.factories.listening import MONDAY, Child, make_child, make_council, put_on_rota


@dataclass
class People:
    worker: User
    chair: User
    reader: User
    lead: User
    outsider: User
    off_duty: User


@pytest.fixture
def people(db: None) -> People:
    make_council()
    found = People(
        worker=UserFactory(first_name="Sam", roles=[Role.MEETING_WORKER]),
        chair=UserFactory(first_name="Jo", roles=[Role.CHAIR]),
        reader=UserFactory(first_name="Priya", roles=[Role.READER]),
        lead=UserFactory(first_name="Ade", roles=[Role.SAFEGUARDING_LEAD]),
        outsider=UserFactory(first_name="Lee", roles=[Role.MEETING_WORKER]),
        off_duty=UserFactory(first_name="Kim", roles=[Role.READER]),
    )
    put_on_rota(found.reader, days=14)
    return found


@pytest.fixture
def monday() -> object:
    with time_machine.travel(MONDAY, tick=False) as traveller:
        yield traveller


@pytest.fixture
def child(people: People) -> Child:
    return make_child(worker=people.worker, chair=people.chair)


@pytest.fixture
def newcomer(people: People) -> User:
    return UserFactory(first_name="Zebedee", roles=[Role.READER])


def all_gone(people: People, newcomer: User) -> None:
    """Nobody of those named is left; the newcomer has the rota."""
    gone = [people.worker, people.chair, people.reader, people.off_duty, people.lead]
    User.objects.filter(pk__in=[user.pk for user in gone]).update(is_active=False)
    ReaderDuty.objects.all().delete()
    put_on_rota(newcomer, days=30)


def staff(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client
