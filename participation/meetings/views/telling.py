"""The safe-to-tell gate."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from accounts.access import allow
from accounts.requests import StaffRequest
from participation.meetings.domain.telling import decide_telling, reasons_to_wait
from participation.meetings.forms.telling import AdultForms, TellingForm, adults_in, initial_adults
from participation.meetings.permissions import can_book
from participation.meetings.views.requests import posted

from .finding import find_own_invitation


@require_http_methods(["GET", "POST"])
@allow(can_book)
def safe_to_tell(request: StaffRequest, meeting_id: UUID, invitation_id: UUID) -> HttpResponse:
    now, user, given = timezone.now(), request.user, posted(request)
    invitation = find_own_invitation(user, meeting_id, invitation_id)
    form = TellingForm(
        given,
        today=timezone.localdate(now),
        initial=TellingForm.initial_of(invitation, who=user.display_name),
    )
    adults = AdultForms(given, prefix="adults", initial=initial_adults(invitation) if given is None else None)
    if request.method == "POST" and all([form.is_valid(), adults.is_valid()]):
        decide_telling(invitation, telling=form.telling(), adults=adults_in(adults), by=user, now=now)
        if reasons_to_wait(invitation):
            messages.info(request, "Kept. No card can be made yet.")
            return redirect("work_meeting", meeting_id)
        return redirect("card", meeting_id, invitation.pk)
    context = {
        "invitation": invitation,
        "nickname": invitation.participant.nickname.open(),
        "form": form,
        "adults": adults,
    }
    return render(request, "pages/meetings/safe_to_tell.html", context, status=200 if given is None else 400)
