"""Who may let words go out to children: administrators only, until two people sign each text (D32)."""

from typing import Any

from wagtail.models import PagePermissionTester

from accounts.models import Role


def may_publish(user: Any) -> bool:
    return bool(user.is_active and (user.is_superuser or user.has_role(Role.ADMINISTRATOR)))


class ChildContentTester(PagePermissionTester):
    """Wagtail's own answer, and the role on top of it. Wagtail's superuser stays what it is."""

    def can_publish(self) -> bool:
        return may_publish(self.user) and super().can_publish()

    def can_publish_subpage(self) -> bool:
        return may_publish(self.user) and super().can_publish_subpage()
