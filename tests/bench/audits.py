"""How long the attack on one release takes: twenty measures by five characteristics, 60 young people."""

import time

from tests.attack.blocks import audited
from tests.attack.worlds import SKEWS, one_question
from tests.bench.report import Report, figure

MEASURES = 20
CHILDREN = 60
GOAL = 60  # seconds


def measure_audit(report: Report) -> None:
    """One question after another in one process, as the freeze does it."""
    began, cpu = time.perf_counter(), time.process_time()
    for number in range(MEASURES):
        _audit(number)
    took, worked = time.perf_counter() - began, time.process_time() - cpu
    what = f"attack on {MEASURES} measures by 5 characteristics at {CHILDREN} young people"
    report.add(
        figure("G8", what, [took], unit="s", goal=GOAL, sense="<="),
        figure("G8", "  the same in CPU time", [worked], unit="s", goal=GOAL, sense="<="),
    )


def _audit(number: int) -> None:
    """Sixty young people drawn anew for each measure; answers spread in three ways."""
    skews = list(SKEWS)
    audited(one_question(f"bench {number}", CHILDREN, skews[number % len(skews)]))
