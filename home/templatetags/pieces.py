"""What templates need to draw the pieces: dots, bars, pictures, the links of the staff pages."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from django import template
from django.forms import BoundField, CheckboxInput, CheckboxSelectMultiple
from django.http import HttpRequest
from django.template import Context, TemplateDoesNotExist
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from core.pictures import DRAWN
from home.bars import Bar, bars
from home.dots import Dot, dots_of
from home.rooms import Link, links_for

register = template.Library()


@register.filter
def dots(now: int, total: int) -> list[str]:
    """One state for each dot: done, now, or nothing."""
    return ["done" if number < now else "now" if number == now else "" for number in range(1, total + 1)]


@register.filter
def sentences(text: str) -> list[str]:
    """One idea on a line: each sentence by itself."""
    return [each for each in re.split(r"(?<=[.!?؟።۔])\s+", text.strip()) if each]


@register.filter
def bar_parts(options: Iterable[Any]) -> list[Bar]:
    return bars(options)


@register.filter
def trend_dots(points: Sequence[Any]) -> list[Dot]:
    return dots_of(points)


@register.filter
def is_tick(field: BoundField) -> bool:
    widget = field.field.widget
    return isinstance(widget, CheckboxInput) and not isinstance(widget, CheckboxSelectMultiple)


@lru_cache(maxsize=256)
def _drawing(name: str) -> str:
    for path in (f"components/icons/face-{name}.svg", f"components/icons/{name}.svg"):
        try:
            return render_to_string(path)
        except TemplateDoesNotExist:
            continue
    return ""


def _on_page(lines: str, *, id: str = "") -> SafeString:
    inside = f'<g id="{id}">{lines}</g>' if id else lines
    return SafeString(f'<svg class="pic" viewBox="0 0 64 64" aria-hidden="true">{inside}</svg>')  # nosec B703 - our files


@register.simple_tag(takes_context=True)
def picture(context: Context, name: str) -> str:
    """A picture of ours by name; an unknown name draws nothing rather than break a child's page.

    What a page shows many times (five places, each with the same four answers) is drawn once and used again.
    """
    drawing = _drawing(name) if name and name.replace("-", "").isalnum() else ""
    found = DRAWN.fullmatch(drawing)
    request = getattr(context, "request", None)
    if found is None or request is None:
        return _on_page(found[1]) if found else drawing
    there: set[str] = request.__dict__.setdefault("pictures_drawn", set())
    if name in there:
        return _on_page(f'<use href="#pic-{name}"/>')
    there.add(name)
    return _on_page(found[1], id=f"pic-{name}")


@register.inclusion_tag("components/staff_nav.html", takes_context=True)
def staff_nav(context: Mapping[str, Any]) -> dict[str, list[Link] | str]:
    """The links under the bar, by role; `here` is the room of this page. Empty before sign-in and on error pages."""
    request: HttpRequest | None = context.get("request")
    user = getattr(request, "user", None)
    if request is None or user is None or not user.is_authenticated:
        return {"links": [], "here": "", "path": ""}
    links = links_for(user)
    rooms = [link.url for link in links if request.path.startswith(link.url)]
    return {"links": links, "here": max(rooms, key=len, default=""), "path": request.path}
