"""Who may write what young people read about changes."""

from accounts.models import Role, User


def can_write_replies(user: User) -> bool:
    return user.has_role(Role.PARTICIPATION_WORKER, Role.ADMINISTRATOR)
