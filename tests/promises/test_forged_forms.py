"""Every form and every address, filled in and forged by every role: a clear answer, never a fault (AC-15)."""

import uuid
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import NoReverseMatch

from accounts.models import Role
from core.uploads import MOST_FIELDS
from participation.listening.models import Alert
from tests.factories.meetings import Booked
from tests.promises.addresses import own_addresses
from tests.promises.forms_on import Field, FormOn, forms_on
from tests.promises.naughty import FORGED, NAUGHTY, OWN, is_plain
from tests.promises.world import World, signed_in

pytestmark = pytest.mark.django_db


def every_form(world: World) -> Iterator[tuple[str, Client, str, FormOn]]:
    """(who, their browser, where it is sent, the form) for each form that a role of the world sees; each once."""
    seen = set()
    for who, user in world.people.items():
        client = signed_in(user)
        for name in own_addresses():
            if name in ("leave", "shared_tablet"):  # it does what it says: the browser would be signed out
                continue
            try:
                address = world.address(name)
            except (KeyError, NoReverseMatch):
                continue
            page = client.get(address)
            if page.status_code != 200 or page.streaming or b"<form" not in page.content:
                continue
            for form in forms_on(page.content.decode()):
                where = form.action or address
                mark = (where.partition("?")[0], tuple(form.fields))
                if where.startswith("/") and not where.startswith("/accounts/") and mark not in seen:
                    seen.add(mark)
                    yield who, client, where, form


@pytest.mark.servers
def test_every_form_of_staff_answers_plainly_to_naughty_words_forged_choices_and_missing_fields(world: World) -> None:
    sent = 0
    for who, client, where, form in list(every_form(world)):
        for text in [*NAUGHTY[::120], *OWN]:
            is_plain(client.post(where, form.filled(text)), (who, where, text[:40]))
            sent += 1
        for forged in [*FORGED, str(uuid.uuid4())]:
            filled = form.filled("Words", choose=forged)
            is_plain(client.post(where, filled), (who, where, forged))
        for wrong in ({}, {"is_superuser": "1", "id": "x", "council": "2"}, {"id": ["1", "2"], "now": "x"}):
            is_plain(client.post(where, wrong), (who, where, wrong))
    assert sent > 500


@pytest.mark.servers
def test_no_form_of_staff_comes_near_the_limit_of_fields(world: World) -> None:
    longest = max(sum(most_of(each) for each in form.fields.values()) for *_, form in every_form(world))
    assert 10 < longest < MOST_FIELDS / 2


def most_of(field: Field) -> int:
    """How often a browser may send this field."""
    return max(len(field.values), 1) if field.kind == "checkbox" else 1


@pytest.mark.servers
def test_addresses_with_forged_parts_are_not_there_and_never_a_fault(world: World) -> None:
    """Every id of every address replaced by one that does not exist, and by signs that no id has."""
    people = {who: signed_in(user) for who, user in world.people.items()} | {"young person": world.child()}
    for name, entry in own_addresses().items():
        if not entry.parts:
            continue
        try:
            address = world.address(name)
        except (KeyError, NoReverseMatch):
            continue
        may = [client for client in people.values() if client.get(address).status_code in (200, 405)][:2]
        for part in entry.parts:
            for forged in (str(uuid.uuid4()), "%00", "x" * 300, "9" * 30, "%F0%9F%92%A3"):
                wrong = address.replace(f"/{world.ids[part]}/", f"/{forged}/", 1)
                for client in may if wrong != address else []:
                    for answer in (client.get(wrong), client.post(wrong, {"send": "yes"})):
                        assert answer.status_code < 500, (name, part, forged, answer.status_code)


def test_a_person_of_one_meeting_is_not_found_through_another(world: World, card: Booked) -> None:
    """The worker of both mixes up the two: nothing of one shows through the address of the other."""
    client = signed_in(world.people[Role.MEETING_WORKER])
    for name, entry in own_addresses().items():
        if {"meeting_id", "invitation_id"} <= set(entry.parts):
            mixed = world.address(name).replace(str(world.card.invitation.pk), str(card.invitation.pk))
            assert client.get(mixed).status_code in (404, 405), name
            assert client.post(mixed, {"word": "x", "told_by": "x"}).status_code in (404, 405), name


def test_ids_of_strangers_in_a_young_persons_form_do_nothing(child: Client, world: World) -> None:
    stranger = str(world.others[Role.CHAIR].pk)
    for value in (stranger, "not-a-uuid", "\x00", str(uuid.uuid4())):
        is_plain(child.post("/me/say/before/who/", {"not_them": value}), value)
        answer = child.post("/me/talk/", {"once": uuid.uuid4().hex, "who": f"not:{value}", "about": "x"})
        assert answer.status_code == 422, value
    assert Alert.objects.count() == 1  # the world's own
