"""Making a card. The page with the code answers a POST and is never stored, so nobody can come back to it."""

from uuid import UUID

import segno
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from accounts.access import allow
from accounts.requests import StaffRequest
from core.models import Council
from participation.meetings.domain.cards import (
    AlreadyMade,
    MadeCard,
    NotReady,
    change_agreed_word,
    make_card,
    make_new_code,
)
from participation.meetings.domain.telling import leaflet_for, reasons_to_wait
from participation.meetings.forms.telling import CardForm, WordAndBehindForm
from participation.meetings.models import Invitation
from participation.meetings.permissions import can_book
from participation.meetings.views.requests import posted

from .finding import find_own_invitation

MADE_ALREADY = "A card was made since you opened this page. If you have no print of it, make a new code."


@require_http_methods(["GET", "POST"])
@never_cache
@allow(can_book)
def card(request: StaffRequest, meeting_id: UUID, invitation_id: UUID) -> HttpResponse:
    """GET asks for the agreed word; POST makes the card and shows the code, this one time."""
    invitation = find_own_invitation(request.user, meeting_id, invitation_id)
    form = CardForm(posted(request), initial={"card_number": invitation.cards_made})
    if request.method == "POST" and form.is_valid():
        try:
            made = make_card(
                invitation,
                by=request.user,
                card_number=form.cleaned_data["card_number"],
                agreed_word=form.cleaned_data["agreed_word"],
                behind=form.cleaned_data["behind"],
                now=timezone.now(),
            )
        except NotReady as not_ready:
            form.add_error(None, list(not_ready.reasons))
        except AlreadyMade:
            return _made_already(request, invitation)
        else:
            return print_card(request, invitation, made)
    return _card_page(request, invitation, form)


def _card_page(request: StaffRequest, invitation: Invitation, form: CardForm) -> HttpResponse:
    context = {
        "invitation": invitation,
        "nickname": invitation.participant.nickname.open(),
        "form": form,
        "reasons": reasons_to_wait(invitation),
        "leaflet_for": leaflet_for(invitation),
        "word_form": WordAndBehindForm(prefix="word"),
    }
    return render(request, "pages/meetings/card.html", context, status=400 if form.errors else 200)


@require_POST
@never_cache
@allow(can_book)
def new_code(request: StaffRequest, meeting_id: UUID, invitation_id: UUID) -> HttpResponse:
    """A new code for a lost card: the old one stops; nothing that was written is read."""
    invitation = find_own_invitation(request.user, meeting_id, invitation_id)
    number = request.POST.get("card_number", "")
    try:
        made = make_new_code(
            invitation,
            by=request.user,
            card_number=int(number) if number.isdecimal() else -1,
            now=timezone.now(),
        )
    except AlreadyMade:
        return _made_already(request, invitation)
    except NotReady as not_ready:
        for reason in not_ready.reasons:
            messages.error(request, reason)
        return redirect("card", meeting_id, invitation_id)
    return print_card(request, invitation, made)


@require_POST
@allow(can_book)
def change_word(request: StaffRequest, meeting_id: UUID, invitation_id: UUID) -> HttpResponse:
    invitation = find_own_invitation(request.user, meeting_id, invitation_id)
    form = WordAndBehindForm(request.POST, prefix="word")
    if not form.is_valid() or invitation.ticket is None:
        messages.error(request, "Not changed. Write the word you agreed, or tick nothing below it.")
        return redirect("card", meeting_id, invitation_id)
    change_agreed_word(
        invitation,
        word=form.cleaned_data["agreed_word"],
        behind=form.cleaned_data["behind"],
        by=request.user,
        now=timezone.now(),
    )
    messages.success(request, "The word is changed. What the old one opened is closed now.")
    return redirect("card", meeting_id, invitation_id)


def print_card(request: StaffRequest, invitation: Invitation, made: MadeCard) -> HttpResponse:
    """Holds a code and the neutral address; no name, place or time (S1)."""
    address = settings.WAGTAILADMIN_BASE_URL.rstrip("/") + "/"
    context = {
        "code": made.code,
        "address": address.split("://", 1)[-1].rstrip("/"),
        "qr": segno.make(address, error="m").svg_data_uri(scale=4, border=2, dark="#17213b"),
        "council": Council.current(),
        "back": invitation.meeting_id,
    }
    response = render(request, "print/card.html", context)
    response["Cache-Control"] = "no-store, private"
    return response


def _made_already(request: StaffRequest, invitation: Invitation) -> HttpResponse:
    messages.warning(request, MADE_ALREADY)
    return redirect("card", invitation.meeting_id, invitation.pk)
