"""Who may do what with a meeting. Views ask here; a "no" is a 404."""

import datetime as dt

from accounts.models import Role, User
from participation.listening.domain.assignments import is_kept_from
from participation.listening.domain.walls import can_read
from participation.meetings.models import Invitation, Meeting, VisitTask
from surveys.responses.models import Response

WORKERS = (Role.MEETING_WORKER, Role.PARTICIPATION_WORKER)


def can_book(user: User) -> bool:
    return user.has_role(*WORKERS)


def can_have_meetings(user: User) -> bool:
    """Has a list of meetings, perhaps empty. The lead settles visits where the worker is "not them"."""
    return user.has_role(*WORKERS, Role.CHAIR, Role.SAFEGUARDING_LEAD)


def can_have_statements(user: User) -> bool:
    return user.has_role(*WORKERS, Role.CHAIR, Role.READER, Role.SAFEGUARDING_LEAD)


def is_worker_of(user: User, meeting: Meeting) -> bool:
    return meeting.worker_id == user.pk and can_book(user)


def is_chair_of(user: User, meeting: Meeting) -> bool:
    return meeting.chair_id == user.pk and user.has_role(Role.CHAIR)


def can_see_meeting(user: User, meeting: Meeting) -> bool:
    return is_worker_of(user, meeting) or is_chair_of(user, meeting)


def can_read_statement(user: User, invitation: Invitation, response: Response, *, now: dt.datetime) -> bool:
    """This meeting's worker and chair; cover and the lead as was told. Never "not them" (S9, S10)."""
    if not can_have_statements(user) or is_kept_from(user, invitation.ticket):
        return False
    named = (invitation.meeting.worker_id, invitation.meeting.chair_id)
    if user.pk in named and not can_see_meeting(user, invitation.meeting):
        return False
    return can_read(user, response, now=now)


def can_write_outcome(user: User, invitation: Invitation) -> bool:
    return can_see_meeting(user, invitation.meeting)


def can_mark_safe(user: User, invitation: Invitation) -> bool:
    """What is safe if someone else reads it is the chair's to say (S12)."""
    return is_chair_of(user, invitation.meeting)


def can_settle_visit(user: User, task: VisitTask) -> bool:
    """The worker; the safeguarding lead where the worker is the one they said no to."""
    invitation = task.invitation
    if is_kept_from(user, invitation.ticket):
        return False
    if is_worker_of(user, invitation.meeting):
        return True
    return user.has_role(Role.SAFEGUARDING_LEAD) and is_kept_from(invitation.meeting.worker, invitation.ticket)
