"""Staff sign in by password or by a code in a neutral mail; nobody signs up (SAF7, AC-36 to AC-39)."""

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client

from accounts.models import Role, User
from core.models import AuditEntry
from tests.accounts.people import CODE, CONFIRM_CODE, LOGIN, PASSWORD, by_password, is_in, mailed_code, person
from tests.promises.neutral import TELLING

pytestmark = pytest.mark.django_db
ELSEWHERE = (
    "https://evil.example",
    "http://evil.example/work/",
    "//evil.example",
    "///evil.example",
    "////evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "\\/evil.example",
    "/\\/evil.example",
    "https:evil.example",
    "https:/evil.example",
    "https:///evil.example",
    "http:\\\\evil.example",
    "HTTPS://EVIL.EXAMPLE",
    " https://evil.example",
    "\thttps://evil.example",
    "\nhttps://evil.example",
    "https://testserver@evil.example",
    "https://testserver.evil.example",
    "https://evil.example#testserver",
    "https://evil.example?testserver",
    "https://evil.example/testserver",
    "https://testserver:pw@evil.example",
    "https://127.0.0.1.evil.example",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "ftp://evil.example",
    "//evil%2eexample",
    "//%65vil.example",
    "/%2f/evil.example/..//evil.example".replace("/%2f", "/"),
    "//evil.example/%2e%2e",
    "https://evil。example",
    "//evil\u3002example",
    "//evil.example\\@testserver",
    "https://[::1]@evil.example",
    "x://evil.example",
)


def test_there_are_forty_ways_out_to_try():
    assert len(set(ELSEWHERE)) == 40


def test_a_password_signs_in_and_leads_to_the_desk(client: Client):
    answer = by_password(client, person())
    assert (answer.status_code, answer["Location"]) == (302, "/work/")
    assert is_in(client)


def test_a_code_by_mail_signs_in_without_a_password(client: Client):
    user = person()
    assert client.post(CODE, {"email": user.email})["Location"] == CONFIRM_CODE
    assert not is_in(client)
    assert client.post(CONFIRM_CODE, {"code": mailed_code()})["Location"] == "/work/"
    assert is_in(client)


def test_the_mail_with_the_code_is_neutral_and_names_nobody(client: Client):
    user = person(first_name="Petronella", roles=[Role.SAFEGUARDING_LEAD])
    client.post(CODE, {"email": user.email})
    (message,) = mail.outbox
    whole = f"{message.subject}\n{message.body}"
    assert message.to == [user.email]
    assert not TELLING.search(whole)
    assert "Petronella" not in whole


@pytest.mark.parametrize("wrong", ["", "not-the-password", PASSWORD.upper(), PASSWORD + " "])
def test_a_wrong_password_never_signs_in(client: Client, wrong: str):
    assert by_password(client, person(), password=wrong).status_code == 200
    assert not is_in(client)


def test_whether_an_address_is_known_is_never_told():
    known, unknown = Client(), Client()
    user = person(email="known@example.org")
    for address in (LOGIN, CODE, "/accounts/password/reset/"):
        answers = [
            browser.post(address, {"login": email, "email": email, "password": "wrong-wrong-wrong"})
            for browser, email in ((known, user.email), (unknown, "nobody@example.org"))
        ]
        assert answers[0].status_code == answers[1].status_code, address
        assert answers[0].headers.get("Location") == answers[1].headers.get("Location"), address
    assert [message.to for message in mail.outbox] == [[user.email]] * 2


def test_nobody_signs_up_by_themselves(client: Client):
    fields = {"email": "new@example.org", "password1": PASSWORD, "password2": PASSWORD}
    client.post("/accounts/signup/", fields)
    assert not User.objects.exists()
    assert "password1" not in client.get("/accounts/signup/").text


def test_a_new_sign_in_gets_a_new_session_and_the_old_one_is_dead_after_leaving(client: Client):
    user = person()
    client.get(LOGIN)
    before = client.cookies.get(settings.SESSION_COOKIE_NAME)
    by_password(client, user)
    key = client.cookies[settings.SESSION_COOKIE_NAME].value
    assert before is None or before.value != key
    client.post("/accounts/logout/")
    thief = Client()
    thief.cookies[settings.SESSION_COOKIE_NAME] = key
    assert not is_in(thief)


def test_looking_at_the_sign_out_page_signs_nobody_out(client: Client):
    by_password(client, person())
    client.get("/accounts/logout/")
    assert is_in(client)


def test_a_person_who_is_switched_off_is_out_on_the_next_page(client: Client):
    user = person()
    by_password(client, user)
    assert is_in(client)
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert not is_in(client)
    by_password(client, user)
    assert not is_in(client)


@pytest.mark.parametrize("target", ELSEWHERE)
def test_signing_in_and_out_never_leads_to_another_site(target: str):
    user, client = person(), Client()
    for answer in (
        by_password(client, user, next=target),
        client.get(LOGIN, {"next": target}),
        client.post("/accounts/logout/", {"next": target}),
        client.get("/cms/login/", {"next": target}),
        client.post(f"{LOGIN}", {"login": user.email, "password": PASSWORD, "next": target}),
    ):
        where = answer.headers.get("Location", "/")
        assert where.startswith("/"), where
        assert not where.startswith(("//", "/\\")), where
        assert "\\" not in where.split("?")[0], where


def test_an_own_page_is_where_signing_in_leads_when_asked(client: Client):
    assert by_password(client, person(), next="/work/alerts/")["Location"] == "/work/alerts/"


@pytest.mark.parametrize("host", ["evil.example", "testserver.evil.example", "testserver:80@evil.example", ""])
@pytest.mark.parametrize("path", ["/", LOGIN, "/accounts/password/reset/", "/work/"])
def test_a_false_host_is_refused(client: Client, host: str, path: str):
    answer = client.get(path, headers={"host": host}) if host else client.get(path, SERVER_NAME="evil.example")
    assert answer.status_code == 400
    assert "evil.example" not in answer.text


def test_a_forwarded_host_never_gets_into_a_mail(client: Client):
    user = person()
    client.post("/accounts/password/reset/", {"email": user.email}, headers={"x-forwarded-host": "evil.example"})
    assert "evil.example" not in mail.outbox[-1].body
    assert "testserver/accounts/password/reset/key/" in mail.outbox[-1].body


def test_signing_in_out_and_a_refusal_are_on_record_without_what_was_typed(client: Client):
    user = person()
    by_password(client, user, password="canary-wrong-password")
    client.post(LOGIN, {"login": "canary@example.org", "password": "canary-wrong-password"})
    by_password(client, user)
    client.post("/accounts/logout/")
    rows = list(AuditEntry.objects.values_list("action", "actor_id", "subject_id"))
    assert rows == [
        ("sign_in.refused", None, str(user.pk)),
        ("sign_in.refused", None, ""),
        ("sign_in", user.pk, str(user.pk)),
        ("sign_out", user.pk, str(user.pk)),
    ]
    assert "canary" not in repr(list(AuditEntry.objects.values()))
