"""What the content studio lets whom do. Our roles decide, not Wagtail's groups (D10, D32)."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from wagtail.permission_policies import BasePermissionPolicy

from accounts.models import Role, User
from surveys.questionnaires.permissions import can_edit_questions, can_publish_questions

DRAFTING = frozenset({"add", "change", "view", "copy"})
READING = frozenset({"view"})


class QuestionnairePolicy(BasePermissionPolicy):
    """Participation workers draft, administrators publish, nobody deletes: unpublish it."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        if action == "publish":
            return can_publish_questions(user)
        return action in DRAFTING and can_edit_questions(user)

    def users_with_any_permission(self, actions: Iterable[str]) -> QuerySet[User]:
        roles = []
        if DRAFTING & set(actions):
            roles += [Role.PARTICIPATION_WORKER, Role.ADMINISTRATOR]
        elif "publish" in actions:
            roles += [Role.ADMINISTRATOR]
        return User.objects.with_role(*roles)


class ReadOnlyPolicy(BasePermissionPolicy):
    """Published versions and the bank's wordings can be read and never changed."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action in READING and can_edit_questions(user)

    def users_with_any_permission(self, actions: Iterable[str]) -> QuerySet[User]:
        roles = [Role.PARTICIPATION_WORKER, Role.ADMINISTRATOR] if READING & set(actions) else []
        return User.objects.with_role(*roles)
