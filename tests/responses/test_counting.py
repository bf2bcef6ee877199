import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from surveys.responses.domain.changing import ask_to_change
from surveys.responses.domain.counting import CountingRow, rows_to_count
from surveys.responses.domain.sending import SendingChoices
from surveys.responses.models import Response
from tests.factories.responses import a_ticket, a_version, sent, ticks, words

pytestmark = pytest.mark.django_db


def rows(**options):
    later = timezone.now() + dt.timedelta(days=1)
    return list(rows_to_count(forms=["before", "after"], sent_before=options.pop("before", later), **options))


def test_row_holds_ticks_and_no_words_no_ticket_no_name():
    version = a_version()
    several = version.schema.part("Q17").option_ids[:2]
    response = sent(
        a_ticket(version=version),
        answers={"Q09": words("canary"), "Q19": ticks("yes"), "Q17": ticks(*several)},
    )
    (row,) = rows()
    assert set(CountingRow.__slots__) == {
        "response_id",
        "record_key",
        "form",
        "band",
        "setting",
        "characteristics",
        "parts",
    }
    assert row.parts == {"Q19": ("yes",), "Q17": several}
    assert "canary" not in repr(row)
    assert response.respondent_key not in repr(row)


def test_skipped_and_declined_parts_are_simply_absent():
    from surveys.responses.domain.answers import DECLINED, SKIPPED

    sent(answers={"Q19": DECLINED, "Q17": SKIPPED})
    assert rows()[0].parts == {}


def test_one_child_has_the_same_record_key_over_cards_and_another_child_another():
    key = "a" * 32
    sent(a_ticket(respondent_key=key))
    sent(a_ticket(respondent_key=key))
    sent(a_ticket())
    keys = [row.record_key for row in rows()]
    assert len(keys) == 3
    assert len(set(keys)) == 2
    assert key not in keys


def test_not_counted_where_the_child_said_no_asked_it_back_or_sent_too_late():
    sent(choices=SendingChoices(ok_to_count=False))
    ask_to_change(sent(), kind="take_back", words="", now=timezone.now())
    counted = sent()
    assert [row.response_id for row in rows()] == [counted.pk]
    assert rows(before=timezone.now() - dt.timedelta(hours=1)) == []


def test_what_an_earlier_release_counted_is_left_out():
    first, second = sent(), sent()
    assert [row.response_id for row in rows(already=(first.pk,))] == [second.pk]
    assert [row.response_id for row in rows(already=Response.objects.filter(pk=second.pk).values("pk"))] == [first.pk]


def test_equality_answers_are_characteristics_and_not_parts():
    from tests.factories.questionnaires import published

    version = published(asked=("Q09", "Q11", "Q16", "Q17", "Q18", "Q19", "Q28", "equality"), length="long")
    part = version.schema.part("E-gender")
    sent(a_ticket(version=version), answers={part.id: ticks(part.option_ids[0])})
    (row,) = rows()
    assert row.characteristics == {part.id.removeprefix("E-"): part.option_ids[0]}
    assert row.parts == {}


def test_counting_costs_the_same_queries_for_one_and_for_thirty():
    sent()
    with CaptureQueriesContext(connection) as one:
        rows()
    for _ in range(29):
        sent()
    with CaptureQueriesContext(connection) as thirty:
        assert len(rows()) == 30
    assert len(one) == len(thirty) == 3


def test_counting_needs_no_key(monkeypatch):
    sent()

    def no_key(*args, **kwargs):
        raise AssertionError("a key was asked for")

    monkeypatch.setattr("core.sealing.key_ring", no_key)
    assert rows()
