from typing import cast

from django.http import HttpRequest

from accounts.models import User


def person_of(request: HttpRequest) -> User:
    """Whom `allow` has let in."""
    return cast(User, request.user)
