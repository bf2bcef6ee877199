"""Getting along a page with a thumb or with the keyboard alone, and what must hold on each page on the way."""

from playwright.sync_api import Locator, Page, expect

from tests.journeys.looking import TOO_WIDE

TAB_STOPS = 90  # more than any of these pages has
REACHED = "e => e === document.activeElement"
# An outline or a ring at least 2 px wide, on the control itself or on the label that is drawn around it.
FOCUS_IS_SEEN = """() => { const active = document.activeElement;
  const ring = e => { const s = e && getComputedStyle(e); if (!s) return false;
    return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2) || s.boxShadow !== 'none'; };
  const drawn = active && [active, active.closest('label'), active.parentElement];
  return !active || active === document.body || drawn.some(ring) ? '' : (active.outerHTML || '').slice(0, 120); }"""
STANDS_STILL = """() => new Promise(done => { let last = -1, same = 0;
  const look = () => { same = scrollY === last ? same + 1 : 0; last = scrollY;
    if (same > 30) done(); else requestAnimationFrame(look); };
  look(); })"""
MOVES = "() => document.getAnimations().filter(each => each.playState === 'running').length"


class Hands:
    """What was wrong on the way is kept, so that one run tells everything."""

    def __init__(self, page: Page, *, keys: bool) -> None:
        self.page, self.keys = page, keys
        self.wrong: list[str] = []

    def press(self, target: Locator) -> None:
        """A link or a button."""
        if self.keys:
            self._go_to(target)
            self.page.keyboard.press("Enter")
        else:
            target.tap()

    def choose(self, target: Locator) -> None:
        """A radio button or a box to tick."""
        if self.keys:
            self._go_to(target)
            self.page.keyboard.press("Space")
        else:
            target.locator("xpath=ancestor::label").tap()

    def write(self, target: Locator, words: str) -> None:
        if self.keys:
            self._go_to(target)
        else:
            target.tap()
            self.page.evaluate(STANDS_STILL)  # on its way to a box that was tapped, the browser drops every key
        self.page.keyboard.type(words)
        expect(target).to_have_value(words)

    def _go_to(self, target: Locator) -> None:
        for _ in range(TAB_STOPS):
            if target.evaluate(REACHED):
                return
            self.page.keyboard.press("Tab")
            if unseen := self.page.evaluate(FOCUS_IS_SEEN):
                self._note(f"no focus seen: {unseen}")
        raise AssertionError(f"the keyboard never came to {target}")

    def look(self, *, still: bool = False) -> None:
        """The page as it stands: nothing hangs over the side, and nothing moves for whom it may not."""
        self.page.wait_for_load_state()
        if wide := self.page.evaluate(TOO_WIDE):
            self._note(wide)
        if still and self.page.evaluate(MOVES):
            self._note("something moves")

    def _note(self, what: str) -> None:
        self.wrong.append(f"{self.page.url.split('/', 3)[-1]}: {what}")
