"""Booking, inviting, moving, cancelling, and telling in person."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from accounts.access import allow
from accounts.requests import StaffRequest
from core.models import Council
from participation.meetings.domain import booking, taking_part
from participation.meetings.forms.afterwards import TookPartForm
from participation.meetings.forms.booking import (
    MeetingForm,
    PeopleForms,
    WhenForm,
    YoungPersonForm,
    people_in,
)
from participation.meetings.models import Invitation, Meeting
from participation.meetings.permissions import can_book
from participation.meetings.views.requests import posted

from .finding import find_own_invitation, find_own_meeting

NO_COUNCIL = "First an administrator sets up the council and its help numbers."


@require_http_methods(["GET", "POST"])
@allow(can_book)
def book_meeting(request: StaffRequest) -> HttpResponse:
    """One page for the meeting and the first young person (S27)."""
    now, given = timezone.now(), posted(request)
    meeting_form = MeetingForm(given, now=now)
    people = PeopleForms(given, prefix="people")
    young = _young_person_form(request)
    if Council.current().pk is None:
        meeting_form.add_error(None, NO_COUNCIL) if given is not None else messages.warning(request, NO_COUNCIL)
    if request.method == "POST" and all([meeting_form.is_valid(), people.is_valid(), young.is_valid()]):
        invitation = _book(request, meeting_form, people, young)
        return redirect("safe_to_tell", invitation.meeting_id, invitation.pk)
    context = {"meeting_form": meeting_form, "people": people, "young": young}
    return render(request, "pages/meetings/book_meeting.html", context, status=200 if given is None else 400)


def _book(request: StaffRequest, meeting_form: MeetingForm, people: object, young: YoungPersonForm) -> Invitation:
    now, given = timezone.now(), meeting_form.cleaned_data
    meeting = booking.book_meeting(
        council=Council.current(),
        kind=given["kind"],
        starts_at=given["starts_at"],
        minutes=given["minutes"],
        place=given["place"],
        chair=given["chair"],
        worker=request.user,
        people=people_in(people),
        police_live=given["police_live"],
        part_without=given["part_without"],
        now=now,
    )
    return _invite(meeting, young)


def _young_person_form(request: StaffRequest) -> YoungPersonForm:
    known = booking.people_known_to(request.user)
    return YoungPersonForm(posted(request), worker=request.user, known=known, now=timezone.now(), prefix="young")


def _invite(meeting: Meeting, young: YoungPersonForm) -> Invitation:
    given = young.cleaned_data
    return booking.invite(
        meeting,
        participant=young.participant(),
        nickname=given["nickname"],
        band=given["band"],
        level=given["level"],
        language=given["language"],
        place=given["place"],
        now=timezone.now(),
    )


@require_http_methods(["GET", "POST"])
@allow(can_book)
def invite_person(request: StaffRequest, meeting_id: UUID) -> HttpResponse:
    """One more young person to the same meeting, for example a brother."""
    meeting = find_own_meeting(request.user, meeting_id)
    young = _young_person_form(request)
    if request.method == "POST" and young.is_valid():
        person = young.participant()
        if person is not None and meeting.invitations.filter(participant=person).exists():
            young.add_error("known", "They are invited to this meeting already.")
        else:
            invitation = _invite(meeting, young)
            return redirect("safe_to_tell", meeting.pk, invitation.pk)
    status = 400 if young.errors else 200
    return render(request, "pages/meetings/invite_person.html", {"meeting": meeting, "young": young}, status=status)


@require_http_methods(["GET", "POST"])
@allow(can_book)
def move_meeting(request: StaffRequest, meeting_id: UUID) -> HttpResponse:
    now = timezone.now()
    meeting = find_own_meeting(request.user, meeting_id)
    form = WhenForm(posted(request), now=now, initial=WhenForm.initial_of(meeting))
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        booking.move_meeting(
            meeting,
            starts_at=given["starts_at"],
            minutes=given["minutes"],
            place=given["place"],
            by=request.user,
            now=now,
        )
        messages.success(request, "Moved. Now tell them in person; it stays on your list until you tick that.")
        return redirect("work_meeting", meeting.pk)
    status = 400 if form.errors else 200
    return render(request, "pages/meetings/move_meeting.html", {"meeting": meeting, "form": form}, status=status)


@require_http_methods(["GET", "POST"])
@allow(can_book)
def cancel_meeting(request: StaffRequest, meeting_id: UUID) -> HttpResponse:
    meeting = find_own_meeting(request.user, meeting_id)
    if request.method == "POST":
        booking.cancel_meeting(meeting, by=request.user, now=timezone.now())
        messages.success(request, "Not happening. It stays on your list until they were told in person.")
        return redirect("work_meeting", meeting.pk)
    return render(request, "pages/meetings/cancel_meeting.html", {"meeting": meeting})


@require_POST
@allow(can_book)
def told_news(request: StaffRequest, meeting_id: UUID, invitation_id: UUID) -> HttpResponse:
    invitation = find_own_invitation(request.user, meeting_id, invitation_id)
    booking.told_the_news(invitation, by=request.user, now=timezone.now())
    return redirect("work_meeting", meeting_id)


@require_POST
@allow(can_book)
def took_part(request: StaffRequest, meeting_id: UUID, invitation_id: UUID) -> HttpResponse:
    invitation = find_own_invitation(request.user, meeting_id, invitation_id)
    form = TookPartForm(request.POST)
    if form.is_valid():
        taking_part.record_took_part(invitation, how=form.cleaned_data["how"], by=request.user, now=timezone.now())
        messages.success(request, "Kept.")
    else:
        messages.error(request, "Choose how they took part.")
    return redirect("work_meeting", meeting_id)


@require_POST
@allow(can_book)
def advocate_asked(request: StaffRequest, meeting_id: UUID, invitation_id: UUID) -> HttpResponse:
    invitation = find_own_invitation(request.user, meeting_id, invitation_id)
    taking_part.advocate_is_found(invitation, by=request.user, now=timezone.now())
    return redirect("work_meeting", meeting_id)
