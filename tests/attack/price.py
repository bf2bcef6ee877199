"""What protection costs: how often a breakdown, or a whole question, is withheld by rule 11."""

import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor

from tests.attack.blocks import audited
from tests.attack.worlds import EVERYONE, SKEWS, one_question

SIZES = (12, 20, 32, 40, 60, 100, 250)
SURVEYS = 10  # of each size and skew


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def print_price() -> None:
    jobs = [(n, number, skew) for n in SIZES for number in range(SURVEYS) for skew in SKEWS]
    with ProcessPoolExecutor(2) as pool:
        counted = list(zip(jobs, pool.map(priced, jobs, chunksize=4), strict=True))
    say("\nThe price: breakdowns withheld of those proposed, and questions withheld for everyone")
    say("children  surveys  breakdowns proposed  withheld        share  everyone withheld")
    for n in SIZES:
        total: Counter[str] = Counter()
        for _, each in (pair for pair in counted if pair[0][0] == n):
            total.update(each)
        share = 100 * total["withheld"] / total["proposed"] if total["proposed"] else 0
        say(
            f"{n:8}  {SURVEYS * len(SKEWS):7}  {total['proposed']:19}  {total['withheld']:8}  {share:10.1f} %  "
            f"{total['everyone']:17}"
        )
    for skew in SKEWS:
        of = [each for (_, _, kind), each in counted if kind == skew]
        say(f"{skew}: {sum(each['withheld'] for each in of)} of {sum(each['proposed'] for each in of)} breakdowns")


def priced(job: tuple[int, int, str]) -> dict[str, int]:
    n, number, skew = job
    world = one_question(f"price {n} {number}", n, skew)
    breakdowns = {each.characteristic for each in world.proposed} - {EVERYONE}
    _, withheld = audited(world)
    return {
        "proposed": len(breakdowns),
        "withheld": len(withheld & breakdowns),
        "everyone": EVERYONE in withheld,
    }
