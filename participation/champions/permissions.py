"""Who sees the champions' page and who leads. Young champions are seen by the lead alone (S22)."""

from accounts.models import Role, User


def can_open_champions(user: User) -> bool:
    return user.has_role(Role.CHAMPION, Role.CHAMPION_LEAD)


def can_lead_champions(user: User) -> bool:
    return user.has_role(Role.CHAMPION_LEAD)
