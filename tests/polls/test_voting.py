"""Counters only: nothing lost, nothing twice, no row for a person, whoever presses at once."""

import threading

import pytest
from django.apps import apps
from django.db import close_old_connections, connection
from django.utils import timezone

from surveys.polls.domain.counting import cells_of
from surveys.polls.domain.voting import Shut
from surveys.polls.enums import Split
from surveys.polls.models import UNSAID, Counter, Poll
from tests.factories.polls import answer, closed, opened

NOW = timezone.now()


def counts(poll: Poll) -> dict[tuple[str, str, str], int]:
    return {(row.question, row.category, row.option): row.count for row in Counter.objects.filter(poll=poll)}


@pytest.mark.django_db
def test_every_ballot_counts_once_for_every_question():
    poll = opened(now=NOW, split=Split.SEND_NEED)
    answer(poll, now=NOW, category="yes", q1="o2")
    found = counts(poll)
    assert found["q1", "yes", "o2"] == found["q2", "yes", UNSAID] == 1
    assert sum(found.values()) == 2


@pytest.mark.django_db
@pytest.mark.parametrize("forged", ["", "o9", "unsaid", "q1", "🙂", "x" * 5_000])
def test_a_forged_choice_or_group_is_did_not_say(forged):
    poll = opened(now=NOW, split=Split.GENDER)
    answer(poll, now=NOW, category=forged, q1=forged, q9="o1")
    assert counts(poll)["q1", UNSAID, UNSAID] == 1


@pytest.mark.django_db
def test_a_closed_poll_counts_nothing():
    poll = closed(opened(now=NOW), now=NOW)
    with pytest.raises(Shut):
        answer(poll, now=NOW, q1="o1")
    assert sum(counts(poll).values()) == 0


@pytest.mark.django_db
def test_p11_the_same_ballots_have_the_same_mark_and_others_another():
    """All who chose the first answer are boys: the cell of everyone and the cell of boys name the same ballots."""
    poll = opened(now=NOW, split=Split.GENDER)
    for _ in range(3):
        answer(poll, now=NOW, category="boy-man", q1="o1", q2="o1")
    answer(poll, now=NOW, category="girl-woman", q1="o2", q2="o1")
    first, second = cells_of(poll)
    boys, girls = 1, 0
    assert first.marks[boys][0] == second.marks[boys][0]
    assert sum(line[0] for line in first.marks) == first.marks[boys][0]
    assert first.marks[girls][1] != first.marks[boys][0]


def test_there_is_no_field_that_could_hold_a_person():
    names = {field.name for model in apps.get_app_config("polls").get_models() for field in model._meta.get_fields()}
    allowed = {"made_by"}  # the worker who made the poll
    assert not names & {"session", "device", "address", "respondent_key", "ticket", "voted_at", "user"} - allowed


@pytest.mark.django_db(transaction=True)
def test_twenty_people_at_once_and_no_count_is_lost():
    poll = opened(now=NOW, split=Split.SEND_NEED)
    broken: list[BaseException] = []
    start = threading.Barrier(20)

    def presses(number: int) -> None:
        try:
            start.wait(timeout=30)
            for _ in range(3):
                answer(poll, now=NOW, category="yes" if number % 2 else "no", q1=f"o{number % 3 + 1}", q2="o1")
        except BaseException as fault:
            broken.append(fault)
        finally:
            close_old_connections()
            connection.close()

    threads = [threading.Thread(target=presses, args=(number,)) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert broken == []
    found = counts(poll)
    assert sum(count for (question, _, _), count in found.items() if question == "q1") == 60
    assert found["q2", "yes", "o1"] == found["q2", "no", "o1"] == 30
