"""A name first, then the words: readers whom the young person did not know of at Send (S7, S13)."""

from importlib import import_module

import pytest
from django.apps import apps
from django.urls import reverse

from accounts.models import Role, User
from core.models import AuditEntry
from participation.listening.domain.assignments import say_not_them
from participation.listening.domain.desk import waiting_for
from participation.listening.domain.later_readers import come_later, tell_since, untold_for
from participation.listening.domain.queue import CANNOT_WAIT, queue_for
from participation.listening.domain.readings import NotForYou, open_to_read
from participation.listening.domain.walls import access_to
from participation.listening.enums import Access
from participation.listening.models import LaterReader, NotThem
from surveys.responses.domain.retention import forget_old_words, record_copied
from surveys.responses.models import ChangeRequest, Response
from tests.factories.accounts import UserFactory
from tests.factories.listening import DAY, MONDAY, Child, make_child, put_on_rota
from tests.factories.responses import child_client
from tests.listening.conftest import People, all_gone, staff

WORDS = "I want to stay at my school."


def actions(response: Response) -> list[str]:
    return list(AuditEntry.objects.filter(subject_id=str(response.pk)).order_by("pk").values_list("action", flat=True))


def test_while_somebody_named_can_read_a_newcomer_on_the_rota_has_nothing(
    people: People, child: Child, newcomer: User
) -> None:
    response = child.sends(WORDS)
    put_on_rota(newcomer, days=30)
    for when in (MONDAY, MONDAY + 5 * DAY):
        assert queue_for(newcomer, now=when) == []
        with pytest.raises(NotForYou):
            come_later(response, by=newcomer, told=True, now=when)


def test_where_nobody_named_is_left_the_newcomer_tells_their_name_and_then_reads(
    people: People, child: Child, newcomer: User, monday: object
) -> None:
    response = child.sends(WORDS, options={"Q13-home": ("not",)})
    all_gone(people, newcomer)
    [item] = queue_for(newcomer, now=MONDAY)
    assert item.tell_first
    assert item.first_because == (CANNOT_WAIT,)  # what was ticked is an answer too
    address, client = reverse("work_reading", args=[response.pk]), staff(newcomer)
    page = client.get(address)
    assert "Your name first" in page.text
    assert WORDS not in page.text
    with pytest.raises(NotForYou):
        open_to_read(response, by=newcomer, now=MONDAY)
    assert "response.read" not in actions(response)
    tell = reverse("work_tell_first", args=[response.pk])
    assert client.post(tell, {}).status_code == 422
    assert client.post(tell, {"told": "yes"}).url == address
    assert WORDS in client.get(address).text
    assert actions(response)[-2:] == ["response.later_reader", "response.read"]
    assert not untold_for(newcomer).exists()


def test_marking_as_read_or_raising_a_worry_is_no_way_round(
    people: People, child: Child, newcomer: User, monday: object
) -> None:
    response = child.sends(WORDS)
    all_gone(people, newcomer)
    for name, data in (("work_mark_read", {}), ("work_concern", {"about": "x", "once": "y"}), ("work_checked", {})):
        got = staff(newcomer).post(reverse(name, args=[response.pk]), data)
        assert WORDS not in got.content.decode(), name
    assert not response.readings.exists()
    assert "response.read" not in actions(response)


def test_whom_they_could_not_reach_stays_on_the_list_until_told(
    people: People, child: Child, newcomer: User, monday: object
) -> None:
    response = child.sends(WORDS)
    all_gone(people, newcomer)
    client = staff(newcomer)
    client.post(reverse("work_tell_first", args=[response.pk]), {"told": "no"})
    assert WORDS in client.get(reverse("work_reading", args=[response.pk])).text
    User.objects.filter(pk=people.worker.pk).update(is_active=True)
    later = LaterReader.objects.get()
    for user in (newcomer, people.worker):
        assert list(untold_for(user)) == [later]
        assert "does not know yet" in staff(user).get(reverse("work_queue")).text
        assert "To be told who reads" in [line.title for line in waiting_for(user, MONDAY)]
    with pytest.raises(NotForYou):
        tell_since(later, by=people.outsider, now=MONDAY)
    client.post(reverse("work_told_since", args=[later.pk]))
    assert not untold_for(newcomer).exists()
    assert "does not know yet" not in client.get(reverse("work_queue")).text


