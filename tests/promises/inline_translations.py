"""Finds inline translate tags where a marked-up word cannot stand: attributes, options, text boxes, SVG text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

TEMPLATE_TOKEN = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.S)
OPENS = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)|<!")
PLAIN_TEXT_ONLY = {"title", "option", "textarea", "text", "script", "style"}


@dataclass
class Place:
    """Where in the HTML we are: inside a tag, in a quoted value, in an element that holds plain text only."""

    in_tag: bool = False
    quote: str = ""
    element: str = ""
    commented: bool = False

    @property
    def is_plain(self) -> bool:
        return self.in_tag or self.element in PLAIN_TEXT_ONLY

    def read(self, sign: str, ahead: str) -> None:
        if self.quote:
            self.quote = "" if sign == self.quote else self.quote
        elif self.in_tag:
            self.quote = sign if sign in "\"'" else ""
            self.in_tag = sign != ">"
        elif sign == "<" and (opened := OPENS.match(ahead)):
            self.in_tag = True
            closes, name = opened.group(1), opened.group(2) or ""
            if name in PLAIN_TEXT_ONLY:
                self.element = "" if closes else name


def misplaced(source: str) -> Iterator[str]:
    """`line: tag` of each inline tag that would put a span where none may be.

    A block named title is fine: base.html and print.html take the tags out of it.
    """
    place, at = Place(), 0
    while at < len(source):
        if token := TEMPLATE_TOKEN.match(source, at):
            words = token.group()[2:-2].split()
            if words[:1] in (["comment"], ["endcomment"]):
                place.commented = words[0] == "comment"
            elif not place.commented and place.is_plain and is_inline(words):
                yield f"{source.count(chr(10), 0, at) + 1}: {token.group()}"
            at = token.end()
            continue
        if not place.commented:
            place.read(source[at], source[at : at + 20])
        at += 1


def is_inline(words: list[str]) -> bool:
    if words[:1] in (["translate"], ["trans"]):
        return len(words) < 3 or words[-2] != "as"
    return words[:1] in (["blocktranslate"], ["blocktrans"]) and "asvar" not in words
