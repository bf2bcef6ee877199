"""Two people, each alone, one text at a time; what is counted is what they agree on."""

import pytest
import time_machine

from accounts.models import Role
from core.models import AuditEntry
from participation.listening.domain.assignments import say_not_them
from surveys.responses.domain.changing import ask_to_change
from surveys.themes.domain.coding import (
    Changed,
    Frozen,
    Progress,
    code_text,
    next_difference,
    next_text,
    progress_of,
    undo_last,
)
from surveys.themes.domain.counting import UNSAID, themes_of
from surveys.themes.domain.making import ChangedMeanwhile, HasBegun, NewTheme, faults_of, save_themes, start_again
from surveys.themes.domain.walls import NotForYou, may_open, open_words
from surveys.themes.models import AgreedThemes, Coding
from tests.factories.accounts import UserFactory
from tests.factories.meetings import DAY, MONDAY
from tests.factories.releases import quarter_window
from tests.factories.themes import says, text_of


def test_the_young_persons_yes_opens_the_words_to_those_named_and_to_nobody_else(desk):
    answer = text_of(says())
    late = UserFactory(roles=[Role.REPORT_WRITER])  # got the role after the child was shown the names
    assert all(may_open(writer, answer) for writer in desk.writers)
    assert not may_open(late, answer)
    for role in Role.values:
        if role != Role.REPORT_WRITER:
            assert not may_open(UserFactory(roles=[role]), answer), role


def test_without_a_yes_nobody_opens_the_words(desk):
    answer = text_of(says(writers=False))
    assert not any(may_open(writer, answer) for writer in desk.writers)
    with pytest.raises(NotForYou):
        open_words(answer, by=desk.writers[0], why="themes", now=MONDAY)


def test_every_opening_is_in_the_read_log_by_somebody_the_child_was_shown(desk):
    response = says()
    open_words(text_of(response), by=desk.writers[0], why="themes", now=MONDAY)
    entry = AuditEntry.objects.get(action="words.opened_for_report")
    assert (entry.actor_id, entry.subject_id) == (desk.writers[0].pk, str(response.pk))
    assert str(entry.actor_id) in response.writers_named


def test_somebody_who_lost_the_role_opens_nothing(desk):
    answer = text_of(says())
    desk.writers[0].role_grants.all().delete()
    again = type(desk.writers[0]).objects.get(pk=desk.writers[0].pk)
    assert not may_open(again, answer)


def test_not_them_and_asked_back_close_the_words(desk):
    first, second = says(key="a" * 32), says(key="b" * 32)
    say_not_them(first.ticket, users=[desk.writers[0]], now=MONDAY)
    assert not may_open(desk.writers[0], text_of(first))
    assert may_open(desk.writers[1], text_of(first))
    ask_to_change(second, kind="take_back", words="", now=MONDAY)
    assert not may_open(desk.writers[1], text_of(second))


def test_a_text_comes_to_two_people_and_then_to_no_third(desk):
    themes = desk.themes()
    answer = text_of(says())
    one, two, three = desk.writers
    assert next_text(themes, by=one, now=MONDAY) == answer
    desk.codes(answer, (one, (0,)))
    assert next_text(themes, by=one, now=MONDAY) is None
    assert next_text(themes, by=two, now=MONDAY) == answer
    desk.codes(answer, (two, (0,)))
    assert next_text(themes, by=three, now=MONDAY) is None
    assert AgreedThemes.objects.get(answer=answer).themes == Coding.objects.get(coder=one).themes


def test_order_differs_from_person_to_person_and_is_the_same_each_time(desk):
    themes = desk.themes()
    for _ in range(12):
        says()
    one, two, _ = desk.writers
    first = next_text(themes, by=one, now=MONDAY)
    assert all(next_text(themes, by=one, now=MONDAY) == first for _ in range(3))
    orders = []
    for writer in (one, two):
        order = []
        while (answer := next_text(themes, by=writer, now=MONDAY)) is not None:
            desk.codes(answer, (writer, ()))
            order.append(answer.pk)
        orders.append(order)
    assert orders[0] != orders[1]
    assert set(orders[0]) == set(orders[1])


def test_words_that_go_soon_are_read_first(desk):
    themes = desk.themes()
    for _ in range(6):
        says()
    soon = says()
    type(soon).objects.filter(pk=soon.pk).update(words_until=(MONDAY + 5 * DAY).date())
    assert all(next_text(themes, by=writer, now=MONDAY).response_id == soon.pk for writer in desk.writers)


def test_where_two_differ_a_third_look_settles(desk):
    themes = desk.themes()
    answer = text_of(says())
    one, two, three = desk.writers
    desk.codes(answer, (one, (0, 1)), (two, (1, 2)))
    assert not AgreedThemes.objects.exists()
    assert next_difference(themes, by=three, now=MONDAY) == answer
    desk.codes(answer, (three, (0,)))
    names = {str(theme.pk): theme.place - 1 for theme in themes.themes.all()}
    assert {names[each] for each in AgreedThemes.objects.get().themes} == {0, 1}
    assert next_difference(themes, by=three, now=MONDAY) is None


