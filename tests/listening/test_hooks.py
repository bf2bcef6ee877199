"""What listening gives to the asking rooms: the gate, who reads, what happens next, "not them"."""

import datetime as dt

import pytest

from accounts.models import Role
from core.working_days import LONDON
from participation.listening.domain import hooks, rota
from participation.listening.domain.signals import SIGNALS
from participation.listening.models import NotThem, ReaderDuty
from surveys.questionnaires.starter import all_wordings
from surveys.responses import registry
from surveys.responses.domain.sending import Closed
from tests.factories.accounts import UserFactory
from tests.factories.listening import ADULT, DAY, HOME, MONDAY, make_child, put_on_rota
from tests.listening.conftest import People


@pytest.mark.parametrize("named", [True, False])
def test_no_questions_with_words_open_without_a_reader_on_the_rota(people: People, named: bool) -> None:
    child = make_child(worker=people.worker, named=named)
    assert registry.why_shut(child.version, ticket=child.ticket, now=MONDAY) is None
    ReaderDuty.objects.all().delete()
    reason = registry.why_shut(child.version, ticket=child.ticket, now=MONDAY)
    assert reason is not None
    assert "Nobody can read your words just now" in reason
    with pytest.raises(Closed):
        child.sends("x")


def test_questions_without_boxes_for_words_open_all_the_same(people: People) -> None:
    ReaderDuty.objects.all().delete()
    child = make_child(worker=people.worker, questions=(HOME, ADULT))
    assert registry.why_shut(child.version, ticket=child.ticket, now=MONDAY) is None


def test_a_weekend_counts_on_the_reader_of_the_next_working_day(people: People) -> None:
    saturday = MONDAY - 2 * DAY
    assert rota.has_reader(saturday.date())
    assert not rota.has_reader((MONDAY - 3 * DAY).date())


def test_a_person_who_left_or_lost_the_role_is_no_reader(people: People) -> None:
    people.reader.role_grants.all().delete()
    assert not rota.has_reader(MONDAY.date())
    put_on_rota(people.off_duty)
    assert rota.has_reader(MONDAY.date())
    people.off_duty.is_active = False
    people.off_duty.save()
    assert not rota.has_reader(MONDAY.date())


def test_gaps_are_working_days_of_the_next_two_weeks_only(people: People) -> None:
    ReaderDuty.objects.all().delete()
    gaps = rota.find_gaps(now=dt.datetime(2026, 12, 21, 9, tzinfo=LONDON))
    assert dt.date(2026, 12, 25) not in gaps
    assert dt.date(2026, 12, 26) not in gaps
    assert gaps[0] == dt.date(2026, 12, 21)
    assert gaps[-1] == dt.date(2026, 12, 31)


def test_cover_reads_after_the_main_reader(people: People) -> None:
    put_on_rota(people.off_duty, cover=True)
    assert rota.on_duty(now=MONDAY) == [people.reader, people.off_duty]


@pytest.mark.usefixtures("monday")
def test_everyone_who_may_read_stands_in_the_text_before(people: People) -> None:
    child = make_child(worker=people.worker, chair=people.chair)
    assert {person.name for person in registry.who_reads(child.ticket)} >= {"Sam", "Jo", "Priya", "Ade"}


@pytest.mark.usefixtures("monday")
def test_not_them_is_taken_from_the_list_and_only_from_the_list(people: People) -> None:
    child = make_child(worker=people.worker, chair=people.chair)
    hooks.not_them(child.ticket, str(people.worker.pk), MONDAY)
    hooks.not_them(child.ticket, str(people.outsider.pk), MONDAY)
    hooks.not_them(child.ticket, "nonsense", MONDAY)
    assert [no.user for no in NotThem.objects.all()] == [people.worker]
    assert "Sam" not in {person.name for person in registry.who_reads(child.ticket)}


def test_what_happens_next_names_the_real_day(people: People) -> None:
    child = make_child(worker=people.worker, meeting_at=MONDAY + 5 * DAY)
    assert list(hooks.next_steps(child.ticket, MONDAY)) == []
    child.sends("x")
    (step,) = hooks.next_steps(child.ticket, MONDAY)
    assert step.text == "Sam reads your words by Tuesday 24 November, 10 am."


def test_a_late_answer_says_straight_away(people: People) -> None:
    child = make_child(worker=people.worker, meeting_at=MONDAY + dt.timedelta(hours=1))
    child.sends("x")
    (step,) = hooks.next_steps(child.ticket, MONDAY)
    assert step.text == "Sam is told straight away."


def test_the_ticks_that_come_first_exist_in_the_questions_we_ship() -> None:
    shipped: dict[str, set[str]] = {}
    for wording in all_wordings.WORDINGS:
        for part in wording.question.parts:
            shipped.setdefault(part.id, set()).update(part.option_ids)
    for part_id, options in SIGNALS.items():
        assert set(options) <= shipped[part_id]


def test_a_role_that_may_not_read_cannot_be_put_on_the_rota(people: People) -> None:
    champion = UserFactory(roles=[Role.CHAMPION])
    with pytest.raises(rota.CannotRead):
        rota.add_duty(champion, starts_on=MONDAY.date(), ends_on=MONDAY.date(), by=people.lead, now=MONDAY)


def test_young_people_read_first_names_and_never_a_surname(people: People) -> None:
    people.reader.last_name = "Okonkwo"
    people.reader.save()
    child = make_child(worker=people.worker)
    named = {person.name for person in registry.who_reads(child.ticket)}
    assert people.reader.first_name in named
    assert not [name for name in named if "Okonkwo" in name]
