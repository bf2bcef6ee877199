"""Who signed in, who left, whose second factor changed: the audit log hears of it (ASVS 16.3)."""

from typing import Any

from allauth.account.signals import password_changed, password_reset, password_set
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver
from django.utils import timezone

from accounts.models import User
from core import audit


@receiver(user_logged_in)
def signed_in(user: User, **kwargs: Any) -> None:
    audit.record("sign_in", actor=user, subject=user, now=timezone.now())


@receiver(user_logged_out)
def signed_out(user: User | None, **kwargs: Any) -> None:
    if user is not None:
        audit.record("sign_out", actor=user, subject=user, now=timezone.now())


@receiver(user_login_failed)
def refused(credentials: dict[str, Any], **kwargs: Any) -> None:
    """What was typed stays out: it may be somebody's other password."""
    typed = str(credentials.get("email") or credentials.get("username") or "")
    audit.record("sign_in.refused", subject=User.objects.filter(email__iexact=typed).first(), now=timezone.now())


@receiver([password_changed, password_set, password_reset])
def new_password(user: User, **kwargs: Any) -> None:
    audit.record("password.changed", actor=user, subject=user, now=timezone.now())


@receiver([authenticator_added, authenticator_removed, authenticator_reset])
def second_factor(user: User, authenticator: Any, signal: Any, **kwargs: Any) -> None:
    done = {authenticator_added: "added", authenticator_removed: "removed"}.get(signal, "reset")
    detail = {"kind": str(authenticator.type)}
    audit.record(f"second_factor.{done}", actor=user, subject=user, detail=detail, now=timezone.now())
