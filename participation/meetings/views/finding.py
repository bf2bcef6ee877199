"""Finding the row an address means, for this person only: another person's row does not exist (404)."""

from uuid import UUID

from django.http import Http404

from accounts.models import User
from participation.meetings.domain.progress import with_everybody
from participation.meetings.models import Invitation, Meeting
from participation.meetings.permissions import can_see_meeting, is_worker_of


def find_meeting(user: User, meeting_id: UUID) -> Meeting:
    """A meeting this person runs or is the worker of. Raises Http404."""
    meeting = with_everybody(Meeting.objects.filter(pk=meeting_id)).first()
    if meeting is None or not can_see_meeting(user, meeting):
        raise Http404
    return meeting


def find_own_meeting(user: User, meeting_id: UUID) -> Meeting:
    """A meeting this person is the worker of. Raises Http404."""
    meeting = find_meeting(user, meeting_id)
    if not is_worker_of(user, meeting):
        raise Http404
    return meeting


def find_invitation(meeting_id: UUID, invitation_id: UUID) -> Invitation:
    """An invitation to this meeting; the caller asks a permission. Raises Http404."""
    found = Invitation.objects.filter(pk=invitation_id, meeting_id=meeting_id).select_related(
        "meeting__council", "meeting__worker", "meeting__chair", "participant", "ticket"
    )
    invitation = found.first()
    if invitation is None:
        raise Http404
    return invitation


def find_own_invitation(user: User, meeting_id: UUID, invitation_id: UUID) -> Invitation:
    """An invitation made by this worker. Raises Http404."""
    invitation = find_invitation(meeting_id, invitation_id)
    if not is_worker_of(user, invitation.meeting):
        raise Http404
    return invitation


def find_seen_invitation(user: User, meeting_id: UUID, invitation_id: UUID) -> Invitation:
    """An invitation to a meeting this person runs or is the worker of. Raises Http404."""
    invitation = find_invitation(meeting_id, invitation_id)
    if not can_see_meeting(user, invitation.meeting):
        raise Http404
    return invitation
