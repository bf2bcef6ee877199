"""What a browser is told about every page, zone by zone (D18, D21, D23, ASVS-13 to 18, 38, AC-35)."""

import pytest
from django.conf import settings
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import OperationalError
from django.http import HttpResponse
from django.test import Client, override_settings

from accounts.models import Role
from core.zones import CHILD, CMS, MEDIA, PUBLIC, STAFF, Zone, zone_of
from tests.promises.addresses import addresses_below, own_addresses
from tests.promises.who_may_what import WHO_MAY_WHAT, Staff
from tests.promises.world import World, signed_in

FIXED = {
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
FORBIDDEN_DEVICES = ("camera", "microphone", "geolocation", "payment", "usb")
RECORDS = "/me/say/before/aloud/"  # the one page that makes a voice note, and so may ask for the microphone
PRODUCTION_LIKE = {
    "SECURE_HSTS_SECONDS": 63_072_000,
    "SECURE_HSTS_INCLUDE_SUBDOMAINS": True,
    "SESSION_COOKIE_SECURE": True,
    "CSRF_COOKIE_SECURE": True,
    "SESSION_COOKIE_NAME": "__Host-desk",
    "CHILD_SESSION_COOKIE_NAME": "__Host-turn",
    "CSRF_COOKIE_NAME": "__Host-form",
}
YEAR = 31_536_000


def directives(response: HttpResponse) -> dict[str, set[str]]:
    parts = [part.split() for part in response["Content-Security-Policy"].split(";")]
    return {name: set(values) for name, *values in parts}


def is_file(response: HttpResponse) -> bool:
    return "Content-Disposition" in response


def check(response: HttpResponse, zone: Zone, where: object) -> None:
    for name, value in FIXED.items():
        assert response.headers.get(name) == value, (where, name)
    assert response["X-Frame-Options"] == zone.frames, where
    expected = MEDIA.csp if is_file(response) else zone.csp  # a file may do nothing at all, wherever it comes from
    assert directives(response) == {name: set(values) for name, values in expected.items()}, where
    for device in FORBIDDEN_DEVICES:
        allowed = "(self)" if device == "microphone" and RECORDS in str(where) else "()"
        assert f"{device}={allowed}" in response["Permissions-Policy"], where
    if zone.cache_control:
        assert response["Cache-Control"] == "no-store, private", where
    assert "noindex" in response["X-Robots-Tag"], where


def everything(world: World) -> list[tuple[str, HttpResponse]]:
    """Every address of ours as somebody who may open it sees it, and as a stranger does."""
    child, stranger, seen = world.child(), Client(), []
    for name in own_addresses():
        address = "/leaflets/" if name == "wagtail_serve" else world.address(name)
        who = WHO_MAY_WHAT[name]
        client = (
            signed_in(world.people[sorted(role for role in who.here if role != "no_role")[0]])
            if isinstance(who, Staff)
            else (Client() if name == "leave" else child)
        )
        seen += [(address, client.get(address)), (address, stranger.get(address)), (address, stranger.post(address))]
    return seen


def test_every_address_carries_the_headers_of_its_zone(world: World):
    for address, response in everything(world):
        check(response, zone_of(address), (address, response.status_code))


def test_sign_in_and_cms_addresses_carry_the_headers_of_their_zone(world: World):
    stranger, admin = Client(), signed_in(world.people[Role.ADMINISTRATOR])
    for start, zone in (("accounts/", STAFF), ("cms/", CMS)):
        plain = [address.path for address in addresses_below(start) if not set(address.path) & set("<(^")]
        assert len(plain) > 10
        for path in plain:
            for client in (stranger, admin):
                answer = client.get(f"/{path}")
                check(answer, zone, path)
                assert answer.status_code < 500, path


def test_scripts_and_styles_are_never_inline_outside_the_cms():
    for path in ("/", "/go/", "/me/", "/help/", "/x/", "/leaflets/", "/changed/", "/work/", "/groups/"):
        policy = zone_of(path).csp
        assert policy["default-src"] == policy["base-uri"] == policy["object-src"] == ["'none'"]
        assert policy["frame-ancestors"] == ["'none'"]
        assert policy["form-action"] == ["'self'"]
        assert not {"'unsafe-inline'", "'unsafe-eval'", "*"} & {one for all_ in policy.values() for one in all_}


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/healthz", "/me/nope/", "/work/nope/", "/leaflets/nope/", "/cms/nope/", "/nope"])
@pytest.mark.parametrize(
    ("error", "status"),
    [
        (PermissionDenied, 403),
        (SuspiciousOperation, 400),
        (RuntimeError, 500),
        (OperationalError, 503),
    ],
)
def test_error_pages_carry_the_same_headers(monkeypatch: pytest.MonkeyPatch, path: str, error: type, status: int):
    def broken(*args: object, **kwargs: object) -> None:
        raise error

    monkeypatch.setattr("django.core.handlers.base.BaseHandler.resolve_request", lambda *_: (broken, (), {}))
    response = Client(raise_request_exception=False).get(path)
    assert response.status_code == status
    check(response, zone_of(path), (path, status))


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/me/nope/", "/work/nope/", "/leaflets/nope/", "/nope/"])
def test_an_unknown_address_carries_the_same_headers(client: Client, path: str):
    response = client.get(path)
    assert response.status_code == 404
    check(response, zone_of(path), path)


@pytest.mark.django_db
def test_a_form_without_its_token_carries_the_same_headers():
    response = Client(enforce_csrf_checks=True).post("/go/")
    assert response.status_code == 403
    check(response, CHILD, "/go/")


@override_settings(**PRODUCTION_LIKE)
def test_browsers_are_told_for_a_year_to_come_by_https_only(world: World):
    for address, response in [*everything(world), ("/nope/", Client().get("/nope/"))]:
        seconds = response.headers.get("Strict-Transport-Security", "max-age=0").split(";")[0]
        assert int(seconds.removeprefix("max-age=")) >= YEAR, address


@pytest.mark.parametrize("path", ["/leaflets/", "/changed/"])
def test_public_pages_set_no_cookie_and_look_at_none(world: World, path: str):
    response = Client().get(path)
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")
    assert zone_of(path) is PUBLIC


@pytest.mark.parametrize("path", ["/", "/help/", "/healthz", "/readyz", "/nope/"])
def test_a_look_at_an_open_page_starts_no_visit(world: World, path: str):
    assert settings.CHILD_SESSION_COOKIE_NAME not in Client().get(path).cookies


@pytest.mark.parametrize(("production", "prefix"), [(False, ""), (True, "__Host-")])
def test_cookies_are_neutral_strict_and_out_of_reach_of_scripts(world: World, production: bool, prefix: str):
    with override_settings(**(PRODUCTION_LIKE if production else {})):
        opened = Client().post("/go/", {"code": world.card.card.code}, secure=production)
        staff = sign_in_by_password(world, secure=production)
        door = Client().get("/", secure=production)
    found = {name: morsel for page in (opened, staff, door) for name, morsel in page.cookies.items()}
    assert set(found) == {f"{prefix}{name}" for name in ("turn", "desk", "form")}
    for name, samesite in (("turn", "Strict"), ("desk", "Lax"), ("form", "Strict")):
        morsel = found[prefix + name]
        assert (morsel["samesite"], morsel["httponly"], morsel["path"]) == (samesite, True, "/"), name
        assert bool(morsel["secure"]) is production, name
        assert morsel["domain"] == "", name
    for name in ("turn", "desk"):
        assert (found[prefix + name]["max-age"], found[prefix + name]["expires"]) == ("", ""), name


def sign_in_by_password(world: World, *, secure: bool = False) -> HttpResponse:
    user = world.card.worker
    user.set_password("a-long-quiet-password")
    user.save()
    fields = {"login": user.email, "password": "a-long-quiet-password"}
    return Client().post("/accounts/login/", fields, secure=secure)


def test_a_card_and_a_sign_in_in_one_browser_never_mix(world: World):
    both = signed_in(world.card.worker)
    both.post("/go/", {"code": world.card.card.code})
    assert (both.get("/me/").status_code, both.get("/work/").status_code) == (200, 302)  # the sign-in ends first
    both.force_login(world.card.worker, backend="django.contrib.auth.backends.ModelBackend")
    names = (settings.CHILD_SESSION_COOKIE_NAME, settings.SESSION_COOKIE_NAME)
    turn, desk = (both.cookies[name].value for name in names)
    assert turn != desk
    assert (both.get("/me/").status_code, both.get("/work/").status_code) == (200, 200)
    assert world.card.worker.email not in both.get("/me/").text
    only_card, only_desk = Client(), Client()
    only_card.cookies[names[0]], only_desk.cookies[names[1]] = turn, desk
    assert (only_card.get("/me/").status_code, only_card.get("/work/").status_code) == (200, 302)
    assert (only_desk.get("/me/").status_code, only_desk.get("/work/").status_code) == (302, 200)


def test_one_cookie_never_stands_in_for_the_other(world: World):
    names = (settings.CHILD_SESSION_COOKIE_NAME, settings.SESSION_COOKIE_NAME)
    swapped = Client()
    swapped.cookies[names[0]] = signed_in(world.card.worker).cookies[names[1]].value
    swapped.cookies[names[1]] = world.child().cookies[names[0]].value
    assert (swapped.get("/me/").status_code, swapped.get("/work/").status_code) == (302, 302)


def test_leaving_ends_the_visit_and_the_sign_in_of_this_browser(world: World):
    both = signed_in(world.card.worker)
    both.post("/go/", {"code": world.card.card.code})
    kept = {name: morsel.value for name, morsel in both.cookies.items()}
    both.get("/x/")
    for name, value in kept.items():
        both.cookies[name] = value  # somebody brings the old cookies back
    assert (both.get("/me/").status_code, both.get("/work/").status_code) == (302, 302)
