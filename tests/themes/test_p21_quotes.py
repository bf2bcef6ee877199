"""P21: no quote without the child's yes, two people, twenty answers and five children; every gate, one by one."""

import secrets
from collections.abc import Callable

import pytest
from django.db import IntegrityError, transaction

from participation.listening.domain.holds import hold_for
from participation.listening.enums import Route, Source, Urgency
from surveys.releases.disclosure.parameters import PROMISED
from surveys.responses.domain.changing import ask_to_change
from surveys.responses.domain.retention import forget_old_words, record_copied
from surveys.responses.models import Answer, Response
from surveys.themes import registry
from surveys.themes.domain import quotes as gates
from surveys.themes.domain.quotes import MOST_QUOTES, POOL, Quoted, quotes_for_release, words_that_stand
from surveys.themes.domain.quoting import Check, NotQuotable, SamePerson, check, propose, withdraw
from surveys.themes.domain.walls import NotForYou
from surveys.themes.models import QuoteCandidate
from tests.factories.listening import raise_alert
from tests.factories.meetings import DAY, MONDAY
from tests.factories.themes import Desk, quote_from, says, text_of

SECRET = b"\x05" * 32


def pool(desk: Desk, size: int = POOL) -> list[QuoteCandidate]:
    one, two, _ = desk.writers
    return [
        quote_from(says(), first=one, second=two, wording=f"I want people to listen, {'really ' * number}please.")
        for number in range(size)
    ]


def told(quotes: list[QuoteCandidate], *, n: int = 20, secret: bytes = SECRET, **options: object) -> list[str]:
    ids = [quote.answer.response_id for quote in quotes]
    return [each.words for each in quotes_for_release(ids, n=n, secret=secret, rules=PROMISED, **options)]


def test_p21_with_every_gate_open_there_are_quotes(desk):
    quotes = pool(desk)
    assert len(told(quotes)) == MOST_QUOTES
    assert set(told(quotes)) <= {quote.wording.open() for quote in quotes}


def test_p21_nineteen_answers_tell_no_quote(desk):
    assert told(pool(desk), n=19) == []


def test_p21_four_children_tell_no_quote(desk):
    assert told(pool(desk, POOL - 1)) == []


def test_p21_five_quotes_of_four_children_tell_none(desk):
    quotes = pool(desk)
    key = Response.objects.get(pk=quotes[0].answer.response_id).counting_key
    Response.objects.filter(pk=quotes[1].answer.response_id).update(counting_key=key)
    assert told(quotes) == []


def _response(**fields: object) -> Callable[[QuoteCandidate, Desk], object]:
    return lambda quote, desk: Response.objects.filter(pk=quote.answer.response_id).update(**fields)


def _answer(**fields: object) -> Callable[[QuoteCandidate, Desk], object]:
    return lambda quote, desk: Answer.objects.filter(pk=quote.answer_id).update(**fields)


def _raises_an_alert(quote: QuoteCandidate, desk: Desk) -> None:
    response = Response.objects.get(pk=quote.answer.response_id)
    raise_alert(
        source=Source.CARD,
        urgency=Urgency.TALK,
        route=Route.WORKER,
        ticket=response.ticket,
        once=quote.pk.hex,
        now=MONDAY,
    )


def _words_gone(quote: QuoteCandidate, desk: Desk) -> None:
    record_copied(Response.objects.get(pk=quote.answer.response_id), by=None, now=MONDAY)
    Response.objects.filter(pk=quote.answer.response_id).update(words_until=(MONDAY - DAY).date())
    forget_old_words(now=MONDAY)


GATES: dict[str, Callable[[QuoteCandidate, Desk], object]] = {
    "no yes for this answer": _answer(may_quote=False),
    "no yes to using words": _response(may_use_words=False),
    "no yes to report writers": _response(writers_may_read=False),
    "not for my parents": _answer(hide_from_parents=True),
    "an alert is open": _raises_an_alert,
    "held": _response(on_hold=True),
    "asked back": lambda quote, desk: ask_to_change(
        Response.objects.get(pk=quote.answer.response_id), kind="take_back", words="", now=MONDAY
    ),
    "taken out": lambda quote, desk: withdraw(quote, why="child", by=desk.writers[2], now=MONDAY),
    "words gone": _words_gone,
}


