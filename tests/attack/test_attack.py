"""P8 and P9: what the audit lets pass, attacked by another solver. `make attack` runs the whole set of 300 surveys."""

import pytest

from tests.attack.attacker import Attacker
from tests.attack.blocks import audited
from tests.attack.harder import a_year, ticks
from tests.attack.worlds import SKEWS, one_question

pytestmark = pytest.mark.filterwarnings("ignore:Constructing LpVariable:DeprecationWarning")


def attacked(world):
    published, _ = audited(world)
    found = Attacker(world, [*world.fixed, *published]).attack()
    assert not found.impossible
    return found


@pytest.mark.parametrize("skew", SKEWS)
@pytest.mark.parametrize("n", [12, 20, 32])
def test_p08_another_solver_works_nothing_out_of_a_release(n, skew):
    found = attacked(one_question(f"ci {n}", n, skew))
    assert not found.harmful
    assert not found.undecided


@pytest.mark.parametrize("skew", SKEWS)
@pytest.mark.parametrize("themes", [False, True], ids=["choose any", "themes"])
def test_p08_nor_out_of_questions_with_several_ticks(themes, skew):
    found = attacked(ticks("ci ticks", 24, skew, themes=themes))
    assert not found.harmful
    assert not found.undecided


@pytest.mark.parametrize("skew", SKEWS)
def test_p09_nor_out_of_a_year_of_releases_with_a_correction(skew):
    world = a_year("ci year", 60, skew)
    assert len({drawn.release for drawn in world.fixed}) >= 2
    found = attacked(world)
    assert not found.harmful
    assert not found.undecided
