"""What a young person makes never touches the disk unsealed; only the CMS, for public pictures, may use a file."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.core.files.uploadhandler import MemoryFileUploadHandler, SkipFile
from django.http import HttpRequest, HttpResponseBase

from core.zones import CHILD, CMS, zone_of

View = TypeVar("View", bound=Callable[..., HttpResponseBase])
MOST_OF_A_FORM = 256_000  # bytes; a page of nine full boxes in Ethiopic script has 162,000
MOST_FIELDS = 200  # the longest form outside the CMS has about fifty; Wagtail's editor sends many hundreds


class SmallFormsMiddleware:
    """No form of a young person's page is larger than words can make it: the rest is refused unread (AC-15, AC-16)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> None:
        """Before anybody reads the body."""
        is_small = getattr(view, "takes_files", False) or _size_of(request) <= MOST_OF_A_FORM
        if zone_of(request.path) is CHILD and not is_small:
            raise RequestDataTooBig("A form of a young person's page is never as large as this.")


class FewFieldsMiddleware:
    """No form outside the CMS has more than 200 fields, whatever a page would do with them (AC-15).

    Stands after the token of the form was looked at: by then Django has read the fields, 1,000 of them at most.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> None:
        sent = sum(len(values) for _, values in request.POST.lists())
        if sent > MOST_FIELDS and zone_of(request.path) is not CMS:
            raise TooManyFieldsSent("A form of ours never has as many fields as this.")


def takes_files(view: View) -> View:
    """Marks a view of a young person's page whose form may carry more than words: the outermost decorator."""
    view.takes_files = True  # type: ignore[attr-defined]  # carried by the view
    return view


def _size_of(request: HttpRequest) -> int:
    said = request.META.get("CONTENT_LENGTH") or "0"
    return int(said) if said.isdecimal() else 0


class InMemoryOutsideTheCMS(MemoryFileUploadHandler):
    """Reads a small upload into memory; a larger one is passed over, and the page says so in its own words."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        if self.request is None or zone_of(self.request.path) is not CMS:
            raise SkipFile
