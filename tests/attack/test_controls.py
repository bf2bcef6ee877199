"""Weaker methods, attacked by the same attacker: each of them has to be seen to fail, or our tests prove nothing."""

import itertools
import random
from dataclasses import replace

import pytest

from surveys.releases.disclosure.rounding import chance_rounded, record_mark
from surveys.releases.disclosure.tables import Cell, Table
from tests.attack.attacker import Attacker
from tests.attack.blocks import audited
from tests.attack.reading import HIDDEN, nearest_five, starred
from tests.attack.worlds import SKEWS, one_question, secret_of

pytestmark = pytest.mark.filterwarnings("ignore:Constructing LpVariable:DeprecationWarning")


def retold(world, tell):
    """The same tables by another method: `tell` gives the number for a true count."""
    for drawn in world.proposed:
        said = [world.answers[drawn.table.question][number] for number in drawn.children]
        cells = tuple(Cell(cell.option, tell(said.count(cell.option))) for cell in drawn.table.cells)
        yield replace(drawn, table=Table(drawn.table.question, drawn.table.n_shown, cells))


def first_harm(method, reads, *, n=32, surveys=12):
    for number, skew in itertools.product(range(surveys), SKEWS):
        world = one_question(f"control {number}", n, skew)
        found = Attacker(world, retold(world, method), reads=reads).attack()
        assert not found.impossible
        if found.told_on or found.exact:
            return found
    return None


def test_p08_would_catch_rounding_to_the_nearest_five():
    assert first_harm(lambda count: 5 * ((count + 2) // 5), nearest_five)


def test_p08_would_catch_hiding_small_cells_behind_a_star():
    assert first_harm(lambda count: HIDDEN if 1 <= count <= 4 else count, starred)


def test_p08_would_catch_a_release_that_was_not_audited():
    for number, skew in itertools.product(range(12), SKEWS):
        world = one_question(f"control {number}", 32, skew)
        if Attacker(world, world.proposed).attack().harmful:
            assert audited(world)[1]
            return
    pytest.fail("Nothing was found without the audit: the attacker is too weak to prove anything.")


def test_p11_whoever_kept_the_secret_would_count_exactly():
    """With the secret every guess can be tried. Of 31,931 guesses who chose it five are left, and all five say four."""
    seed = "secret 30 158"
    world = one_question(seed, 30, "alike")
    truth = frozenset(child for child, answer in world.answers["q"].items() if answer == "some")
    told = {
        drawn.children: cell.count for drawn in world.proposed for cell in drawn.table.cells if cell.option == "some"
    }
    assert told[max(told, key=len)] == 0  # shown as nobody: without the secret that is nobody to four
    left = guesses_left(told, secret_of("R1", seed))
    assert truth in left
    assert {len(guess) for guess in left} == {4}


def guesses_left(told, secret):
    """Every set of up to four children that would have been shown just so."""
    everyone = max(told, key=len)
    marks = {child: record_mark(secret, str(child)) for child in everyone}
    return [
        frozenset(guess)
        for size in range(5)
        for guess in itertools.combinations(sorted(everyone), size)
        if all(shown(group.intersection(guess), marks, secret) == count for group, count in told.items())
    ]


def shown(children, marks, secret):
    total = sum(marks[child] for child in children)
    return chance_rounded(len(children), secret=secret, question="q", marks=total, base=5)


@pytest.mark.parametrize("count", [1, 3, 12])
def test_p11_counting_again_at_every_look_would_give_the_number_away(count):
    """A live table with a fresh draw at each look: the mean of many looks is the true count."""
    chance = random.Random(5)
    looks = [chance_rounded(count, secret=chance.randbytes(32), question="q", marks=1, base=5) for _ in range(4000)]
    assert round(sum(looks) / len(looks)) == count


def test_p05_a_live_table_would_tell_what_the_latest_child_said():
    """Two live totals, a day apart and one answer more: the change is that child's answer."""
    world = one_question("live", 31, "even")
    latest = world.children[-1].number
    today = {option: sum(said == option for said in world.answers["q"].values()) for option in ("yes", "some", "no")}
    before = dict(world.answers["q"])
    told = before.pop(latest)
    yesterday = {option: sum(said == option for said in before.values()) for option in today}
    assert [option for option in today if today[option] != yesterday[option]] == ([told] if told in today else [])
