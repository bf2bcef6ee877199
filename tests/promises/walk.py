"""A young person's browser without a screen: keeps cookies, follows forms, notes what each request took."""

import http.client
import re
import time
import urllib.parse
from dataclasses import dataclass, field
from http.cookies import SimpleCookie

TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="([^"]+)"')
TEXT_BOX = re.compile(rb'<textarea[^>]* name="(words-[^"]+)"')
CHOICE = re.compile(rb'<input[^>]* name="(part-[^"]+)" value="([^"_][^"]*)"')
HIDDEN = re.compile(rb'<input type="hidden" name="(key|shown)" value="([^"]+)"')


class NotAnswered(Exception):
    """The server went away in the middle, or answered with a fault."""


@dataclass
class Page:
    status: int
    body: bytes
    location: str


@dataclass
class Browser:
    """One young person. `took` holds (kind of request, seconds)."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    took: list[tuple[str, float]] = field(default_factory=list)
    line: http.client.HTTPConnection | None = None

    def fetch(self, method: str, path: str, fields: dict[str, str] | None = None, *, kind: str = "") -> Page:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        body = None
        if fields is not None:
            body = urllib.parse.urlencode(fields)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        began = time.perf_counter()
        try:
            page = self._ask(method, path, body, headers)
        except (OSError, http.client.HTTPException) as fault:
            self.close()
            raise NotAnswered(type(fault).__name__) from fault
        self.took.append((kind or method, time.perf_counter() - began))
        if page.status >= 500:
            raise NotAnswered(f"{method} {path}: {page.status}")
        return page

    def _ask(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> Page:
        if self.line is None:
            self.line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        self.line.request(method, path, body, headers)
        answer = self.line.getresponse()
        content = answer.read()
        for header in answer.msg.get_all("Set-Cookie", []):
            for name, morsel in SimpleCookie(header).items():
                self.cookies[name] = morsel.value
        return Page(answer.status, content, answer.msg.get("Location", ""))

    def get(self, path: str, *, kind: str = "") -> Page:
        return self.fetch("GET", path, kind=kind)

    def post(self, path: str, fields: dict[str, str], *, page: Page, kind: str = "") -> Page:
        return self.fetch("POST", path, {"csrfmiddlewaretoken": token_of(page), **fields}, kind=kind)

    def close(self) -> None:
        if self.line is not None:
            self.line.close()
            self.line = None

    # what a young person does -----------------------------------------------------------------------------

    def type_code(self, code: str) -> Page:
        return self.post("/go/", {"code": code}, page=self.get("/"), kind="code")

    def begin(self, form: str = "before") -> str:
        """Past the page that says who reads; the address of the first question, or where we were led."""
        page = self.get(f"/me/say/{form}/")
        if page.status != 200:
            return page.location
        return self.post(f"/me/say/{form}/", {}, page=page).location

    def answer_all(self, where: str, words: str) -> Page:
        """From the first question to the check page: ticks the first choice, writes `words` in every box."""
        page = self.get(where, kind="question")
        while not where.endswith("/check/"):
            next_page = self.post(where, filled_in(page, words), page=page, kind="answer")
            if next_page.status != 302:
                raise NotAnswered(f"{where}: {next_page.status}")
            where = next_page.location
            page = self.get(where, kind="check" if where.endswith("/check/") else "question")
        return page

    def send(self, check: Page, form: str = "before") -> bool:
        """Whether the server said, to the last byte, that it is saved (or has been already)."""
        hidden = {name.decode(): value.decode() for name, value in HIDDEN.findall(check.body)}
        fields = {"send": "yes", "count": "yes", **hidden}
        page = self.post(f"/me/say/{form}/check/", fields, page=check, kind="send")
        return page.status in (302, 303) and page.location == f"/me/say/{form}/sent/"


def token_of(page: Page) -> str:
    found = TOKEN.search(page.body)
    if found is None:
        raise NotAnswered(f"no form on this page ({page.status})")
    return found.group(1).decode()


def filled_in(page: Page, words: str) -> dict[str, str]:
    fields = {name.decode(): words for name in TEXT_BOX.findall(page.body)}
    for name, value in CHOICE.findall(page.body):
        fields.setdefault(name.decode(), value.decode())
    return {**fields, "next": "yes"}
