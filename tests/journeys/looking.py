"""Looking at a page as those do who need it most: with axe, on a narrow phone and a wide desk, with a thumb."""

from collections.abc import Iterator, Set
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from django.urls import Resolver404, resolve
from playwright.sync_api import ConsoleMessage, Page

PHONE, DESK, NARROWEST, HEIGHT = 360, 1280, 320, 800
BUTTON, CONTROL = 48, 44  # CSS pixels; look.md asks 48 of what a child presses, WCAG 2.5.5 asks 44 of every control
IN_ENGLISH_ONLY = ("/work/", "/groups/", "/champions/", "/style/")  # all other pages are read from right to left, too
NEVER_FOLLOWED = ("/x/", "/cms/", "/documents/", "/accounts/logout/", "/static/")

# A link in a line of text is the exception WCAG itself makes. Inside a label the whole label is the target.
TOO_SMALL = """([button, control]) => {
  const found = [];
  const shown = e => { const r = e.getBoundingClientRect();
    return r.width > 1 && r.height > 1 && e.checkVisibility({visibilityProperty: true}); };
  const note = (e, least) => { const r = e.getBoundingClientRect();
    if (shown(e) && !e.closest('[aria-hidden=true]') && (r.height < least - .5 || r.width < control - .5))
      found.push(`${(e.innerText || e.name || e.className).trim().slice(0, 30)}: ${r.width} by ${r.height}`); };
  const least = document.querySelector('html.staff') ? control : button;
  document.querySelectorAll('.button, button, summary, label.choice, label.tick, .nav a').forEach(e => note(e, least));
  document.querySelectorAll('input:not([type=hidden]), select, textarea').forEach(e => { if (!e.closest('label')) {
    const label = e.labels && e.labels[0];
    if (!(['checkbox', 'radio'].includes(e.type) && label)) note(e, control); } });
  return found; }"""
VIOLATIONS = "axe.run({resultTypes: ['violations']}).then(found => found.violations)"
TOO_WIDE = """() => { const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (wide <= 0) return '';
  const edge = document.documentElement.clientWidth;
  const out = r => document.dir === 'rtl' ? r.left < -1 : r.right > edge + 1;
  const over = [...document.body.querySelectorAll('*')].filter(e => out(e.getBoundingClientRect()));
  const names = over.slice(-3).map(e => e.tagName + '.' + (e.className.baseVal ?? e.className));
  return `${wide}px too wide: ${names.join(' ')}`; }"""


class Look:
    """Goes through pages and keeps what is wrong with them, so that one run tells everything."""

    def __init__(self, page: Page, *, known: Set[str] = frozenset()) -> None:
        """`known`: pages that somebody else looked at; only their links are followed."""
        self.page, self.known = page, known
        self.wrong: list[str] = []
        self.seen: set[str] = set()
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self._note(f"script error: {error}"))

    def _heard(self, message: ConsoleMessage) -> None:
        # a 404 or 422 that the story asks for is said in the console by the browser itself
        if message.type in ("error", "warning") and "Failed to load resource" not in message.text:
            self._note(f"console: {message.text[:200]}")

    def _note(self, what: str) -> None:
        self.wrong.append(f"{urlsplit(self.page.url).path} “{what}”")

    def here(self) -> None:
        """The page that is open now, at every width."""
        self.page.wait_for_load_state()
        self.seen.add(_name_of(urlsplit(self.page.url).path))
        if not self.page.title().endswith("Your Turn"):
            self._note(f"title: {self.page.title()}")
        self._without_too_little_room()
        self.page.evaluate(Axe().axe_script)
        for width in (DESK, PHONE):
            self._at(width)
            self._with_axe(f"{width}px")
        for what in self.page.evaluate(TOO_SMALL, [BUTTON, CONTROL]):
            self._note(f"too small: {what}")
        if not urlsplit(self.page.url).path.startswith(IN_ENGLISH_ONLY):
            self._from_right_to_left()

    def _from_right_to_left(self) -> None:
        """Only the direction: words of another language are the business of tests/languages."""
        before = self.page.evaluate("() => { const was = document.dir; document.dir = 'rtl'; return was; }")
        for width in (NARROWEST, PHONE):
            self._at(width)
            if wide := self.page.evaluate(TOO_WIDE):
                self._note(f"{width}px, right to left: {wide}")
        self._with_axe(f"{PHONE}px, right to left")
        self.page.evaluate("was => { document.dir = was; }", before)

    def _with_axe(self, where: str) -> None:
        for found in self.page.evaluate(VIOLATIONS):
            nodes = [node["html"][:120] for node in found["nodes"][:2]]
            self._note(f"{where} {found['id']}: {nodes}")

    def _without_too_little_room(self) -> None:
        for width in (NARROWEST, PHONE, DESK):
            self._at(width)
            if wide := self.page.evaluate(TOO_WIDE):
                self._note(f"{width}px: {wide}")

    def _at(self, width: int) -> None:
        self.page.set_viewport_size({"width": width, "height": HEIGHT})

    def at(self, address: str) -> None:
        self.page.goto(address)
        self.here()

    def everywhere_from(self, *starts: str, within: tuple[str, ...]) -> None:
        """Every kind of page that links lead to: one page for each url name."""
        waiting, been = list(starts), set()
        while waiting:
            address = waiting.pop(0)
            if _name_of(address) in been:
                continue
            been.add(_name_of(address))
            self.page.goto(address)
            self.seen.add(_name_of(address))
            if _name_of(address) not in self.known:
                self.here()
            waiting += [link for link in self._links() if link.startswith(within)]

    def _links(self) -> Iterator[str]:
        pages = "a[href^='/']:not([download])"
        hrefs = self.page.eval_on_selector_all(pages, "all => all.map(a => a.getAttribute('href'))")
        return (urlsplit(href).path for href in hrefs if not href.startswith(NEVER_FOLLOWED))


def _name_of(address: str) -> str:
    """Pages of one kind are looked at once; leaflets and questions each for themselves."""
    try:
        found = resolve(address)
    except Resolver404:
        return address
    each = ("wagtail_serve", "say_question")
    return address if found.url_name in each or not found.url_name else found.url_name
