"""When words go, quotes and who sorted what go with them; what was agreed stays as ids of themes (D5)."""

from surveys.responses.domain.retention import forget_old_words, record_copied
from surveys.themes.domain.counting import themes_of
from surveys.themes.models import AgreedThemes, Coding, QuoteCandidate
from tests.factories.meetings import DAY, MONDAY
from tests.factories.themes import quote_from, says, text_of


def test_words_go_and_what_was_made_of_them(desk):
    desk.themes()
    one, two, _ = desk.writers
    response = says()
    desk.codes(text_of(response), (one, (0,)), (two, (0,)))
    quote_from(response, first=one, second=two)
    record_copied(response, by=None, now=MONDAY)
    forget_old_words(now=MONDAY + 400 * DAY)
    assert not QuoteCandidate.objects.exists()
    assert not Coding.objects.exists()
    assert AgreedThemes.objects.count() == 1
    response.refresh_from_db()
    assert response.writers_named == []
    block = themes_of(desk.window.pk, "before", [response.pk])
    assert block.of[response.pk] == {block.themes[0].id}


def test_words_that_went_before_they_were_sorted_leave_the_block_out(desk):
    desk.themes()
    response = says()
    record_copied(response, by=None, now=MONDAY)
    forget_old_words(now=MONDAY + 400 * DAY)
    assert themes_of(desk.window.pk, "before", [response.pk]) is None
