"""The attack of rule 11: what counts as proof, and that nothing but proof lets a table pass."""

import itertools
import random
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from surveys.releases.disclosure.audit.block import Block, Placed
from surveys.releases.disclosure.audit.knowledge import Doubtful, what_it_tells
from surveys.releases.disclosure.audit.moves import changes
from surveys.releases.disclosure.audit.puzzle import puzzle_of
from surveys.releases.disclosure.audit.solver import Answer, Highs, Outcome
from surveys.releases.disclosure.audit.withholding import attempts, hold_back
from surveys.releases.disclosure.audit.witnesses import Witness, fits, undone
from surveys.releases.disclosure.extremes import blunted
from surveys.releases.disclosure.parameters import PROMISED
from surveys.releases.disclosure.rounding import group_size
from surveys.releases.disclosure.tables import Cell, Shape, Table
from tests.attack.blocks import block_of
from tests.attack.harder import ticks
from tests.attack.worlds import SKEWS, one_question

SHAPE = Shape("q", ("yes", "some", "no"))
SKEW = st.sampled_from(sorted(SKEWS))


def placed(counts, kinds, *, characteristic="everyone", group="", release="R1", n=30):
    cells = tuple(Cell(option, count) for option, count in zip(SHAPE.cells, counts, strict=True))
    table = Table("q", group_size(n, base=5), cells)
    return Placed(release, characteristic, group, table, frozenset(kinds))


def kept(block, **more):
    return hold_back(block, rules=PROMISED, seconds=60, **more)


