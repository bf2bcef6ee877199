"""The controls of the races (R-4): with the lock taken out each of these goes wrong, whatever the machine is doing.

The same functions are tested with their locks in tests/promises/test_races.py and tests/responses/test_races.py.
"""

import datetime as dt
from collections.abc import Callable

import pytest
from django.utils import timezone
from wagtail.models import Revision

from accounts.models import Role, User
from participation.listening.domain import assignments
from participation.listening.domain.assignments import assign_listeners
from participation.listening.models import Listener
from surveys.questionnaires.domain import publishing
from surveys.questionnaires.domain.publishing import publish_revision
from surveys.questionnaires.models import Questionnaire, QuestionnaireVersion
from surveys.responses.domain import sending, sittings
from surveys.responses.domain.sending import send_response
from surveys.responses.domain.sittings import MOST_AT_ONCE, open_sitting
from surveys.responses.models import Response, Sitting
from tests.factories.accounts import UserFactory
from tests.factories.questionnaires import QuestionnaireFactory
from tests.factories.responses import a_ticket
from tests.promises.test_races import at_once, someone_reads
from tests.unlocked import all_look_first, without_the_lock

pytestmark = pytest.mark.django_db(transaction=True)


def test_without_the_lock_visits_opened_at_once_leave_more_than_three(monkeypatch: pytest.MonkeyPatch) -> None:
    ticket, crowd = a_ticket(), MOST_AT_ONCE + 2
    unlocked = without_the_lock(monkeypatch, open_sitting)
    all_look_first(monkeypatch, sittings, "_unended", count=crowd)
    results = at_once(*[lambda: unlocked(ticket, now=timezone.now())] * crowd)
    assert all(isinstance(each, Sitting) for each in results), results
    assert Sitting.objects.filter(ended_at=None).count() == crowd


def test_without_the_lock_only_the_store_stands_between_two_sends_and_one_of_them_hears_a_fault(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One response is stored all the same (the unique constraint), but the second press is not told that it is."""
    someone_reads()
    ticket = a_ticket()
    unlocked = without_the_lock(monkeypatch, send_response)
    all_look_first(monkeypatch, sending, "sent_response", count=2)

    def press(key: str) -> Callable[[], object]:
        return lambda: unlocked(ticket, form="before", answers={}, idempotency_key=key, now=timezone.now())

    results = at_once(press("one"), press("two"))
    assert sorted(type(each).__name__ for each in results) == ["IntegrityError", "Response"], results
    assert Response.objects.count() == 1


def test_without_the_lock_two_who_name_a_worker_at_once_leave_the_names_of_both(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ticket, workers = a_ticket(), [UserFactory(), UserFactory()]
    unlocked = without_the_lock(monkeypatch, assign_listeners)
    all_look_first(monkeypatch, assignments, "last_reading_time", count=2)

    def assign(worker: User) -> Callable[[], object]:
        now = timezone.now()
        return lambda: unlocked(ticket, worker=worker, chair=None, meeting_at=now + dt.timedelta(days=6), now=now)

    results = at_once(*map(assign, workers))
    assert [each for each in results if isinstance(each, Exception)] == []
    named = Listener.objects.filter(ticket=ticket).values_list("user_id", flat=True)
    assert sorted(named) == sorted(each.pk for each in workers)


def test_without_the_lock_two_who_publish_at_once_take_the_same_number(monkeypatch: pytest.MonkeyPatch) -> None:
    """The store refuses the second: whoever pressed hears of a fault. By Wagtail's own button, where both revisions
    are saved already: in `publish` the save of the revision makes PostgreSQL wait as well.
    """
    administrator, questionnaire = UserFactory(roles=[Role.ADMINISTRATOR]), QuestionnaireFactory()
    revisions = [questionnaire.save_revision(user=administrator) for _ in range(2)]
    unlocked = without_the_lock(monkeypatch, publish_revision)
    all_look_first(monkeypatch, publishing, "hash_of", count=2)

    def press(revision: Revision) -> Callable[[], object]:
        return lambda: unlocked(Questionnaire.objects.get(pk=questionnaire.pk), revision, by=administrator)

    results = at_once(*map(press, revisions))
    assert sorted(type(each).__name__ for each in results) == ["IntegrityError", "NoneType"], results
    assert list(QuestionnaireVersion.objects.values_list("number", flat=True)) == [1]
