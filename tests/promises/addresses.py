"""Every address of the site, read from the resolver itself: nothing is listed by hand."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

OTHERS = ("cms/", "accounts/", "documents/", "leaflets/_util/")  # Wagtail's and allauth's own


@dataclass(frozen=True)
class Address:
    path: str
    name: str
    view: Callable[..., Any]
    parts: tuple[str, ...]


def _walk(resolver: URLResolver, start: str = "") -> Iterator[Address]:
    for entry in resolver.url_patterns:
        here = start + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _walk(entry, here)
        elif isinstance(entry, URLPattern):
            yield Address(here, entry.name or "", entry.callback, tuple(entry.pattern.converters))


@cache
def every_address() -> tuple[Address, ...]:
    return tuple(_walk(get_resolver()))


@cache
def own_addresses() -> dict[str, Address]:
    """Our own, by url name. The first one wins, as it does for a visitor."""
    own: dict[str, Address] = {}
    for address in every_address():
        if not address.path.startswith(OTHERS):
            own.setdefault(address.name, address)
    return own


def addresses_below(start: str) -> list[Address]:
    return [address for address in every_address() if address.path.startswith(start)]
