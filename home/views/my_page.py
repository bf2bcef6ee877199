"""What a card opens first: what can be done now, each on its own tile."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from home.next_tiles import tiles_for
from surveys.responses.access import CardRequest, with_card


@require_safe
@with_card
def my_page(request: CardRequest) -> HttpResponse:
    tiles = tiles_for(request.ticket, now=request.now)
    return render(
        request,
        "pages/home/my_page.html",
        {"tiles": tiles, "known": [tile for tile in tiles if not tile.url]},
    )
