"""G10: Lighthouse on a slow phone, by its own throttling: the front door, the invite, a question and a leaflet.

Lighthouse comes from npm into a folder of the user's cache, pinned; without npm the bench says how to get it and
goes on.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

from tests.bench.report import Report, figure
from tests.promises.servers import Site
from tests.promises.walk import Browser

PINNED = "12.8.2"  # the last that runs on Node 18 and 20
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "your-turn" / f"lighthouse-{PINNED}"
GOAL = 98
JUDGED = {"performance": "performance", "accessibility": "accessibility", "best-practices": "best practices"}
CHROMIUM = "--headless=new --no-sandbox --disable-gpu --disable-quic"
MINUTES_TO_INSTALL, SECONDS_A_PAGE = 5, 180


def measure_on_a_phone(report: Report, site: Site, *, code: str, leaflet: str, rounds: int) -> None:
    program = _lighthouse(report)
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None or chromium is None:
        return
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
        found = [_scores(program, chromium, site, path, cookie=own) for _ in range(rounds)]
        for kind, words in JUDGED.items():
            scores = [each["scores"][kind] for each in found]
            report.add(figure("G10", f"Lighthouse, mobile, {name}: {words}", scores, unit="", goal=GOAL))
        report.rounds[f"lighthouse {name}"] = found
    child.close()


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


def _scores(program: Path, chromium: str, site: Site, path: str, *, cookie: str) -> dict[str, object]:
    """Out of 100 for each kind, and what cost points."""
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
    return {"scores": scores, "cost points": _lost(answer)}


def _lost(answer: dict[str, object]) -> list[str]:
    weighty = {
        each["id"]
        for kind in JUDGED
        for each in answer["categories"][kind]["auditRefs"]  # type: ignore[index]
        if each["weight"]
    }
    audits = answer["audits"]
    return [name for name in sorted(weighty) if (audits[name]["score"] or 0) < 1 and audits[name]["score"] is not None]  # type: ignore[index]
