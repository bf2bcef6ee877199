"""G10: Lighthouse on a slow phone, by its own throttling: the front door, the invite, a question and a leaflet.

The site is served as in production (`tests.bench.served`): gunicorn, files collected and compressed, no debugging.
Lighthouse comes from npm into a folder of the user's cache, pinned; without npm the bench says how to get it and
goes on.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from tests.bench import databases
from tests.bench.report import Report, figure
from tests.promises.servers import Site
from tests.promises.walk import Browser

PINNED = "12.8.2"  # the last that runs on Node 18 and 20
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "your-turn" / f"lighthouse-{PINNED}"
GOAL = 98
JUDGED = {"performance": "performance", "accessibility": "accessibility", "best-practices": "best practices"}
TIMES = {
    "first-contentful-paint": "first paint ms",
    "largest-contentful-paint": "largest paint ms",
    "speed-index": "speed index ms",
    "total-blocking-time": "blocked ms",
    "cumulative-layout-shift": "layout shift",
}
CHROMIUM = "--headless=new --no-sandbox --disable-gpu --disable-quic"
MINUTES_TO_INSTALL, SECONDS_A_PAGE = 5, 180


def served(folder: Path, *, like: Site) -> Site:
    """A site as production serves it, with the leaflets in it; not yet started."""
    site = databases.site(folder, "phone", settings="tests.bench.served", like=like)
    site.run("manage.py", "collectstatic", "--noinput", "--verbosity", "0")
    site.run("-m", "tests.bench.prepare", "leaflets")
    return site


def measure_on_a_phone(report: Report, site: Site, *, leaflet: str, rounds: int) -> None:
    """Starts the site of `served`, asks for each page `rounds` times, and stops it."""
    program = _lighthouse(report)
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None or chromium is None:
        return
    code = json.loads(site.run("-m", "tests.bench.prepare", "cards", "1"))["eight"][0]
    site.start()
    child = Browser(site.port)
    child.type_code(code)
    question = child.begin()
    cookie = "; ".join(f"{name}={value}" for name, value in child.cookies.items())
    pages = {
        "front door": ("/", ""),
        "invite": ("/me/invite/", cookie),
        "question": (question, cookie),
        "leaflet": (leaflet, ""),
    }
    for name, (path, own) in pages.items():
        found = [_looked_at(program, chromium, site, path, cookie=own) for _ in range(rounds)]
        _say(report, name, found)
    child.close()
    site.stop()


def _say(report: Report, name: str, found: list[dict[str, Any]]) -> None:
    for kind, words in JUDGED.items():
        scores = [each["scores"][kind] for each in found]
        report.add(figure("G10", f"Lighthouse, mobile, {name}: {words}", scores, unit="", goal=GOAL))
    last = found[-1]
    times = ", ".join(f"{words} {last['times'][key]:,.2f}" for key, words in TIMES.items())
    report.say(f"       last look: {times}; cost points: {', '.join(last['cost points']) or 'nothing'}")
    report.rounds[f"lighthouse {name}"] = found


def _lighthouse(report: Report) -> Path | None:
    """The program, installed if it is not there yet."""
    program = CACHE / "node_modules" / ".bin" / "lighthouse"
    if program.exists():
        return program
    npm = shutil.which("npm")
    if npm is None:
        report.say("G10  Lighthouse needs npm and Node 18 or newer. Run: sudo apt-get install npm")
        return None
    report.say(f"     Installing Lighthouse {PINNED} in {CACHE}")
    CACHE.mkdir(parents=True, exist_ok=True)
    command = [npm, "install", "--prefix", str(CACHE), "--ignore-scripts", "--no-audit", "--no-fund"]
    try:
        done = subprocess.run(
            [*command, f"lighthouse@{PINNED}"], capture_output=True, text=True, timeout=60 * MINUTES_TO_INSTALL
        )
    except subprocess.TimeoutExpired:
        report.say("G10  Lighthouse could not be had within five minutes: npm got no answer")
        return None
    if done.returncode or not program.exists():
        report.say(f"G10  Lighthouse could not be had: {done.stderr.strip()[-300:]}")
        return None
    return program


def _looked_at(program: Path, chromium: str, site: Site, path: str, *, cookie: str) -> dict[str, Any]:
    """Out of 100 for each kind, what it timed, and what cost points."""
    headers = ["--extra-headers", json.dumps({"Cookie": cookie})] if cookie else []
    command = [str(program), f"http://127.0.0.1:{site.port}{path}", "--quiet", "--output=json", "--form-factor=mobile"]
    command += [f"--only-categories={','.join(JUDGED)}", f"--chrome-flags={CHROMIUM}", *headers]
    told = subprocess.run(
        command,
        capture_output=True,
        text=True,
        env={**os.environ, "CHROME_PATH": chromium},
        cwd=site.folder,
        timeout=SECONDS_A_PAGE,
    )
    assert told.returncode == 0, told.stderr[-2000:]
    answer = json.loads(told.stdout)
    assert answer["finalDisplayedUrl"].endswith(path), answer["finalDisplayedUrl"]
    scores = {kind: round(100 * answer["categories"][kind]["score"]) for kind in JUDGED}
    times = {key: answer["audits"][key]["numericValue"] for key in TIMES}
    machine = answer["environment"]["benchmarkIndex"]
    return {"scores": scores, "times": times, "speed of the machine": machine, "cost points": _lost(answer)}


def _lost(answer: dict[str, Any]) -> list[str]:
    weighty = {each["id"] for kind in JUDGED for each in answer["categories"][kind]["auditRefs"] if each["weight"]}
    audits = answer["audits"]
    return [name for name in sorted(weighty) if (audits[name]["score"] or 0) < 1 and audits[name]["score"] is not None]
