"""`make attack`: the whole set of made-up surveys, attacked after the audit, and what withholding costs.

`ATTACK=quick make attack` is a short variant; `ATTACK=price make attack` prints the price only. `SURVEYS=100:200 make
attack` takes the surveys from the 100th to the 200th in an order that never changes, without the price: a long run can
be stopped and go on where it was, and the parts add up. The last lines say what was found. The exit status is 1 if
anything was found or could not be decided.
"""

import os
import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor

from tests.attack.attacker import Attacker, Findings
from tests.attack.blocks import audited
from tests.attack.harder import a_year, ticks
from tests.attack.price import print_price, say
from tests.attack.worlds import SKEWS, World, one_question

TELL_EVERY = 25
MODE = os.environ.get("ATTACK", "")
PART = os.environ.get("SURVEYS", "")  # "200" for the first 200, "100:200" for the second hundred
Job = tuple[str, int, int, str]

KINDS: dict[str, Callable[[str, int, str], World]] = {
    "one question": one_question,
    "a year of reports": a_year,
    "choose any": ticks,
    "themes": lambda seed, n, skew: ticks(seed, n, skew, themes=True),
}
# How many surveys of each size, for each of the three skews.
PLANNED = {
    "one question": {11: 8, 12: 8, 16: 8, 20: 8, 24: 8, 32: 8, 40: 8, 60: 6, 100: 3, 250: 1},
    "a year of reports": {40: 4, 60: 4, 100: 3, 160: 2},
    "choose any": {20: 4, 32: 4, 60: 2},
    "themes": {20: 6, 60: 5, 250: 2},
}
QUICK = {"one question": {12: 1, 32: 2, 60: 1}, "a year of reports": {60: 1}, "choose any": {20: 1}, "themes": {20: 1}}


def main() -> int:
    began = time.monotonic()
    if MODE == "price":
        print_price()
        return 0
    planned = QUICK if MODE == "quick" else PLANNED
    jobs = [
        (kind, n, number, skew)
        for kind, sizes in planned.items()
        for n, surveys in sizes.items()
        for number in range(surveys)
        for skew in SKEWS
    ]
    random.Random(8).shuffle(jobs)  # so that a run that is stopped has seen some of everything
    jobs = _part(jobs)
    results = []
    with ProcessPoolExecutor(2) as pool:
        for job, result in zip(jobs, pool.map(attacked, jobs), strict=True):
            results.append((job, result))
            if len(results) % TELL_EVERY == 0 and len(results) < len(jobs):
                say(f"{len(results)} of {len(jobs)} surveys, {time.monotonic() - began:.0f} s")
                _tell(results)
    bad = _tell(results)
    if MODE != "quick" and not PART:
        print_price()
    say(f"{len(jobs)} surveys, {time.monotonic() - began:.0f} s")
    return 1 if bad else 0


def _part(jobs: list[Job]) -> list[Job]:
    first, _, last = PART.rpartition(":")
    return jobs[int(first or 0) : int(last or len(jobs))]


def attacked(job: Job) -> tuple[Findings, int, int]:
    """What an attacker finds in what the audit lets pass; tables proposed and tables withheld."""
    kind, n, number, skew = job
    world = KINDS[kind](f"{kind} {n} {number}", n, skew)
    published, _ = audited(world)
    found = Attacker(world, [*world.fixed, *published]).attack()
    return found, len(world.proposed), len(world.proposed) - len(published)


def _tell(results: list[tuple[Job, tuple[Findings, int, int]]]) -> int:
    say("kind                surveys  cells  withheld  narrow  exact  everyone  no one  told on  undecided  solved")
    bad = 0
    for kind in KINDS:
        total: Counter[str] = Counter()
        for (_, n, number, skew), (found, proposed, withheld) in (each for each in results if each[0][0] == kind):
            total.update(_numbers(found), surveys=1, withheld=withheld, proposed=proposed)
            for fact in [*found.harmful, *found.undecided]:
                bad += 1
                say(f"  {kind}, {n} children, number {number}, {skew}: {fact}")
            if found.impossible:
                bad += 1
                say(f"  {kind}, {n} children, number {number}, {skew}: contradicts itself, or no answer in time")
        say(
            f"{kind:18}  {total['surveys']:7}  {total['cells']:5}  {total['withheld']:8}  {total['narrow']:6}  "
            f"{total['exact']:5}  {total['everyone']:8}  {total['no_one']:6}  {total['told_on']:7}  "
            f"{total['undecided']:9}  {total['solved']:6}"
        )
    return bad


def _numbers(found: Findings) -> dict[str, int]:
    names = ("narrow", "exact", "everyone", "no_one", "told_on", "undecided")
    return {name: len(getattr(found, name)) for name in names} | {"cells": found.cells, "solved": found.solved}


if __name__ == "__main__":
    sys.exit(main())
