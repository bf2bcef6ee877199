"""Who may open which room of listening. What a person may see inside is in `domain/walls.py`."""

from typing import Any

from accounts.models import Role

LISTENING_ROLES = (
    Role.READER,
    Role.PARTICIPATION_WORKER,
    Role.MEETING_WORKER,
    Role.CHAIR,
    Role.SAFEGUARDING_LEAD,
)
ROTA_ROLES = (Role.SAFEGUARDING_LEAD, Role.PARTICIPATION_WORKER, Role.ADMINISTRATOR)
DUTY_ROLES = (Role.READER, Role.PARTICIPATION_WORKER, Role.MEETING_WORKER, Role.SAFEGUARDING_LEAD)


def can_listen(user: Any) -> bool:
    """The queue and the alerts: empty for a person whom nothing waits for."""
    return bool(user.has_role(*LISTENING_ROLES))


def can_keep_rota(user: Any) -> bool:
    return bool(user.has_role(*ROTA_ROLES))


def is_safeguarding_lead(user: Any) -> bool:
    return bool(user.has_role(Role.SAFEGUARDING_LEAD))


def can_see_rota(user: Any) -> bool:
    return can_listen(user) or can_keep_rota(user)
