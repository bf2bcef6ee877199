"""Who may see a staff page: one decorator, one rule per view. Absent and forbidden are both 404 (security.md §3.9)."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse

from accounts.models import User

Rule = Callable[[User], bool]
View = Callable[..., HttpResponse]


def allow(rule: Rule) -> Callable[[View], View]:
    """Lets in signed-in, active people for whom `rule` is true; others are asked to sign in, or see a 404."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            user = request.user
            if not isinstance(user, User) or not user.is_active:
                return redirect_to_login(request.get_full_path())
            if not rule(user):
                raise Http404
            return view(request, *args, **kwargs)

        guarded.access_rule = rule  # type: ignore[attr-defined]  # carried by the view
        return guarded

    return decorate


def signed_in(user: User) -> bool:
    """A rule: everybody who can sign in."""
    return user.is_active