def test_a_young_person_who_says_no_to_the_newcomer_is_heard(people: People, child: Child, newcomer: User) -> None:
    response = child.sends(WORDS)
    all_gone(people, newcomer)
    second = UserFactory(roles=[Role.SAFEGUARDING_LEAD])
    come_later(response, by=newcomer, told=True, now=MONDAY)
    say_not_them(child.ticket, users=[newcomer], now=MONDAY)
    assert queue_for(newcomer, now=MONDAY) == []
    with pytest.raises(NotForYou):
        open_to_read(response, by=newcomer, now=MONDAY)
    assert [item.tell_first for item in queue_for(second, now=MONDAY)] == [True]


def test_before_the_name_nothing_that_was_ticked_asked_or_written_is_seen(
    people: People, newcomer: User, monday: object
) -> None:
    child = make_child(worker=people.worker, chair=people.chair, language="ti")
    response = child.sends(WORDS, options={"Q13-home": ("not",)}, language="ti")
    ChangeRequest(response=response, kind="take_back", asked_at=MONDAY).save()
    all_gone(people, newcomer)
    for address in (reverse("work_queue"), reverse("work_reading", args=[response.pk])):
        page = staff(newcomer).get(address).text
        for told in ("Tigrinya", "take it back", "feel safe", WORDS):
            assert told not in page, (address, told)
    assert "Cannot wait" in staff(newcomer).get(reverse("work_queue")).text


def test_what_was_forgotten_opens_to_nobody_and_names_nobody(people: People, child: Child, newcomer: User) -> None:
    response = child.sends(WORDS, options={"Q13-home": ("not",)})
    all_gone(people, newcomer)
    come_later(response, by=newcomer, told=False, now=MONDAY)
    record_copied(response, by=newcomer, now=MONDAY)
    Response.objects.update(words_until=MONDAY.date())
    forget_old_words(now=MONDAY + DAY)
    response.refresh_from_db()
    assert response.words_gone_at
    assert not LaterReader.objects.exists()
    second = UserFactory(roles=[Role.READER])
    put_on_rota(second, days=30)
    for user in (newcomer, second):
        assert access_to(response, user=user, now=MONDAY + DAY) == Access.NONE


def test_the_lead_sees_who_is_still_to_be_told_when_the_reader_has_gone(
    people: People, child: Child, newcomer: User
) -> None:
    response = child.sends(WORDS)
    all_gone(people, newcomer)
    later = come_later(response, by=newcomer, told=False, now=MONDAY)
    lead = UserFactory(roles=[Role.SAFEGUARDING_LEAD])
    assert list(untold_for(lead)) == [later]
    tell_since(later, by=lead, now=MONDAY)
    tell_since(later, by=lead, now=MONDAY + DAY)  # pressed twice
    later.refresh_from_db()
    assert later.told_at == MONDAY
    assert actions(response).count("response.later_reader_told") == 1


def test_a_card_without_a_name_has_no_not_them_that_could_mark_its_answer(people: People, monday: object) -> None:
    ticket = make_child(named=False).ticket
    child_client(ticket).post("/me/say/consultation/who/", {"not_them": str(people.reader.pk)})
    assert not NotThem.objects.exists()
    named = make_child(worker=people.worker).ticket
    child_client(named).post("/me/say/before/who/", {"not_them": str(people.reader.pk)})
    assert NotThem.objects.filter(ticket=named).count() == 1


def test_asking_to_talk_names_those_who_hear_it_and_not_the_chair(people: People, child: Child, monday: object) -> None:
    page = child_client(child.ticket).get("/me/talk/").text
    for who in (people.worker, people.reader, people.lead):
        assert f"<b>{who.first_name}</b>" in page
    assert f"<b>{people.chair.first_name}</b>" not in page


def test_answers_from_before_the_names_were_kept_stay_with_those_the_rule_named(people: People, child: Child) -> None:
    response, refused = child.sends(WORDS), UserFactory(roles=[Role.READER])
    put_on_rota(refused, days=9)
    say_not_them(child.ticket, users=[refused], now=MONDAY)
    Response.objects.update(readers_named=[])
    import_module("participation.listening.migrations.0005_named_by_the_rule_before").name_them(apps, None)
    response.refresh_from_db()
    wanted = [people.worker, people.chair, people.reader, people.lead]
    assert response.readers_named == sorted(str(user.pk) for user in wanted)
