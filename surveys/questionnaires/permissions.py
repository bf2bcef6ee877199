"""Who may change questions and who may publish them."""

from typing import Any

from accounts.models import Role


def can_edit_questions(user: Any) -> bool:
    """Participation workers and administrators write drafts."""
    return _has(user, Role.PARTICIPATION_WORKER, Role.ADMINISTRATOR)


def can_publish_questions(user: Any) -> bool:
    """Administrators alone, until two people publish together (D32)."""
    return _has(user, Role.ADMINISTRATOR)


def _has(user: Any, *roles: Role) -> bool:
    return bool(user and user.is_authenticated and user.is_active and user.has_role(*roles))