@given(n=st.integers(min_value=10, max_value=130), data=st.data())
def test_the_bounds_are_the_counts_that_can_show_the_number(n, data):
    """Against a list of every count and both ways it can be rounded."""
    shown = {}
    n_shown = group_size(n, base=5)
    for count in range(n + 1):
        for drawn in {5 * (count // 5), -5 * (-count // 5)}:
            cell = blunted(min(drawn, n_shown), n_shown=n_shown, base=5, extremes_from=50)
            shown.setdefault((cell.count, cell.extreme), []).append((count, drawn))
    (count, extreme), possible = data.draw(st.sampled_from(sorted(shown.items())))
    known = what_it_tells(Cell("yes", count, extreme), n=n, n_shown=n_shown, rules=PROMISED)
    counts, draws = zip(*possible, strict=True)
    assert (known.least, known.most) == (min(counts), max(counts))
    assert (known.drawn_least, known.drawn_most) == (min(draws), max(draws))


@pytest.mark.parametrize("cell", [Cell("yes", 3), Cell("yes", 35), Cell("yes", -5), Cell("yes", 5, "high")])
def test_a_number_that_the_rules_can_not_give_is_doubted(cell):
    with pytest.raises(Doubtful):
        what_it_tells(cell, n=30, n_shown=30, rules=PROMISED)


@given(seed=st.integers(min_value=0, max_value=10**6), skew=SKEW, several=st.booleans())
def test_a_witness_that_has_moved_is_a_witness(seed, skew, several):
    """What the walk relies on: every move leaves answers that the full check accepts, and can be taken back."""
    world = ticks(f"move {seed}", 25, skew) if several else one_question(f"move {seed}", 25, skew)
    block = block_of(world)
    puzzle = puzzle_of(block, block.proposed, rules=PROMISED)
    witness, chance = Witness(puzzle, puzzle.gathered(block.truth)), random.Random(seed)
    for _ in range(30):
        at = chance.randrange(len(puzzle.sizes))
        if possible := changes(puzzle, witness, at):
            before = [[list(row) for row in rows] for rows in witness.answers]
            moves = [(at, chance.choice(possible))]
            assert witness.moved(moves) == (witness.answers != before)
            assert fits(puzzle, witness.answers)
            if witness.answers != before and chance.random() < 0.3:
                assert witness.moved(undone(moves))
                assert witness.answers == before


def test_p08_everybody_said_so_is_withheld():
    """Two groups, and all who said yes must be in the second: nobody in the first can have."""
    everyone = placed((20, 5, 5, 0), {0, 1}, n=30)
    groups = [
        placed((0, 5, 5, 0), {0}, characteristic="gender", group="a", n=10),
        placed((20, 0, 0, 0), {1}, characteristic="gender", group="b", n=20),
    ]
    assert kept(Block((10, 20), (SHAPE,), (everyone, *groups))).withheld == frozenset()
    tight = [replace(groups[0]), placed((10, 5, 5, 0), {1}, characteristic="gender", group="b", n=20)]
    assert kept(Block((10, 20), (SHAPE,), (everyone, *tight))).withheld


def test_p09_a_second_release_may_not_tell_on_those_who_left():
    """20 shown for all, 10 shown without two of them: at least 16 and at most 14, so both of them said yes."""
    before = placed((20, 10, 5, 0), {0, 1}, release="Q1", n=30)
    after = placed((10, 10, 5, 0), {0}, release="Q1-corrected", n=28)
    assert kept(Block((28, 2), (SHAPE,), (after,))).withheld == frozenset()
    assert kept(Block((28, 2), (SHAPE,), (after,), fixed=(before,))).withheld == {"everyone"}


def test_two_numbers_from_two_draws_are_known_to_hold_different_children():
    """All but one child in a group. Other numbers for one question mean that this one child chose the answer."""
    everyone = placed((15, 15, 5, 0), {0, 1}, n=31)
    group = placed((10, 15, 5, 0), {0}, characteristic="gender", group="a", n=30)
    assert "gender" in kept(Block((30, 1), (SHAPE,), (everyone, group))).withheld
    other_draw = replace(everyone, release="another with a secret of its own")
    assert kept(Block((30, 1), (SHAPE,), (group,), fixed=(other_draw,))).withheld == frozenset()


def test_the_smallest_group_goes_first_and_everyone_last():
    """Whatever the attack broke: what is withheld follows from the sizes of groups alone."""
    block = block_of(one_question("order", 60, "even"))
    smallest = {}
    for each in block.proposed:
        size = sum(block.sizes[kind] for kind in each.kinds)
        smallest[each.characteristic] = min(size, smallest.get(each.characteristic, 10**6))
    order = sorted(smallest, key=lambda name: (name == "everyone", smallest[name], name))
    tried = [frozenset(each.characteristic for each in proposed) for proposed in attempts(block)]
    assert tried == [frozenset(order[at:]) for at in range(len(order))]


def test_what_went_without_need_is_given_back_and_the_whole_still_holds():
    """Never more than going from the smallest on would withhold, and attacked once more as it stands."""
    for number in range(3):
        block = block_of(one_question(f"back {number}", 40, "even"))
        outcome = kept(block)
        one_by_one = next(tables for tables in attempts(block) if kept(replace(block, proposed=tables)).kept == tables)
        assert set(outcome.kept) >= set(one_by_one)
        assert kept(replace(block, proposed=outcome.kept)).kept == outcome.kept


class Liar:
    """A solver that says whatever it likes."""

    def __init__(self, lie):
        self.lie = lie

    def __call__(self, system):
        self.system = system
        return self

    def find(self, wanted, goal, *, seconds):
        return self.lie(self.system, wanted)


def broken(system, wanted):
    raise RuntimeError("The solver has crashed.")


LIES = {
    "nothing to find": lambda system, wanted: Answer(Outcome.NONE),
    "no time": lambda system, wanted: Answer(Outcome.UNKNOWN),
    "all zero": lambda system, wanted: Answer(Outcome.FOUND, (0,) * len(system.most)),
    "all they can": lambda system, wanted: Answer(Outcome.FOUND, system.most),
    "too short": lambda system, wanted: Answer(Outcome.FOUND, (1, 2, 3)),
    "halves": lambda system, wanted: Answer(Outcome.FOUND, tuple(most / 2 for most in system.most)),
    "negative": lambda system, wanted: Answer(Outcome.FOUND, tuple(-1 for _ in system.most)),
    "a crash": broken,
}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES.keys())
def test_a_lying_solver_can_only_withhold(lie):
    """With nothing to begin from but the solver, a lie certifies nothing at all."""
    block = replace(block_of(one_question("liar", 30, "leaning")), truth=None)
    assert kept(block).kept
    assert kept(block, make_solver=Liar(lie)).kept == ()


@pytest.mark.parametrize("nudge", [1, -1])
def test_a_solver_that_is_off_by_one_certifies_nothing_it_should_not(nudge):
    """A tolerance gone wrong: right answers with one child more or less somewhere."""

    class Nearly(Highs):
        def find(self, wanted, goal, *, seconds):
            answer = super().find(wanted, goal, seconds=seconds)
            if not answer.values:
                return answer
            return replace(answer, values=(answer.values[0] + nudge, *answer.values[1:]))

    for number in range(4):
        block = block_of(one_question(f"nearly {number}", 32, "even"))
        assert kept(block).withheld <= kept(block, make_solver=Nearly).withheld
        assert kept(replace(block, truth=None), make_solver=Nearly).kept == ()


def test_many_options_and_characteristics_end_within_a_measure_of_work():
    """Counted in looks at the clock (one for each step of a walk) and questions to the solver, not in seconds."""
    names = ("a", "b", "c", "d", "e", "f", "g", "none")
    block = block_of(ticks("eight", 60, "leaning", names=names))
    looks, asked = itertools.count(), []

    class Counted(Highs):
        def find(self, wanted, goal, *, seconds):
            asked.append(wanted)
            return super().find(wanted, goal, seconds=seconds)

    outcome = kept(block, make_solver=Counted, clock=lambda: next(looks) / 5_000)
    assert not outcome.trouble
    assert len(outcome.withheld) == 1
    assert next(looks) < 200_000
    assert len(asked) < 30


def test_a_tick_touches_the_tables_of_its_own_option_only():
    """With eight options every step would otherwise cost eight times as much; silence is told once for all."""
    block = block_of(ticks("eight", 60, "leaning"))
    puzzle = puzzle_of(block, block.proposed, rules=PROMISED)
    for question, rows in enumerate(puzzle.lines_at):
        assert {puzzle.lines[number].question for numbers in rows for number in numbers} == {question}
    assert {tell.question for tell in puzzle.tells if tell.option == puzzle.options[0] - 1} <= {0}


def test_no_time_means_withheld():
    block = block_of(one_question("time", 30, "leaning"))
    assert hold_back(block, rules=PROMISED, seconds=0).kept == ()


def test_a_doubtful_table_withholds_everything_and_leaves_a_word_for_the_log():
    block = block_of(one_question("doubt", 30, "leaning"))
    wrong = replace(block.proposed[0], table=replace(block.proposed[0].table, n_shown=25))
    outcome = kept(replace(block, proposed=(wrong, *block.proposed[1:])))
    assert outcome.kept == ()
    assert outcome.trouble == "Doubtful"


def test_untrue_first_answers_are_no_evidence():
    """The truth is only where the search begins: a wrong one changes nothing about what passes."""
    block = block_of(one_question("truth", 30, "leaning"))
    upside_down = tuple(tuple(tuple(reversed(row)) for row in rows) for rows in block.truth)
    assert kept(replace(block, truth=upside_down)).withheld == kept(block).withheld


@given(seed=st.integers(min_value=0, max_value=10**6), skew=SKEW, how=st.sampled_from(["more", "fewer", "other"]))
def test_p07_one_child_more_fewer_or_otherwise_moves_every_table_by_at_most_one_step(seed, skew, how):
    """D and D′ frozen apart: in every table a number both can show, five apart at most, one child apart on average."""
    world = one_question(f"d {seed}", 40, skew)
    answers = dict(world.answers["q"])
    at = random.Random(seed).randrange(40)
    for drawn in world.proposed:
        here = [answers[number] for number in drawn.children]
        there = neighbour(here, at if at in drawn.children else None, answers.get(at), how)
        assume(len(there) >= 10)
        for option in SHAPE.cells:
            one, other = here.count(option), there.count(option)
            assert abs(one - other) <= 1  # the mean before the cap is the count itself (P12)
            mine, theirs = possible(one, len(here)), possible(other, len(there))
            assert mine & theirs or group_size(len(here), base=5) != group_size(len(there), base=5)
            assert max(abs(left - right) for left in mine for right in theirs) <= 5


def neighbour(said, at, answer, how):
    if at is None:
        return said
    if how == "more":
        return [*said, "some"]
    rest = list(said)
    rest.remove(answer)
    return rest if how == "fewer" else [*rest, "no" if answer != "no" else "yes"]


def possible(count, n):
    return {min(drawn, group_size(n, base=5)) for drawn in (5 * (count // 5), -5 * (-count // 5))}
