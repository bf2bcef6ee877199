"""Bare web addresses in staff-written plain text become links. bleach finds them, nh3 always has the last word.

bleach 6.4 is its final release and gets no security fixes, so nothing rests on it: its output is cleaned again by
nh3, which lets only http(s) links through. Never used on a child's words.
"""

import html

import bleach
import nh3
from django.utils.html import format_html
from django.utils.safestring import SafeString

LONGEST = 4_000  # characters; linkify's cost grows faster than its input (M9)


class _Linked:
    def __init__(self, text: str) -> None:
        self.text = text

    def __html__(self) -> str:
        found = bleach.linkify(html.escape(self.text[:LONGEST]), parse_email=False)
        return nh3.clean(
            found,
            tags={"a"},
            attributes={"a": {"href"}},
            url_schemes={"http", "https"},
            link_rel="nofollow noopener noreferrer",
        )


def linked(text: str) -> SafeString:
    """The text, escaped, with its web addresses as links."""
    return format_html("{}", _Linked(text))
