"""Where settings ask for it, no staff page opens without a second factor (SAF7, ASVS 6.3.3, AC-38)."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.db import connection
from django.test import Client

from accounts.models import Role, User
from core.models import AuditEntry
from tests.accounts.people import (
    CODE,
    CONFIRM_CODE,
    app_code,
    by_password,
    enrol_app,
    enrolling_page,
    is_in,
    mailed_code,
    person,
)
from tests.promises.who_may_what import STAFF_ADDRESSES
from tests.promises.world import World

pytestmark = pytest.mark.django_db
AUTHENTICATE, ACTIVATE = "/accounts/2fa/authenticate/", "/accounts/2fa/totp/activate/"
DATA_ZONES = ["/work/", "/work/queue/", "/work/meetings/", "/groups/", "/champions/", "/style/", "/cms/", "/cms/pages/"]


@pytest.fixture
def required(settings):
    settings.MFA_REQUIRED = True


@pytest.mark.usefixtures("required")
@pytest.mark.parametrize("path", DATA_ZONES)
def test_without_a_second_factor_only_enrolling_is_reachable(client: Client, path: str):
    by_password(client, person(roles=Role.values))
    for answer in (client.get(path), client.post(path)):
        assert answer.status_code == 302
        assert answer["Location"].startswith("/accounts/2fa/?")
    assert client.get("/accounts/2fa/").status_code == 200


@pytest.mark.usefixtures("required")
def test_without_a_second_factor_no_staff_address_at_all_opens(world: World):
    user = world.card.worker
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    for name in STAFF_ADDRESSES:
        for answer in (client.get(world.address(name)), client.post(world.address(name))):
            assert answer.status_code == 302, name
            assert answer["Location"].startswith("/accounts/2fa/"), name


@pytest.mark.usefixtures("required")
def test_a_code_by_mail_alone_is_one_factor_and_opens_nothing(client: Client):
    user = person(roles=[Role.READER])
    client.post(CODE, {"email": user.email})
    client.post(CONFIRM_CODE, {"code": mailed_code()})
    assert client.get("/work/queue/")["Location"].startswith("/accounts/2fa/")


@pytest.mark.usefixtures("required")
def test_enrolling_an_app_opens_the_desk_and_seals_its_secret(client: Client):
    user = person(roles=[Role.READER])
    by_password(client, user)
    secret = re.search(r'value="([A-Z2-7]{32})"', enrolling_page(client))
    assert secret
    client.post(ACTIVATE, {"code": app_code(secret.group(1))})
    assert Authenticator.objects.filter(user=user, type="totp").exists()
    assert is_in(client) or is_in(signed_in_with_app(user, secret.group(1)))
    with connection.cursor() as cursor:
        cursor.execute("SELECT data FROM mfa_authenticator")
        assert secret.group(1) not in str(cursor.fetchall())


def signed_in_with_app(user: User, secret: str) -> Client:
    client = Client()
    by_password(client, user)
    client.post(AUTHENTICATE, {"code": app_code(secret)})
    return client


@pytest.mark.usefixtures("required")
def test_the_password_alone_is_half_a_sign_in_once_an_app_is_enrolled(client: Client):
    user = person(roles=[Role.READER])
    secret = enrol_app(user)
    assert by_password(client, user)["Location"].startswith(AUTHENTICATE)
    assert not is_in(client)
    client.post(AUTHENTICATE, {"code": app_code(secret)})
    assert is_in(client)


@pytest.mark.usefixtures("required")
@pytest.mark.parametrize("wrong", ["", "000000", "12345", "abcdef", "1" * 200])
def test_a_wrong_app_code_opens_nothing(client: Client, wrong: str):
    user = person(roles=[Role.READER])
    secret = enrol_app(user)
    by_password(client, user)
    if wrong != app_code(secret):
        client.post(AUTHENTICATE, {"code": wrong})
        assert not is_in(client)


@pytest.mark.usefixtures("required")
def test_an_app_code_is_taken_once(client: Client):
    user = person(roles=[Role.READER])
    secret = enrol_app(user)
    code, thief = app_code(secret), Client()
    for browser in (client, thief):
        by_password(browser, user)
        browser.post(AUTHENTICATE, {"code": code})
    assert is_in(client)
    assert not is_in(thief)


@pytest.mark.usefixtures("required")
def test_a_recovery_code_opens_once_and_rests_unreadable(client: Client):
    user = person(roles=[Role.READER])
    enrol_app(user)
    codes = RecoveryCodes.activate(user).get_unused_codes()
    with connection.cursor() as cursor:
        cursor.execute("SELECT data FROM mfa_authenticator")
        rests = str(cursor.fetchall())
    assert not [code for code in codes if code in rests]
    thief = Client()
    for browser in (client, thief):
        by_password(browser, user)
        browser.post(AUTHENTICATE, {"code": codes[0]})
    assert is_in(client)
    assert not is_in(thief)


@pytest.mark.usefixtures("required")
def test_a_sign_in_that_was_broken_off_never_mixes_into_the_next_one(client: Client):
    first, second = person(roles=[Role.READER]), person(roles=[Role.READER])
    secret = enrol_app(first)
    by_password(client, first)  # goes no further
    by_password(client, second)
    assert not is_in(client)
    client.post(AUTHENTICATE, {"code": app_code(secret)})
    assert client.session.get("_auth_user_id") in (None, str(first.pk))


def test_a_new_second_factor_is_on_record(client: Client, django_capture_on_commit_callbacks):
    user = person()
    by_password(client, user)
    secret = re.search(r'value="([A-Z2-7]{32})"', enrolling_page(client))
    assert secret
    with django_capture_on_commit_callbacks(execute=True):
        client.post(ACTIVATE, {"code": app_code(secret.group(1))})
    assert AuditEntry.objects.filter(action="second_factor.added", actor=user).exists()
    assert secret.group(1) not in repr(list(AuditEntry.objects.values()))


def test_production_asks_for_the_second_factor():
    from pathlib import Path

    from django.conf import settings

    text = (Path(settings.BASE_DIR) / "site/config/settings/production.py").read_text()
    assert "\nMFA_REQUIRED = True\n" in text
