"""Who may do what with releases. Everyone else meets them through a group or the champions' page."""

from accounts.models import Role, User


def can_see_releases(user: User) -> bool:
    return user.has_role(Role.PARTICIPATION_WORKER, Role.DATA_PROTECTION_OFFICER, Role.ADMINISTRATOR)


def can_run_releases(user: User) -> bool:
    """Make windows, freeze, share: one role, so that one person answers for it."""
    return user.has_role(Role.PARTICIPATION_WORKER)