@pytest.mark.parametrize("gate", GATES)
def test_p21_each_gate_by_itself_takes_the_quote_out(desk, gate):
    quotes = pool(desk, POOL + 1)
    gone, rest = quotes[0], quotes[1:]
    words = gone.wording.open()
    assert len(told(quotes)) == MOST_QUOTES
    GATES[gate](gone, desk)
    seen = {words for number in range(20) for words in told(quotes, secret=bytes([number]) * 32)}
    assert words not in seen
    assert len(seen) == len(rest)
    GATES[gate](rest[0], desk)  # one more, and fewer than five are left
    assert told(quotes) == []


def test_p21_a_live_police_matter_takes_the_quote_out(desk, monkeypatch):
    quotes = pool(desk)
    blocked = quotes[0].answer.response_id
    monkeypatch.setattr(registry, "_off_limits", [lambda ids: [each for each in ids if each == blocked]])
    assert told(quotes) == []


NEGATIVE = {
    "an alert": ("child_lets_us", GATES["held"]),
    "asked back": ("is_open_to_writers", GATES["asked back"]),
    "no yes": ("child_lets_us", GATES["no yes for this answer"]),
}


@pytest.mark.parametrize("name", NEGATIVE)
def test_p21_without_the_gate_the_quote_would_be_told(desk, monkeypatch, name):
    """Negative control: the test above is red when the gate is taken away."""
    function, close = NEGATIVE[name]
    quotes = pool(desk)
    close(quotes[0], desk)
    assert told(quotes) == []
    monkeypatch.setattr(gates, function, lambda asked: True)
    assert told(quotes) != []


def test_p21_what_is_for_the_chair_only_is_never_told(desk, monkeypatch):
    quotes = pool(desk)
    monkeypatch.setattr(gates, "is_chair_only", lambda answer: answer.pk == quotes[0].answer_id)
    assert told(quotes) == []


def test_p21_one_child_is_quoted_once_in_a_release(desk):
    quotes = pool(desk, POOL + 1)
    key = Response.objects.get(pk=quotes[0].answer.response_id).counting_key
    Response.objects.filter(pk=quotes[1].answer.response_id).update(counting_key=key)
    both = {quotes[0].wording.open(), quotes[1].wording.open()}
    for number in range(40):
        assert len(both & set(told(quotes, secret=bytes([number]) * 32))) <= 1
    quoted = Quoted()
    first = told(quotes, quoted=quoted)
    second = told(quotes, quoted=quoted)
    assert not set(first) & set(second)
    assert len(first) + len(second) == POOL


@pytest.mark.parametrize("second", ["Please listen to us.", "  please LISTEN to us "])
def test_p21_words_that_two_young_people_chose_stand_once_and_nothing_tells_that_two_did(desk, second):
    """Over every draw: whoever of the two is drawn, the words are there once, on one sheet or on two."""
    one, two, _ = desk.writers
    same = [quote_from(says(), first=one, second=two, wording=words) for words in ("Please listen to us.", second)]
    quotes = [*pool(desk, POOL - 2), *same]
    for number in range(20):
        quoted, secret = Quoted(), bytes([number]) * 32
        both_sheets = told(quotes, secret=secret, quoted=quoted) + told(quotes, secret=secret, quoted=quoted)
        alike = [words for words in both_sheets if "listen to us" in words.lower()]
        assert len(alike) <= 1, both_sheets
        assert len(both_sheets) == POOL - 1


def test_p21_order_and_choice_come_from_the_secret_of_the_release(desk):
    quotes = pool(desk, 6)
    orders = {tuple(told(quotes, secret=secrets.token_bytes(32))) for _ in range(40)}
    assert len(orders) > 10
    assert told(quotes) == told(quotes)
    assert {words for order in orders for words in order} == {quote.wording.open() for quote in quotes}


def test_p21_nothing_but_words_travels(desk):
    ids = [quote.answer.response_id for quote in pool(desk)]
    ready = quotes_for_release(ids, n=20, secret=SECRET, rules=PROMISED)
    assert all(each.__slots__ == ("words", "reworded") for each in ready)


