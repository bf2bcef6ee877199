"""S7: everyone in the read log stands in the text the child was shown, report writers only if they agreed."""

import time_machine
from django.urls import reverse

from accounts.models import Role
from core.models import AuditEntry
from participation.listening.domain.assignments import assign_listeners
from participation.listening.domain.later_readers import come_later
from surveys.releases.disclosure.parameters import PROMISED
from surveys.responses.models import Response
from surveys.themes.domain.quotes import quotes_for_release
from tests.factories.accounts import UserFactory
from tests.factories.meetings import MONDAY
from tests.factories.responses import child_client, issued, question_url
from tests.factories.themes import quote_from, says
from tests.promises.world import signed_in

WHO, CHECK = "/me/say/before/who/", "/me/say/before/check/"


def a_child(desk):
    ticket = issued(now=MONDAY).ticket
    client = child_client(ticket, now=MONDAY)
    client.post("/me/say/before/")
    client.post(question_url(1), {"words-Q09": "I want people to listen."})
    return client


def test_everyone_who_opens_the_words_was_named_where_the_child_said_yes(desk):
    client = a_child(desk)
    who, check = client.get(WHO).text, client.get(CHECK).text
    assert "Only if you say yes at the end" in who
    for writer in desk.writers:
        assert writer.first_name in who
        assert writer.first_name in check
    client.post(CHECK, {"send": "yes", "key": "k" * 32, "count": "yes", "writers": "yes"})
    late = UserFactory(roles=[Role.REPORT_WRITER], first_name="Latecomer")
    desk.themes()
    for writer in (*desk.writers, late):
        signed_in(writer).get(reverse("work_theme_sort", args=[desk.window.pk, "before"]))
    opened = AuditEntry.objects.filter(action="words.opened_for_report").select_related("actor")
    assert {entry.actor for entry in opened} == set(desk.writers)
    assert all(entry.actor.first_name in check for entry in opened)


def test_a_report_writer_can_be_told_no_before_the_yes(desk):
    client = a_child(desk)
    refused = desk.writers[0]
    client.post(WHO, {"not_them": str(refused.pk)})
    assert f"{refused.first_name}<" not in client.get(CHECK).text
    client.post(CHECK, {"send": "yes", "key": "k" * 32, "count": "yes", "writers": "yes"})
    assert str(refused.pk) not in Response.objects.get().writers_named


def test_without_the_yes_no_report_writer_opens_anything(desk):
    client = a_child(desk)
    client.post(CHECK, {"send": "yes", "key": "k" * 32, "count": "yes"})
    desk.themes()
    for writer in desk.writers:
        signed_in(writer).get(reverse("work_theme_sort", args=[desk.window.pk, "before"]))
    assert not AuditEntry.objects.filter(action="words.opened_for_report").exists()


def test_a_change_of_mind_told_to_the_worker_counts_until_the_freeze(desk):
    one, two, _ = desk.writers
    responses = [says() for _ in range(5)]
    for response in responses:
        quote_from(response, first=one, second=two)
    ids = [response.pk for response in responses]
    assert quotes_for_release(ids, n=20, secret=b"s" * 32, rules=PROMISED)
    worker = UserFactory(roles=[Role.MEETING_WORKER])
    assign_listeners(responses[0].ticket, worker=worker, chair=None, meeting_at=None, now=MONDAY)
    come_later(responses[0], by=worker, told=True, now=MONDAY)
    stranger = signed_in(UserFactory(roles=[Role.MEETING_WORKER]))
    there = reverse("work_no_report", args=[responses[0].pk])
    assert stranger.post(there).status_code == 404
    assert "change their mind" in signed_in(worker).get(reverse("work_reading", args=[responses[0].pk])).text
    assert signed_in(worker).post(there).status_code == 302
    assert not quotes_for_release(ids, n=20, secret=b"s" * 32, rules=PROMISED)


def test_somebody_who_becomes_a_writer_later_is_named_to_the_next_child_only(desk):
    first = says()
    late = UserFactory(roles=[Role.REPORT_WRITER])
    with time_machine.travel(MONDAY, tick=False):
        second = says()
    assert str(late.pk) not in first.writers_named
    assert str(late.pk) in second.writers_named
