"""AC-5: from pressing Leave until somebody else's page is there, with Chromium four times slower, as an old phone.

Words typed a moment ago are on the page. The other page is our own health check under another name, so the network
of the council and of that page is not in the figure.
"""

import json
import shutil
import time
from collections.abc import Callable

from playwright.sync_api import Browser, Page, sync_playwright

from tests.bench.report import Report, figure
from tests.browser import CHROMIUM_ARGS
from tests.promises.servers import Site

GOAL = 500  # milliseconds
SLOWER = 4
TYPED = "Words that nobody else should see."


def measure_leaving(report: Report, site: Site, *, rounds: int) -> None:
    """Starts the site of `phone.served` and stops it."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        report.say("AC-5 Leaving needs Chromium. Run: sudo apt-get install chromium")
        return
    site.env["LEAVE_TARGET"] = away = f"http://localhost:{site.port}/healthz"
    code = json.loads(site.run("-m", "tests.bench.prepare", "cards", "1"))["eight"][0]
    site.start()
    ways: dict[str, tuple[bool, Callable[[Page], None]]] = {
        "Leave, with scripts": (True, _press),
        "Leave, without scripts": (False, _press),
        "Shift three times": (True, _shift),
    }
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_ARGS)
        for what, (scripts, leave) in ways.items():
            took = [_once(browser, site, code, away, leave, scripts=scripts) for _ in range(rounds)]
            report.add(figure("AC-5", f"{what}: until another page is there", took, unit="ms", goal=GOAL, sense="<="))
        browser.close()
    site.stop()


def _once(browser: Browser, site: Site, code: str, away: str, leave: Callable[[Page], None], *, scripts: bool) -> float:
    """Milliseconds."""
    visit = browser.new_context(
        base_url=f"http://127.0.0.1:{site.port}", viewport={"width": 360, "height": 740}, java_script_enabled=scripts
    )
    page = visit.new_page()
    visit.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto("/")
    page.locator("input[name=code]").fill(code)
    page.locator("input[name=code]").press("Enter")
    page.wait_for_url("**/me/**")
    page.goto("/me/say/before/")
    page.locator("main button.button--go").click()
    page.wait_for_url("**/before/*/")
    page.locator("textarea").first.fill(TYPED)
    began = time.perf_counter()
    leave(page)
    page.wait_for_url(away, wait_until="commit")
    took = 1000 * (time.perf_counter() - began)
    visit.close()
    return took


def _press(page: Page) -> None:
    page.locator("a[data-leave]").click(no_wait_after=True)


def _shift(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Shift")
