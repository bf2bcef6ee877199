"""Who may print evidence for an inspection."""

from accounts.models import Role, User


def can_print_evidence(user: User) -> bool:
    return user.has_role(Role.PARTICIPATION_WORKER, Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER)
