"""Counts of what adults did: protected, linked, attacked by an enumerator that shares no code with them."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surveys.releases.disclosure import steps
from surveys.releases.disclosure.content import PublishedFigure
from surveys.releases.disclosure.parameters import PROMISED
from surveys.releases.disclosure.rounding import chance_rounded
from surveys.releases.disclosure.steps import NotSteps, Step, protect_steps

SIZES = st.integers(20, 130)


def counted(size: int, asked: int, sent: int, took: int, declined: int, unsafe: int) -> list[Step]:
    values = {"asked": asked, "sent": sent, "took_part": took, "declined": declined, "no_safe_way": unsafe}
    return [Step(name, name, count, size) for name, count in values.items()]


@st.composite
def truths(draw, sizes=SIZES):
    size = draw(sizes)
    asked = draw(st.integers(0, size))
    took = draw(st.integers(0, asked))
    return counted(
        size,
        asked,
        draw(st.integers(0, asked)),
        took,
        draw(st.integers(0, asked - took)),
        draw(st.integers(0, size - asked)),
    )


def behind(figure: PublishedFigure, size: int) -> set[int]:
    """Every true count that some draw shows as this figure, tried out one by one."""
    found = set()
    for count in range(size + 1):
        for up in (0, 5):
            rounded = 5 * (count // 5) + (up if count % 5 else 0)
            shown = min(rounded, figure.n_shown)
            if figure.extreme == "high":
                fits = shown > figure.count
            elif figure.extreme == "low":
                fits = shown < figure.count
            else:
                fits = shown == figure.count
            if fits:
                found.add(count)
    return found


NAMES = ("asked", "took_part", "declined", "sent", "no_safe_way")


def options_of(name, figures, true, *, informed):
    size, shown = true["asked"].of, {figure.name: figure for figure in figures}
    if informed and name in steps.KNOWN:
        return {true[name].count}
    if name not in shown:
        return set(range(size + 1))
    found = behind(shown[name], size)
    parent = shown.get(steps.WITHIN.get(name, ""))
    if parent and (parent.count, parent.extreme) == (shown[name].count, shown[name].extreme):
        found |= set(range(min(found), size + 1))
    return found


def worked_out(figures, true, *, informed):
    """For every step all (count, count of what it lies within) that fit; every world is tried, none is skipped."""
    size = true["asked"].of
    options = {name: options_of(name, figures, true, informed=informed) for name in NAMES}
    found = {name: set() for name in NAMES}
    for asked, took, declined in itertools.product(options["asked"], options["took_part"], options["declined"]):
        sent = [count for count in options["sent"] if count <= asked]
        unsafe = [count for count in options["no_safe_way"] if asked + count <= size]
        if took + declined <= asked and sent and unsafe:
            found["asked"].add((asked, size))
            found["took_part"].add((took, asked))
            found["declined"].add((declined, asked))
            found["sent"] |= {(count, asked) for count in sent}
            found["no_safe_way"] |= {(count, size) for count in unsafe}
    return found


@settings(max_examples=40, deadline=None)
@given(truths(st.integers(20, 34)), st.binary(min_size=32, max_size=32))
def test_an_enumerator_finds_what_was_certified(truth, secret):
    figures = protect_steps(truth, secret=secret, rules=PROMISED)
    true = {step.name: step for step in truth}
    for informed in (False, True):
        found = worked_out(figures, true, informed=informed)
        for figure in figures:
            if informed and figure.name in steps.KNOWN:
                continue
            counts = [count for count, _ in found[figure.name]]
            assert max(counts) - min(counts) >= 3
            assert max(counts) > 0
            assert any(count < ceiling for count, ceiling in found[figure.name])


@given(truths(), st.binary(min_size=32, max_size=32))
def test_p1_every_figure_is_a_multiple_of_five_within_its_size(truth, secret):
    shown = {figure.name: figure for figure in protect_steps(truth, secret=secret, rules=PROMISED)}
    for figure in shown.values():
        assert figure.count % 5 == figure.n_shown % 5 == 0
        assert figure.count <= figure.n_shown
        assert figure.n_shown >= 20
        if figure.n_shown >= 50:
            assert figure.extreme or figure.n_shown <= 10 * figure.count <= 9 * figure.n_shown


@given(truths(), st.binary(min_size=32, max_size=32))
def test_a_step_never_shows_more_than_the_step_it_lies_within(truth, secret):
    shown = {figure.name: figure for figure in protect_steps(truth, secret=secret, rules=PROMISED)}
    for child, parent in steps.WITHIN.items():
        if child in shown and not (shown[child].extreme or shown[parent].extreme):
            assert shown[child].count <= shown[parent].count


@given(st.integers(0, 19), st.binary(min_size=32, max_size=32))
def test_fewer_than_twenty_children_are_told_nothing_about(size, secret):
    assert protect_steps(counted(size, size, 0, size, 0, 0), secret=secret, rules=PROMISED) == ()


def secret_that_rounds_up(*names: str) -> bytes:
    """A secret under which each of these steps goes up from a count of 5q + 1: one in 625."""
    for number in range(100_000):
        secret = number.to_bytes(32, "big")
        draws = [chance_rounded(6, secret=secret, question=f"steps/{n}", marks=0, base=5) for n in names]
        if all(draw == 10 for draw in draws):
            return secret
    raise AssertionError("no such secret")


def test_two_steps_that_fill_their_parent_would_give_an_exact_count_and_are_not_both_told():
    """21 came and 6 said no, out of 27 who were asked: rounded up, only one world is left."""
    secret = secret_that_rounds_up("took_part", "declined")
    names = {figure.name for figure in protect_steps(counted(40, 27, 20, 21, 6, 5), secret=secret, rules=PROMISED)}
    assert "took_part" in names
    assert "declined" not in names


def test_without_the_attack_that_exact_count_would_be_told(monkeypatch):
    """The negative control: the same counts, nobody attacking."""
    monkeypatch.setattr(steps, "_holds", lambda *args: True)
    secret = secret_that_rounds_up("took_part", "declined")
    truth = counted(40, 27, 20, 21, 6, 5)
    figures = protect_steps(truth, secret=secret, rules=PROMISED)
    found = worked_out(figures, {step.name: step for step in truth}, informed=True)
    assert {count for count, _ in found["declined"]} == {6}


@pytest.mark.parametrize(
    "truth",
    [
        [Step("came", "", 1, 30)],
        [Step("asked", "", 31, 30)],
        [Step("asked", "", -1, 30)],
        [Step("asked", "", 10, 30), Step("sent", "", 11, 30)],
        [Step("asked", "", 10, 30), Step("sent", "", 5, 31)],
        [Step("asked", "", 20, 30), Step("no_safe_way", "", 11, 30)],
        [Step("asked", "", 20, 30), Step("took_part", "", 15, 30), Step("declined", "", 16, 30)],
    ],
)
def test_counts_that_can_not_be_true_together_are_refused(truth):
    with pytest.raises(NotSteps):
        protect_steps(truth, secret=b"s" * 32, rules=PROMISED)


def test_promises_have_their_own_size_and_their_own_fate():
    truth = [
        *counted(12, 10, 5, 5, 5, 0),
        Step("told", "", 25, 30),
        Step("told_on_time", "", 20, 30),
        Step("read_on_time", "", 30, 30),
    ]
    names = [figure.name for figure in protect_steps(truth, secret=b"s" * 32, rules=PROMISED)]
    assert set(names) <= {"told", "told_on_time", "read_on_time"}
    assert "told" in names
