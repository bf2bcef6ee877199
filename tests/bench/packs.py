"""G6, G8: the pack and the freeze over 10³, 10⁵ and 10⁶ answers, beside the bare GROUP BY over the same rows."""

import statistics
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from tests.bench.asking import Asked
from tests.bench.report import Report, figure
from tests.promises.servers import Site

OPENED = 15  # times in a round
SPARE_SECONDS = 40  # for opening the packs afterwards


def measure_packs(
    report: Report, sizes: list[int], make: Callable[[str], Site], *, rounds: int, time_left: Callable[[], float]
) -> None:
    asked = {size: Asked(make(f"pack{size}")) for size in sizes}
    try:
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(lambda size: asked[size](f"fill {size}"), sizes))
        report.say(f"     {', '.join(f'{size:,}' for size in sizes)} answers are in the tables")
        frozen = _frozen(report, sizes, asked, time_left)
        sizes = list(frozen)
        groups: dict[int, list[float]] = {size: [] for size in sizes}
        packs: dict[int, list[dict[str, float]]] = {size: [] for size in sizes}
        for number in range(rounds):
            for size in sizes:
                packs[size].append(asked[size](f"pack {OPENED}"))
                if number < 3:
                    groups[size].append(asked[size]("group")["seconds"])
        _tell(report, sizes, frozen, groups, packs)
    finally:
        for each in asked.values():
            each.close()


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
    groups: dict[int, list[float]],
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
    report.add(
        figure("G6", f"pack over {most:,}", [each["seconds"] * 1000 for each in packs[most]], unit="ms"),
        figure(
            "G6",
            f"pack / bare GROUP BY over {most:,}",
            [each["seconds"] / statistics.median(groups[most]) for each in packs[most]],
            goal=0.1,
            sense="<=",
            note=f"GROUP BY {statistics.median(groups[most]) * 1000:,.0f} ms",
        ),
    )
    for size in sizes[1:]:
        group = statistics.median(groups[size])
        report.add(
            figure(
                "G8",
                f"freeze of {size:,} / bare GROUP BY of the same rows",
                [frozen[size]["seconds"] / group],
                goal=5,
                sense="<=",
                note=f"{frozen[size]['seconds']:.1f} s of {group:.2f} s",
            ),
            figure(
                "G8",
                f"memory of the freeze of {size:,}, whole process at its most",
                [frozen[size]["peak_mib"]],
                unit="MiB",
                goal=1024,
                sense="<=",
            ),
        )
    if len(sizes) > 2:
        slope = (frozen[most]["seconds"] / most) / (frozen[sizes[1]]["seconds"] / sizes[1])
        report.add(figure("G12", f"freeze per answer, {most:,} / {sizes[1]:,}", [slope], goal=1.05, sense="<="))
    report.rounds["packs"] = {"frozen": frozen, "groups": groups, "packs": packs}
