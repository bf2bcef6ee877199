"""What is typed on a page that is not a question, when a control of the frame is pressed there.

Kept sealed in this visit's session and never shown back (D25). It goes in with the page's own button, and away with
the visit.
"""

import json
from collections.abc import Mapping

from django.http import HttpRequest, QueryDict

from core.sealing import CannotOpen, open_sealed, seal
from surveys.responses.access import SITTING

REVIEW = "say_check"
PAGES = frozenset({"take_part", "advocate", "talk", "say_change", REVIEW})
NOT_KEPT = frozenset({"csrfmiddlewaretoken", "go", "here", "key", "once", "send", "preview", "shown"})
MOST = 16_000  # characters: more than any of these pages takes
HELD = "held"


def hold(request: HttpRequest, page: str) -> None:
    """Does nothing for a page without boxes, or where nothing was put into them; a tick taken away on review counts."""
    given = {name: values for name, values in request.POST.lists() if name not in NOT_KEPT and any(values)}
    if page not in PAGES or not (given or page == REVIEW) or len(text := json.dumps(given)) > MOST:
        return
    request.session[HELD] = {**_all(request), page: seal(text, context=_place(request, page))}


def is_held(request: HttpRequest, page: str) -> bool:
    return page in _all(request)


def with_held(request: HttpRequest, page: str) -> QueryDict:
    """What was posted; what was left empty is filled with what was held."""
    posted = request.POST.copy()
    for name, values in held_on(request, page).items():
        if not any(posted.getlist(name)):
            posted.setlist(name, values)
    return posted


def held_on(request: HttpRequest, page: str) -> dict[str, list[str]]:
    sealed = _all(request).get(page)
    if sealed is None:
        return {}
    try:
        text = open_sealed(sealed, context=_place(request, page))
    except CannotOpen:
        return {}
    return {str(name): list(values) for name, values in json.loads(text).items()}


def let_go(request: HttpRequest, page: str) -> None:
    """It was sent: nothing of it stays here."""
    left = {name: sealed for name, sealed in _all(request).items() if name != page}
    if left != _all(request):
        request.session[HELD] = left


def _all(request: HttpRequest) -> Mapping[str, str]:
    kept = request.session.get(HELD)
    return kept if isinstance(kept, dict) else {}


def _place(request: HttpRequest, page: str) -> tuple[str, ...]:
    return (HELD, str(request.session.get(SITTING, "")), page)
