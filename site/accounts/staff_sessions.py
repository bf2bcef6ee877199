"""A staff sign-in ends after 30 minutes of quiet and after 12 hours in any case (ASVS 7.3)."""

import datetime as dt
from collections.abc import Callable

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from accounts.models import User
from core.zones import CMS, STAFF, zone_of

IDLE = dt.timedelta(minutes=30)
LONGEST = dt.timedelta(hours=12)
TOUCH_EVERY = dt.timedelta(minutes=1)
BEGAN, SEEN = "began_at", "seen_at"


class StaffSessionMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if zone_of(request.path) not in (CMS, STAFF):
            return self.get_response(request)
        if isinstance(request.user, User):
            self._check(request, timezone.now())
        response = self.get_response(request)
        if isinstance(request.user, User) and SEEN not in request.session:  # signed in just now
            self._check(request, timezone.now())
        return response

    def _check(self, request: HttpRequest, now: dt.datetime) -> None:
        session = request.session
        began = dt.datetime.fromisoformat(session.get(BEGAN, now.isoformat()))
        seen = dt.datetime.fromisoformat(session.get(SEEN, now.isoformat()))
        if now - seen > IDLE or now - began > LONGEST:
            logout(request)
            return
        session.setdefault(BEGAN, now.isoformat())
        if SEEN not in session or now - seen > TOUCH_EVERY:
            session[SEEN] = now.isoformat()
