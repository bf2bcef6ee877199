"""People who sign in by hand: their password, their authenticator app, what the mail told them."""

import re
from typing import Any

from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core import mail
from django.test import Client

from accounts.models import User
from tests.factories.accounts import UserFactory

PASSWORD = "a-long-quiet-password"
LOGIN, CODE, CONFIRM_CODE = "/accounts/login/", "/accounts/login/code/", "/accounts/login/code/confirm/"


def person(**fields: Any) -> User:
    """Somebody with a password."""
    user = UserFactory(**fields)
    user.set_password(PASSWORD)
    user.save()
    return user


def by_password(client: Client, user: User, *, password: str = PASSWORD, **fields: str) -> Any:
    return client.post(LOGIN, {"login": user.email, "password": password, **fields})


def mailed_code() -> str:
    found = re.search(r"^([A-Z0-9]{3,}-?[A-Z0-9]{3,})\s*$", mail.outbox[-1].body, re.MULTILINE)
    assert found, mail.outbox[-1].body
    return found.group(1)


def is_in(client: Client) -> bool:
    return client.get("/work/").status_code == 200


def app_code(secret: str) -> str:
    """What the authenticator app shows now."""
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def enrol_app(user: User) -> str:
    """Gives the person an authenticator app; returns its secret."""
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    return secret


def enrolling_page(client: Client) -> str:
    """The page with the secret; the password is asked once more first."""
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    return str(client.get("/accounts/2fa/totp/activate/").text)
