"""Two people at the same moment, on either database: one agreement, one verdict, one live quote."""

from collections.abc import Iterator

import pytest
import time_machine

from surveys.themes.domain.coding import Changed, code_text
from surveys.themes.domain.quoting import ChangedMeanwhile, Check, check, propose
from surveys.themes.models import AgreedThemes, Coding, QuoteCandidate
from tests.factories.meetings import MONDAY
from tests.factories.themes import Desk, a_desk, quote_from, says, text_of
from tests.promises.test_races import at_once

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def together(transactional_db: None) -> Iterator[Desk]:
    with time_machine.travel(MONDAY, tick=False):
        yield a_desk()


def test_two_second_looks_at_once_make_one_agreement(together):
    themes = together.themes()
    answer = text_of(says())
    one, two, three = together.writers
    together.codes(answer, (one, (0,)))
    chosen = [str(themes.themes.all()[0].pk)]

    def look(writer):
        return lambda: code_text(themes, answer, chosen=chosen, edition=themes.edition, by=writer, now=MONDAY)

    results = at_once(look(two), look(three))
    assert AgreedThemes.objects.get(answer=answer).themes == chosen
    assert sum(isinstance(result, Changed) for result in results) == 1
    assert Coding.objects.count() == 2


def test_two_verdicts_at_once_and_the_first_one_stands(together):
    one, two, three = together.writers
    quote = quote_from(says(), first=one, second=None)
    results = at_once(
        lambda: check(quote, Check(passes=True, no_harm=True), by=two, now=MONDAY),
        lambda: check(quote, Check(passes=False, reason="Too plain."), by=three, now=MONDAY),
    )
    assert sum(isinstance(result, ChangedMeanwhile) for result in results) == 1
    assert QuoteCandidate.objects.get().state in ("passed", "sent_back")


def test_two_proposals_from_one_text_at_once_make_one_quote(together):
    answer = text_of(says())
    one, two, _ = together.writers

    def proposal(writer):
        return lambda: propose(answer, wording="Please listen.", by=writer, now=MONDAY)

    results = at_once(proposal(one), proposal(two))
    assert sum(isinstance(result, ChangedMeanwhile) for result in results) == 1
    assert QuoteCandidate.objects.count() == 1
