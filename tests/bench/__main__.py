"""`make bench`: the figures of docs/performance.md, as ratios in one run, on databases of its own.

`BENCH=quick make bench` is the short variant; `BENCH_DB=postgres make bench` measures on PostgreSQL;
`ONLY=lighthouse make bench` looks at four pages on a slow phone and how fast they are left, `ONLY=leaving make bench`
at the second alone. Nothing here is judged by the clock in tests; a figure that misses its goal is printed so and
does not fail the run.
"""

import json
import os
import platform
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path

from tests.bench import databases
from tests.bench.audits import measure_audit
from tests.bench.leaving import measure_leaving
from tests.bench.packs import measure_packs
from tests.bench.pages import measure_pages, measure_weight
from tests.bench.phone import measure_on_a_phone, served
from tests.bench.report import ELSEWHERE, Report, figure
from tests.bench.sends import measure_sends
from tests.promises.servers import ROOT, Site

ONLY = os.environ.get("ONLY", "")
ONLY_PHONE = ONLY in ("lighthouse", "leaving")
QUICK = os.environ.get("BENCH", "") == "quick"
BUDGET = 115 if QUICK else 1_800  # seconds
ROUNDS = 3 if QUICK else 5
WALKS = 8 if QUICK else 24  # of each kind in a round
PHONE_ROUNDS = 1 if QUICK else 3
PAGE_SECONDS = 1 if QUICK else 2
SIZES = [1_000, 20_000] if QUICK else [1_000, 100_000, 1_000_000]
OUT = ROOT / ".data" / (f"bench-{ONLY}.json" if ONLY_PHONE else "bench.json")
LEAFLET = "/leaflets/the-meeting/"
THREE = ("Q09", "Q11", "Q19")


def main() -> None:
    began = time.monotonic()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Stopped."))  # what was started ends with us
    machine = {
        "database": databases.vendor(),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "loader": "wrk" if shutil.which("wrk") else "Python threads",
        "load before": os.getloadavg()[0],
        "mode": "quick" if QUICK else "full",
    }
    report = Report(machine)
    here = f"{machine['cores']} cores, {machine['loader']}, load before {machine['load before']:.1f}"
    report.say(f"On {machine['database']}, {here}")
    if machine["load before"] > 0.5:
        report.say(
            "     Something else is busy on this machine: read the ratios by CPU time before those by the clock."
        )
    with tempfile.TemporaryDirectory(prefix="your-turn-bench-") as folder:
        sites: list[Site] = []
        try:
            (_measure_phone if ONLY_PHONE else _measure)(report, Path(folder), sites, began)
        finally:
            for site in sites:
                site.stop()
    machine["seconds"] = time.monotonic() - began
    if not ONLY_PHONE:
        report.say(ELSEWHERE)
    report.write(OUT)
    missed = sorted({each.id for each in report.figures if each.reached is False})
    where = f"{OUT.relative_to(ROOT)} ({machine['seconds']:.0f} s)"
    report.say(f"Not yet reached: {', '.join(missed) or 'nothing'}. All figures: {where}")


def _measure_phone(report: Report, folder: Path, sites: list[Site], began: float) -> None:
    empty = databases.site(folder, "empty")
    empty.build()
    _look_on_a_phone(report, folder, sites, empty)


def _look_on_a_phone(report: Report, folder: Path, sites: list[Site], empty: Site) -> None:
    phone = served(folder, like=empty)
    sites.append(phone)
    if ONLY != "leaving":
        measure_on_a_phone(report, phone, leaflet=f"{LEAFLET}12-15/", rounds=PHONE_ROUNDS)
    measure_leaving(report, phone, rounds=ROUNDS)


def _measure(report: Report, folder: Path, sites: list[Site], began: float) -> None:
    def left() -> float:
        return BUDGET - (time.monotonic() - began)

    empty = databases.site(folder, "empty")
    empty.build()
    site = databases.site(folder, "site", like=empty)
    bare = databases.site(folder, "bare", settings="tests.bench.bare.settings")
    bare.run("manage.py", "migrate", "--run-syncdb", "--verbosity", "0")
    sites += [site, bare]
    codes = 2 * (ROUNDS + 1) * WALKS + 10  # eight questions are sent in two ways
    site.run("-m", "tests.bench.prepare", "leaflets")
    cards = json.loads(site.run("-m", "tests.bench.prepare", "cards", str(codes)))
    eight, three = iter(cards["eight"]), iter(cards["three"])
    site.start()
    bare.start("tests.bench.bare.wsgi:application")
    report.say(f"     ready after {time.monotonic() - began:.0f} s")
    measure_pages(report, site, bare, leaflet=LEAFLET, code=next(eight), rounds=ROUNDS, seconds=PAGE_SECONDS)
    measure_weight(report, site, code=next(eight))
    kdf = [float(site.run("-m", "tests.bench.prepare", "kdf")) for _ in range(3)]
    report.add(figure("–", "key derivation of one code, CPU time", kdf, unit="ms", goal=20, sense="<="))
    measure_sends(report, site, bare, eight=eight, three=three, rounds=ROUNDS, walks=WALKS)
    site.stop(), bare.stop()
    _look_on_a_phone(report, folder, sites, empty)
    measure_audit(report)
    stored = int(site.run("-m", "tests.bench.prepare", "stored"))
    said = 3 * ROUNDS * WALKS
    report.say(f"G4   said to be saved {said}, stored {stored}, lost {max(0, said - stored)}")
    report.write(OUT)
    sizes = SIZES if left() > 240 or QUICK else SIZES[:2]
    measure_packs(report, sizes, lambda name: databases.site(folder, name, like=empty), rounds=ROUNDS, time_left=left)


if __name__ == "__main__":
    sys.exit(main())
