"""What `allow` promises a view: somebody is signed in; and what a form of theirs carries along."""

from django.http import HttpRequest, QueryDict

from accounts.models import User


class StaffRequest(HttpRequest):
    """For type checkers; never made."""

    user: User


def version_in(request: HttpRequest) -> int:
    """The version the person looked at; 0, which no row has, where the form says none."""
    given = request.POST.get("version", "")
    return int(given) if given.isdecimal() else 0


def posted_with_version(request: HttpRequest, version: int) -> QueryDict:
    """What was sent, on top of what is stored now: saving it again replaces that."""
    posted = request.POST.copy()
    posted["version"] = str(version)
    return posted
