"""What the frame of every page needs: help numbers, reading choices, languages. Fetched only when a page draws them."""

from dataclasses import dataclass
from typing import Any

from django.contrib.sessions.backends.base import SessionBase
from django.db import DatabaseError
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from core.age_bands import AgeBand
from core.catalogues import open_languages
from core.models import Council
from core.reading import Reading, read_from
from core.shared_tablet import is_shared
from core.zones import CHILD, PUBLIC, cookie_name, zone_of
from surveys.responses.access import current_sitting, may_be_visiting
from surveys.responses.frame import frame_of

HELP = "/help/"


@dataclass(frozen=True)
class HelpLines:
    """The numbers of the council, and which national lines fit the reader's age (Childline ends at 19)."""

    council: Council
    adult: bool = False
    under_19: bool = False

    @property
    def duty_name(self) -> str:
        return self.council.duty_team_name

    @property
    def duty_phone(self) -> str:
        return self.council.duty_phone

    @property
    def duty_dial(self) -> str:
        return _dial(self.council.duty_phone)

    @property
    def out_of_hours_name(self) -> str:
        return self.council.out_of_hours_name

    @property
    def out_of_hours_phone(self) -> str:
        return self.council.out_of_hours_phone

    @property
    def out_of_hours_dial(self) -> str:
        return _dial(self.council.out_of_hours_phone)

    @property
    def advocacy_dial(self) -> str:
        return _dial(self.council.advocacy_phone)

    @property
    def not_safe_dial(self) -> str:
        return _dial(self.council.not_safe_now_phone)


def _dial(number: str) -> str:
    return "".join(sign for sign in number if sign.isdigit() or sign == "+")


def help_lines_for(request: HttpRequest) -> HelpLines:
    ticket = getattr(request, "ticket", None)
    band = ticket.band if ticket is not None else ""
    council = ticket.council if ticket is not None else Council.current()
    return HelpLines(council, adult=band == AgeBand.B18_25, under_19=bool(band) and band != AgeBand.B18_25)


def reading_for(request: HttpRequest) -> Reading:
    return read_from(_session_of(request))


def _session_of(request: HttpRequest) -> SessionBase | dict[str, Any]:
    """Public pages have no session of their own: where this browser has a young person's, they look like it, too."""
    zone = zone_of(request.path)
    if zone is CHILD and hasattr(request, "session"):
        return request.session
    key = request.COOKIES.get(cookie_name(CHILD)) if zone is PUBLIC else None
    return type(request.session)(key) if key else {}


def _is_visiting(request: HttpRequest, session: SessionBase | dict[str, Any]) -> bool:
    """Whether a page for everybody may lead back behind a card; never which card. Help asks for the visit itself,
    public pages stand behind the wall and go by the session alone.
    """
    if zone_of(request.path) is PUBLIC:
        return may_be_visiting(session, timezone.now())
    if not request.path.startswith(HELP) or not hasattr(request, "session"):
        return False
    try:
        return current_sitting(request, timezone.now()) is not None
    except DatabaseError:
        return False


def frame(request: HttpRequest) -> dict[str, Any]:
    session: Any = SimpleLazyObject(lambda: _session_of(request))
    return {
        "languages": SimpleLazyObject(open_languages),
        "help_lines": SimpleLazyObject(lambda: help_lines_for(request)),
        "card": SimpleLazyObject(lambda: frame_of(request)),
        "shared": is_shared(request),
        "reading": SimpleLazyObject(lambda: read_from(session)),
        "visiting": SimpleLazyObject(lambda: _is_visiting(request, session)),
    }
