"""Which films a leaflet shows, and what each of them needs before it goes live."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from participation.leaflets.models import Film, LeafletVersionPage


def film_on(page: LeafletVersionPage, number: int) -> Film | None:
    shown = (block.value["film"] for block in page.body if block.block_type == "film")
    return next((film for film in shown if film is not None and film.pk == number), None)


def film_blockers(stored: list[dict[str, Any]]) -> list[str]:
    """`stored`: the body in its stored form. A film cannot be there without captions."""
    films = [block["value"] for block in stored if block["type"] == "film"]
    bare = [one for one in films if not one["film"] or not one["title"].strip() or not one["transcript"].strip()]
    return ["Each film needs a film with captions, what it is about, and its transcript."] if bare else []
