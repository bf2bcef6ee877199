"""What templates need to draw the pieces: dots, bars, pictures, the links of the staff pages."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from django import template
from django.forms import BoundField, CheckboxInput, CheckboxSelectMultiple
from django.http import HttpRequest
from django.template import TemplateDoesNotExist
from django.template.loader import render_to_string

from home.bars import Bar, bars
from home.dots import Dot, dots_of
from home.rooms import Link, links_for

register = template.Library()


@register.filter
def dots(now: int, total: int) -> list[str]:
    """One state for each dot: done, now, or nothing."""
    return ["done" if number < now else "now" if number == now else "" for number in range(1, total + 1)]


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


@lru_cache(maxsize=128)
def _drawing(name: str) -> str:
    for path in (f"components/icons/face-{name}.svg", f"components/icons/{name}.svg"):
        try:
            return render_to_string(path)
        except TemplateDoesNotExist:
            continue
    return ""


@register.simple_tag
def picture(name: str) -> str:
    """A picture of ours by name; an unknown name draws nothing rather than break a child's page."""
    return _drawing(name) if name and name.replace("-", "").isalnum() else ""


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