def test_or_one_of_the_two_looks_again(desk):
    themes = desk.themes()
    answer = text_of(says())
    one, two, _ = desk.writers
    desk.codes(answer, (one, (0,)), (two, (1,)))
    assert next_difference(themes, by=one, now=MONDAY) == answer
    desk.codes(answer, (one, (1,)))
    assert AgreedThemes.objects.filter(answer=answer).exists()


def test_a_look_can_be_taken_back(desk):
    themes = desk.themes()
    answer = text_of(says())
    one, two, _ = desk.writers
    desk.codes(answer, (one, (0,)), (two, (0,)))
    assert undo_last(themes, answer, by=two, now=MONDAY)
    assert not AgreedThemes.objects.exists()
    assert next_text(themes, by=two, now=MONDAY) == answer
    assert not undo_last(themes, answer, by=two, now=MONDAY)


def test_stale_themes_settled_texts_and_forged_ids_change_nothing(desk):
    themes = desk.themes()
    answer = text_of(says())
    one, two, three = desk.writers
    with pytest.raises(Changed):
        code_text(themes, answer, chosen=[], edition=themes.edition + 1, by=one, now=MONDAY)
    code_text(themes, answer, chosen=["nothing", str(answer.pk)], edition=themes.edition, by=one, now=MONDAY)
    assert Coding.objects.get().themes == []
    desk.codes(answer, (two, ()))
    with pytest.raises(Changed):
        code_text(themes, answer, chosen=[], edition=themes.edition, by=three, now=MONDAY)


def test_after_the_freeze_nothing_is_sorted(desk):
    themes = desk.themes()
    answer = text_of(says())
    type(desk.window).objects.filter(pk=desk.window.pk).update(frozen_at=MONDAY)
    with pytest.raises(Frozen):
        code_text(themes, answer, chosen=[], edition=themes.edition, by=desk.writers[0], now=MONDAY)
    assert next_text(themes, by=desk.writers[0], now=MONDAY) is None


def test_an_earlier_window_that_waits_keeps_its_answers(desk):
    with time_machine.travel("2026-09-20", tick=False):
        quarter_window(2026, 3)
    assert desk.coding.sent_from is not None
    themes = desk.themes()
    response = says()
    type(response).objects.filter(pk=response.pk).update(sent_at=MONDAY - 90 * DAY)
    assert next_text(themes, by=desk.writers[0], now=MONDAY) is None


def test_progress_is_words_and_silent_under_ten(desk):
    themes = desk.themes()
    one, two, _ = desk.writers
    answers = [text_of(says()) for _ in range(9)]
    assert progress_of(themes, now=MONDAY) == Progress.FEW
    answers.append(text_of(says()))
    assert progress_of(themes, now=MONDAY) == Progress.NOT_BEGUN
    for number, answer in enumerate(answers):
        desk.codes(answer, (one, ()), (two, ()))
        wanted = Progress.DONE if number == 9 else Progress.OVER_HALF if number >= 5 else Progress.UNDER_HALF
        assert progress_of(themes, now=MONDAY) == wanted


def test_themes_are_eight_at_most_and_stand_once_people_sort(desk):
    with pytest.raises(ValueError, match="8"):
        desk.themes(*[f"Theme {number}" for number in range(9)])
    themes = desk.themes()
    with pytest.raises(ChangedMeanwhile):
        desk.themes()
    desk.codes(text_of(says()), (desk.writers[0], ()))
    new = [NewTheme("Food")]
    with pytest.raises(HasBegun):
        save_themes(desk.coding, new, edition=themes.edition, by=desk.maker, now=MONDAY)
    start_again(themes, by=desk.maker, now=MONDAY)
    themes.refresh_from_db()
    save_themes(desk.coding, new, edition=themes.edition, by=desk.maker, now=MONDAY)
    assert [theme.name for theme in themes.themes.all()] == ["Food"]


@pytest.mark.parametrize("name", ["Absconding", "Mrs Long was kind", "Ring 07700 900123", "Safeguarding"])
def test_names_of_themes_pass_the_word_checks(name):
    assert faults_of(name)


def test_plain_names_pass():
    assert not any(faults_of(name) for name in ("Being listened to", "One worker who stays", "School"))


def test_releases_get_ids_of_themes_and_unsaid_for_every_response(desk):
    desk.themes()
    one, two, _ = desk.writers
    coded, silent, private = says(), says(""), says(writers=False)
    desk.codes(text_of(coded), (one, (0, 2)), (two, (0, 2)))
    block = themes_of(desk.window.pk, "before", [each.pk for each in (coded, silent, private)])
    assert [theme.name for theme in block.themes] == ["Being listened to", "One worker who stays", "School"]
    assert block.of == {
        coded.pk: frozenset({block.themes[0].id, block.themes[2].id}),
        silent.pk: UNSAID,
        private.pk: UNSAID,
    }


def test_one_text_not_agreed_and_the_block_is_left_out(desk):
    desk.themes()
    one, two, _ = desk.writers
    done, open_ = says(), says()
    desk.codes(text_of(done), (one, ()), (two, ()))
    desk.codes(text_of(open_), (one, (0,)), (two, (1,)))
    assert themes_of(desk.window.pk, "before", [done.pk]) is not None
    assert themes_of(desk.window.pk, "before", [done.pk, open_.pk]) is None


def test_without_themes_there_is_no_block(desk):
    assert themes_of(desk.window.pk, "before", [says().pk]) is None
