from accounts.models import Role, User


def can_run_polls(user: User) -> bool:
    return user.has_role(Role.PARTICIPATION_WORKER)
