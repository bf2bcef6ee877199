"""What `allow` makes sure of; for type checkers, never made."""

from django.http import HttpRequest, QueryDict

from accounts.models import User


class StaffRequest(HttpRequest):
    user: User


def posted(request: HttpRequest) -> QueryDict | None:
    """What was sent, even if nothing was filled in; None when the page is only looked at."""
    return request.POST if request.method == "POST" else None
