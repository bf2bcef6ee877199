"""In the editor: a page that is not ready stays a draft, and the reasons are said in plain words."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from wagtail import hooks
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from participation.leaflets.domain.gate import blockers
from participation.leaflets.models import Film
from participation.leaflets.models.care import CaredForPage


class FilmViewSet(SnippetViewSet):
    """Films are added and taken out, never changed (`home.domain.cms_rights`)."""

    model = Film
    icon = "media"
    add_to_admin_menu = True
    copy_view_enabled = False
    list_display = ["name", "kind", "added_at"]
    panels = [FieldPanel("name"), FieldPanel("film_file"), FieldPanel("captions_file")]


register_snippet(FilmViewSet)


@hooks.register("before_publish_page")
def say_why_not_yet(request: HttpRequest, page: Page) -> HttpResponse | None:
    if not isinstance(page, CaredForPage):
        return None
    reasons = blockers(page, today=timezone.localdate())
    if not reasons:
        return None
    _tell(request, page, reasons)
    return redirect("wagtailadmin_pages:edit", page.pk)


@hooks.register("before_bulk_action")
def say_why_not_yet_for_many(
    request: HttpRequest, action_type: str, objects: Iterable[Page], action: Any
) -> HttpResponse | None:
    if action_type != "publish" or request.method != "POST":
        return None
    held = False
    for page in objects:
        draft = page.get_latest_revision_as_object() if isinstance(page.specific, CaredForPage) else None
        reasons = blockers(draft, today=timezone.localdate()) if draft else []
        if reasons:
            _tell(request, page, reasons)
            held = True
    return redirect("wagtailadmin_home") if held else None


@hooks.register("before_copy_page")
def copies_start_as_drafts(request: HttpRequest, page: Page) -> HttpResponse | None:
    """A copy is a new text with an old check: it starts as a draft."""
    if request.method == "POST" and (request.POST.get("publish_copies") or request.POST.get("alias")):
        messages.error(request, "A copy starts as a draft. Copy it, check the words, then publish it.")
        return redirect("wagtailadmin_pages:copy", page.pk)
    return None


@hooks.register("before_serve_document")
def documents_are_for_editors(document: Any, request: HttpRequest) -> None:
    """No page of ours offers a file to take away (S1), so Wagtail's own address opens for editors alone."""
    if not request.user.is_authenticated or not request.user.has_perm("wagtailadmin.access_admin"):
        raise Http404


def _tell(request: HttpRequest, page: Page, reasons: list[str]) -> None:
    messages.error(request, f"“{page.title}” is saved as a draft. It is not live yet: {' '.join(reasons)}")
