"""G6, G7, G8: the pack, its files and the freeze over 10³, 10⁵ and 10⁶ answers, beside the bare queries over the rows.

The bare side is what a plain statistics page would ask for the same tables: twelve questions for everyone and by five
characteristics, 72 queries with GROUP BY in the same database (`probe.py`).
"""

import statistics
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from tests.bench.asking import Asked
from tests.bench.report import Report, figure
from tests.promises.servers import Site

OPENED = 15  # times in a round
OFTEN = 10_000  # up to here the bare queries are asked in every round, beyond once
SPARE_SECONDS = 40  # for opening the packs afterwards


def measure_packs(
    report: Report, sizes: list[int], make: Callable[[str], Site], *, rounds: int, time_left: Callable[[], float]
) -> None:
    made = {size: make(f"pack{size}") for size in sizes}
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda size: _fill(made[size], size), sizes))
    asked = {size: Asked(site) for size, site in made.items()}
    try:
        report.say(f"     {', '.join(f'{size:,}' for size in sizes)} answers are in the tables")
        frozen = _frozen(report, sizes, asked, time_left)
        sizes = list(frozen)
        groups: dict[int, list[dict[str, float]]] = {size: [] for size in sizes}
        packs: dict[int, list[dict[str, float]]] = {size: [] for size in sizes}
        for number in range(rounds):
            for size in sizes:
                packs[size].append(asked[size](f"pack {OPENED}"))
                if number == 0 or size <= OFTEN:
                    groups[size].append(asked[size]("group"))
        _tell(report, sizes, frozen, groups, packs)
        _tell_files(report, asked[sizes[-1]], packs[sizes[-1]], sizes[-1])
    finally:
        for each in asked.values():
            each.close()


def _fill(site: Site, size: int) -> None:
    """By a process of its own: the memory it takes is not the freeze's."""
    filler = Asked(site)
    try:
        filler(f"fill {size}")
    finally:
        filler.close()


def _frozen(
    report: Report, sizes: list[int], asked: dict[int, Asked], time_left: Callable[[], float]
) -> dict[int, dict[str, float]]:
    """Smallest first; what would not fit the time of the run is left out and said."""
    frozen: dict[int, dict[str, float]] = {}
    before = 0
    for size in sizes:
        expected = frozen[before]["seconds"] * size / before * 1.3 if before else 0.0
        if expected + SPARE_SECONDS > time_left() and frozen:
            report.say(f"     the freeze of {size:,} would not fit the time of this run: left out")
            break
        frozen[size], before = asked[size]("freeze"), size
    return frozen


def _tell(
    report: Report,
    sizes: list[int],
    frozen: dict[int, dict[str, float]],
    groups: dict[int, list[dict[str, float]]],
    packs: dict[int, list[dict[str, float]]],
) -> None:
    small, most = sizes[0], sizes[-1]
    for size in sizes[1:]:
        pairs = list(zip(packs[size], packs[small], strict=True))
        report.add(
            figure(
                "G6",
                f"pack over {size:,} / over {small:,} answers, by CPU time",
                [a["cpu"] / b["cpu"] for a, b in pairs],
                goal=1.1,
                sense="<=",
            ),
            figure("G6", "  the same by the clock", [a["seconds"] / b["seconds"] for a, b in pairs]),
        )
    bare = {size: {key: _median(groups[size], key) for key in ("seconds", "cpu")} for size in sizes}
    report.add(
        figure("G6", f"pack over {most:,}", [each["seconds"] * 1000 for each in packs[most]], unit="ms"),
        figure(
            "G6",
            f"pack / the bare queries over {most:,}",
            [each["seconds"] / bare[most]["seconds"] for each in packs[most]],
            goal=0.1,
            sense="<=",
            note=f"72 queries in {bare[most]['seconds']:,.1f} s",
        ),
    )
    for size in sizes[1:]:
        _tell_freeze(report, size, frozen[size], bare[size])
    if len(sizes) > 2:
        slope = (frozen[most]["cpu"] / most) / (frozen[sizes[1]]["cpu"] / sizes[1])
        report.add(figure("G12", f"freeze per answer, {most:,} / {sizes[1]:,}", [slope], goal=1.05, sense="<="))
    report.rounds["packs"] = {"frozen": frozen, "groups": groups, "packs": packs}


def _tell_files(report: Report, asked: Asked, packs: list[dict[str, float]], size: int) -> None:
    files = [asked(f"files {OPENED}") for _ in packs]
    ratios = [a["cpu"] / b["cpu"] for a, b in zip(files, packs, strict=True)]
    report.add(
        figure("G7", f"dearest file / pack over {size:,}, by CPU time", ratios, goal=2, sense="<="),
        figure("G7", "  memory it took", [files[0]["more_mib"]], unit="MiB", goal=20, sense="<="),
    )


def _tell_freeze(report: Report, size: int, frozen: dict[str, float], bare: dict[str, float]) -> None:
    """The CPU time is the process's own: on PostgreSQL read the clock, for its server works in another process."""
    note = f"{frozen['seconds']:.1f} s of {bare['seconds']:.1f} s, {frozen['tables']:.0f} tables told"
    for words, key in (("", "cpu"), (", by the clock", "seconds")):
        what = f"freeze of {size:,} / the 72 bare queries{words}"
        report.add(figure("G8", what, [frozen[key] / bare[key]], goal=5, sense="<=", note=note))
    report.add(
        figure(
            "G8",
            f"memory of the freeze of {size:,}, whole process at its most",
            [frozen["peak_mib"]],
            unit="MiB",
            goal=1024,
            sense="<=",
        )
    )


def _median(rounds: list[dict[str, float]], key: str) -> float:
    return statistics.median(each[key] for each in rounds)
