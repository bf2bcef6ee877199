"""No staff page without a second factor where settings ask for it; production always does (SAF7, ASVS 6.3.3)."""

from collections.abc import Callable
from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from accounts.models import User
from core.zones import CMS, STAFF, zone_of

OPEN_PREFIX = "/accounts/"  # enrolling, signing in with the second factor, signing out


class SecondFactorMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if self._is_missing(request):
            return redirect(self._where_next(request))
        return self.get_response(request)

    def _is_missing(self, request: HttpRequest) -> bool:
        if not settings.MFA_REQUIRED or zone_of(request.path) not in (CMS, STAFF):
            return False
        if request.path.startswith(OPEN_PREFIX) or not isinstance(request.user, User):
            return False
        records = get_authentication_records(request, request.user)  # without the user it is always empty
        return not any(record["method"] == "mfa" for record in records)

    def _where_next(self, request: HttpRequest) -> str:
        methods = get_adapter().get_reauthentication_methods(request.user)
        second = [method["url"] for method in methods if method["id"].startswith("mfa_")]
        query = urlencode({"next": request.get_full_path()})
        return f"{second[0] if second else reverse('mfa_index')}?{query}"
