"""The child's pages about the meeting. What stands behind the agreed word is decided in the domain, once."""

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from core.read_aloud import heard
from participation.meetings.domain import agreed_word as words
from participation.meetings.domain.aftermath import aftermath_page
from participation.meetings.domain.confirming import bring_draft_up_to_date
from participation.meetings.domain.invites import invite_page, wording_of
from participation.meetings.domain.taking_part import choose_how, want_advocate
from participation.meetings.domain.visits import ask_for_visit
from participation.meetings.enums import Behind, VisitReason
from participation.meetings.forms.child import AdvocateForm, TakePartForm, WordForm
from participation.meetings.models import Invitation
from participation.meetings.views.requests import posted
from surveys.responses import held
from surveys.responses.access import CardRequest, chosen_level, with_card
from surveys.responses.registry import who_reads

KEPT = "behind_word"
BACK_TO = ("invite", "outcome", "advocate")


@require_safe
@with_card
def invite(request: CardRequest) -> HttpResponseBase:
    invitation = _invitation(request)
    page = invite_page(invitation, level=chosen_level(request), opened=_opened(request, invitation))
    return _render(request, "invite", invitation, {"page": page, "readers": who_reads(request.ticket)})


@require_safe
@with_card
def invite_sound(request: CardRequest) -> HttpResponseBase:
    return heard(request, wording_of(_invitation(request), level=chosen_level(request)))


@require_http_methods(["GET", "POST"])
@with_card
def take_part(request: CardRequest) -> HttpResponseBase:
    """What was chosen before is not shown: the card may be in other hands."""
    invitation = _invitation(request)
    form = TakePartForm(_with_held(request, "take_part"))
    if request.method == "POST" and form.is_valid():
        choose_how(invitation, now=request.now, **form.cleaned_data)
        held.let_go(request, "take_part")
        bring_draft_up_to_date(invitation, now=request.now)
        return _render(request, "take_part_kept", invitation, {})
    context = {"form": form, "held": held.is_held(request, "take_part")}
    return _render(request, "take_part", invitation, context, status=400 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@with_card
def advocate(request: CardRequest) -> HttpResponseBase:
    invitation = _invitation(request)
    form = AdvocateForm(_with_held(request, "advocate"))
    if request.method == "POST" and form.is_valid():
        want_advocate(invitation, answer=form.cleaned_data["answer"], now=request.now)
        held.let_go(request, "advocate")
        bring_draft_up_to_date(invitation, now=request.now)
        return _render(request, "advocate_kept", invitation, {"answer": form.cleaned_data["answer"]})
    opened = words.shows(invitation, Behind.ADVOCATE, opened=_opened(request, invitation))
    context = {"form": form, "shows_state": opened, "held": held.is_held(request, "advocate")}
    return _render(request, "advocate", invitation, context, status=400 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@with_card
def agreed_word(request: CardRequest) -> HttpResponseBase:
    """A right word opens what stands behind it for ten minutes; a wrong one shows and locks nothing."""
    invitation = _invitation(request)
    if not invitation.behind_word:
        return redirect("invite")
    back_to = request.POST.get("next") or request.GET.get("next")
    back_to = back_to if back_to in BACK_TO else "invite"
    form = WordForm(posted(request))
    tried = None
    if request.method == "POST" and form.is_valid():
        tried = words.try_word(invitation, form.cleaned_data["word"], now=request.now)
        if tried.is_right:
            request.session[KEPT] = words.pass_for(invitation, now=request.now)
            return redirect(back_to)
    context = {"form": WordForm() if tried else form, "tried": tried, "next": back_to}
    return _render(request, "agreed_word", invitation, context, status=400 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@with_card
def my_card(request: CardRequest) -> HttpResponseBase:
    """ "Someone else has my card": a visit by the worker. Nothing stops by itself (S3)."""
    invitation = _invitation(request)
    if request.method == "POST":
        ask_for_visit(invitation, reason=VisitReason.OTHER_HAS_CARD, now=request.now)
        return _render(request, "my_card_kept", invitation, {})
    return _render(request, "my_card", invitation, {})


@require_safe
@with_card
def outcome(request: CardRequest) -> HttpResponseBase:
    """What happens next, always; what came of it, behind the word. Never the answers."""
    invitation = _invitation(request)
    page = aftermath_page(invitation, opened=_opened(request, invitation), now=request.now)
    return _render(request, "outcome", invitation, {"page": page})


def _invitation(request: CardRequest) -> Invitation:
    """Only a meeting card has an invitation. Raises Http404."""
    found = Invitation.objects.filter(ticket=request.ticket).select_related(
        "meeting__worker", "meeting__chair", "meeting__council", "ticket"
    )
    invitation = found.first()
    if invitation is None:
        raise Http404
    return invitation


def _with_held(request: CardRequest, page: str) -> QueryDict | None:
    return held.with_held(request, page) if request.method == "POST" else None


def _opened(request: CardRequest, invitation: Invitation) -> bool:
    return words.is_open(invitation, request.session.get(KEPT), now=request.now)


def _worker(invitation: Invitation) -> str:
    return invitation.meeting.worker.first_name


def _render(
    request: CardRequest, name: str, invitation: Invitation, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    shared = {
        "invitation": invitation,
        "worker": _worker(invitation),
        "chair": invitation.meeting.chair.first_name,
        "council": invitation.meeting.council,
        "opened": _opened(request, invitation),
    }
    return render(request, f"pages/meetings/{name}.html", shared | context, status=status)
