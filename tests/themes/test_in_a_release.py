"""From twenty-two young people's words to a frozen release: themes protected like figures, quotes as words only."""

import datetime as dt
import json

from surveys.releases.domain import freezing, making
from surveys.releases.domain.freezing import freeze_window
from surveys.releases.models import Release
from surveys.themes.domain.quoting import withdraw
from surveys.themes.models import QuoteCandidate
from tests.factories.themes import Desk, quote_from, says, text_of


def a_quarter(desk: Desk, *, sort: bool = True) -> list[QuoteCandidate]:
    """Twenty-two texts, each with a different theme or two; six of them quoted."""
    desk.themes()
    one, two, _ = desk.writers
    quotes = []
    for number in range(22):
        response = says()
        if sort:
            desk.codes(text_of(response), *((writer, (number % 3,)) for writer in (one, two)))
        if number < 6:
            quotes.append(
                quote_from(response, first=one, second=two, wording=f"Please listen, {'very ' * number}well.")
            )
    return quotes


def frozen(desk: Desk) -> Release:
    release = freeze_window(desk.window, now=desk.window.closes_at + dt.timedelta(days=8))
    assert isinstance(release, Release)
    return release


def test_themes_come_as_tables_and_quotes_as_words(desk):
    quotes = a_quarter(desk)
    sheet = frozen(desk).verified().sheet("before")
    assert {table.title for table in sheet.themes} <= {"Being listened to", "One worker who stays", "School"}
    for table in sheet.themes:
        assert table.n_shown == 20
        assert all(cell.count % 5 == 0 for cell in table.cells)
    words = {quote.wording.open() for quote in quotes}
    assert len(sheet.quotes) == 3
    assert {quote.words for quote in sheet.quotes} <= words
    stored = json.dumps(Release.objects.get().content)
    for quote in quotes:
        assert not [each for each in (quote.pk, quote.answer_id, quote.answer.response_id) if str(each) in stored]


def test_texts_that_were_not_sorted_in_time_leave_the_themes_out(desk):
    a_quarter(desk, sort=False)
    assert frozen(desk).verified().sheet("before").themes == ()


def test_p21_a_quote_that_falls_while_we_count_is_not_told(desk, monkeypatch):
    quotes, real = a_quarter(desk), making.make
    fallen: list[str] = []

    def make_then_lose_one(*args, **kwargs):
        made = real(*args, **kwargs)
        if not fallen:
            words = made.sheets[0].sheet.quotes[0].words
            quote = next(each for each in quotes if each.wording.open() == words)
            withdraw(quote, why="child", by=desk.writers[2], now=desk.window.closes_at)
            fallen.append(words)
        return made

    monkeypatch.setattr(freezing, "make", make_then_lose_one)
    told = {quote.words for quote in frozen(desk).verified().sheet("before").quotes}
    assert fallen
    assert fallen[0] not in told
    assert len(told) == 3
