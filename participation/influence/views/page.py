"""The page everyone can read: what young people said and what came of it."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from core.access import open_to_all
from participation.influence.domain.page import as_reply, replies_on_the_page

ON_A_PAGE = 10


@open_to_all
@require_safe
def changed(request: HttpRequest) -> HttpResponse:
    """No sign-in, no cookie, no session: two queries, whoever asks."""
    today = timezone.localdate()
    page = Paginator(replies_on_the_page(), ON_A_PAGE).get_page(request.GET.get("page"))
    replies = [as_reply(row, today=today) for row in page]
    return render(request, "pages/influence/changed.html", {"page": page, "replies": replies})