def test_p21_only_what_belongs_to_the_release_is_told(desk):
    quotes = pool(desk)
    assert told(quotes[:-1]) == []


def test_p21_the_second_person_is_another_person(desk):
    one, two, _ = desk.writers
    quote = quote_from(says(), first=one, second=None)
    with pytest.raises(SamePerson):
        check(quote, Check(passes=True, no_harm=True), by=one, now=MONDAY)
    assert check(quote, Check(passes=True, no_harm=True), by=two, now=MONDAY).state == "passed"


@pytest.mark.parametrize(
    "fields",
    [
        {"checked_by": "first", "harm_checked": True, "state": "passed"},
        {"checked_by": None, "harm_checked": True, "state": "passed"},
        {"checked_by": "second", "harm_checked": False, "state": "passed"},
        {"checked_by": "second", "harm_checked": True, "state": "passed", "child_said": "no"},
    ],
)
def test_p21_the_database_refuses_what_two_people_did_not_do(desk, fields):
    one, two, _ = desk.writers
    quote = quote_from(says(), first=one, second=None)
    fields = {**fields, "checked_by": {"first": one, "second": two}.get(fields["checked_by"])}
    with pytest.raises(IntegrityError), transaction.atomic():
        QuoteCandidate.objects.filter(pk=quote.pk).update(**fields)


def test_p21_harm_has_to_be_thought_of_and_a_childs_no_stands(desk):
    one, two, _ = desk.writers
    careless = quote_from(says(), first=one, second=None)
    assert check(careless, Check(passes=True), by=two, now=MONDAY).state == "sent_back"
    asked = quote_from(says(), first=one, second=None)
    found = Check(passes=True, no_harm=True, child_said="no")
    assert check(asked, found, by=two, now=MONDAY).state == "sent_back"


def test_p21_nobody_proposes_what_they_may_not_open_or_the_child_did_not_allow(desk):
    one, _, _ = desk.writers
    for response in (says(may_quote=False), says(use_words=False), says(hide=True)):
        with pytest.raises(NotQuotable):
            propose(text_of(response), wording="Words.", by=one, now=MONDAY)
    for response, by in ((says(writers=False), one), (says(), desk.maker)):
        with pytest.raises(NotForYou):
            propose(text_of(response), wording="Words.", by=by, now=MONDAY)


def test_p21_an_answer_with_an_open_alert_is_never_proposed_and_never_passed(desk):
    one, two, _ = desk.writers
    response = says()
    quote = quote_from(response, first=one, second=None)
    alert = raise_alert(
        source=Source.CARD, urgency=Urgency.TALK, route=Route.WORKER, ticket=response.ticket, once="x", now=MONDAY
    )
    hold_for(alert, now=MONDAY)
    with pytest.raises(NotQuotable):
        check(quote, Check(passes=True, no_harm=True), by=two, now=MONDAY)
    with pytest.raises(NotQuotable):
        propose(text_of(response), wording="Words.", by=one, now=MONDAY)


def test_p21_taken_out_words_are_not_proposed_again(desk):
    one, two, _ = desk.writers
    response = says()
    withdraw(quote_from(response, first=one, second=two), why="child", by=two, now=MONDAY)
    with pytest.raises(NotQuotable):
        propose(text_of(response), wording="Words.", by=one, now=MONDAY)


def test_changed_words_are_called_changed(desk):
    one, _, _ = desk.writers
    same = propose(text_of(says("As it is.")), wording=" As it  is.", by=one, now=MONDAY)
    other = propose(text_of(says("At my nan's.")), wording="At home.", by=one, now=MONDAY)
    assert (same.reworded, other.reworded) == (False, True)


def test_p21_what_stands_is_asked_again_at_the_last_moment(desk):
    quotes = pool(desk)
    ids = [quote.answer.response_id for quote in quotes]
    assert set(told(quotes)) <= words_that_stand(ids)
    withdraw(quotes[0], why="worry", by=desk.writers[0], now=MONDAY)
    assert words_that_stand(ids) == frozenset()
