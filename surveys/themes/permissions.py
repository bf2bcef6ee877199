"""Who may do what with themes. Which words a report writer may open is in `domain/walls.py`."""

from accounts.models import Role, User


def can_write_reports(user: User) -> bool:
    """Opens words that young people let report writers read: sorts them, proposes and checks quotes."""
    return user.has_role(Role.REPORT_WRITER)


def can_make_themes(user: User) -> bool:
    return user.has_role(Role.PARTICIPATION_WORKER)


def can_see_themes(user: User) -> bool:
    return can_write_reports(user) or can_make_themes(user)
