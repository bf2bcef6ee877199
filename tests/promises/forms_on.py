"""Reads the forms of a page as a browser does, so that every form of the site can be sent without listing any."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

TYPED = {"text", "search", "email", "tel", "url", "password", "textarea", ""}
CHOSEN = {"select", "radio", "checkbox"}


@dataclass
class Field:
    name: str
    kind: str
    values: list[str] = field(default_factory=list)


@dataclass
class FormOn:
    action: str
    fields: dict[str, Field] = field(default_factory=dict)
    button: tuple[str, str] = ("", "")

    def filled(self, text: str, *, choose: str | None = None) -> dict[str, Any]:
        """`text` in every box; of each choice the first that says something, or `choose` where it is given."""
        given: dict[str, Any] = {}
        for each in self.fields.values():
            if each.kind in TYPED:
                given[each.name] = text
            elif each.kind in CHOSEN:
                given[each.name] = next((value for value in each.values if value), "") if choose is None else choose
            elif each.kind == "hidden" and choose is not None:
                given[each.name] = choose
            else:
                given[each.name] = next(iter(each.values), "") or _plausible(each.kind)
        if self.button[0]:
            given.setdefault(*self.button)
        return given


def _plausible(kind: str) -> str:
    return {"date": "2026-12-01", "time": "16:00", "number": "1"}.get(kind, "")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[FormOn] = []
        self.open: FormOn | None = None
        self.select: Field | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.open = FormOn(told.get("action", "")) if told.get("method", "get").lower() == "post" else None
            if self.open is not None:
                self.forms.append(self.open)
        elif self.open is None:
            return
        elif tag == "option" and self.select is not None:
            self.select.values.append(told.get("value", ""))
        elif tag == "button" and told.get("name") and not self.open.button[0]:
            self.open.button = (told["name"], told.get("value", ""))
        elif tag in ("input", "textarea", "select") and told.get("name"):
            self._take(tag, told)

    def _take(self, tag: str, told: dict[str, str]) -> None:
        assert self.open is not None
        kind = told.get("type", "").lower() if tag == "input" else tag
        if told["name"] == "csrfmiddlewaretoken" or kind in ("submit", "button", "file"):
            return
        known = self.open.fields.setdefault(told["name"], Field(told["name"], kind))
        if tag == "select":
            self.select = known
        elif "value" in told:
            known.values.append(told["value"])

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.open = None
        elif tag == "select":
            self.select = None


def forms_on(html: str) -> list[FormOn]:
    reader = _Reader()
    reader.feed(html)
    return reader.forms
