"""Settings that would put words or people at risk stop the start; the database really is what it was told to be."""

import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.checks import Tags, run_checks
from django.db import connection
from django.test import override_settings

from config import checks
from tests.promises.test_house import run


def broken(**overrides: Any) -> set[str]:
    with override_settings(**overrides):
        return {str(error.id) for error in run_checks(tags=[Tags.security])}


SAFE = {
    "PRODUCTION": True,
    "DEBUG": False,
    "SECRET_KEY": "s" * 60,
    "ALLOWED_HOSTS": ["your-turn.example"],
    "MFA_REQUIRED": True,
    "SESSION_COOKIE_SECURE": True,
    "CSRF_COOKIE_SECURE": True,
    "SECURE_SSL_REDIRECT": True,
    "SECURE_HSTS_SECONDS": 63_072_000,
    "CACHE_URL": "redis://127.0.0.1:6379/0",
    "EMAIL_HOST": "mail.example",
    "EMAIL_USE_SSL": True,
    "EMAIL_USE_TLS": False,
    "WAGTAILADMIN_BASE_URL": "https://your-turn.example",
    "DATA_DIR": Path("/srv/data"),
    "READ_FROM": "reader",
    "READER_HAS_OWN_LOGIN": True,
}
ON_POSTGRES = {"default": {**settings.DATABASES["default"], "ENGINE": "django.db.backends.postgresql"}}
UNSAFE_IN_PRODUCTION: list[tuple[str, dict[str, Any]]] = [
    ("yourturn.E101", {"DEBUG": True}),
    ("yourturn.E102", {"SECRET_KEY": "short"}),
    ("yourturn.E103", {"ALLOWED_HOSTS": []}),
    ("yourturn.E103", {"ALLOWED_HOSTS": ["*"]}),
    ("yourturn.E104", {"MFA_REQUIRED": False}),
    ("yourturn.E105", {"SESSION_COOKIE_SECURE": False}),
    ("yourturn.E105", {"CSRF_COOKIE_SECURE": False}),
    ("yourturn.E105", {"SECURE_SSL_REDIRECT": False}),
    ("yourturn.E106", {"CACHE_URL": ""}),
    ("yourturn.E107", {"EMAIL_HOST": ""}),
    ("yourturn.E107", {"EMAIL_USE_SSL": False}),
    ("yourturn.E108", {"WAGTAILADMIN_BASE_URL": "http://your-turn.example"}),
    ("yourturn.E109", {"DATA_DIR": Path(settings.KEY_RING_FILE).parent}),
    ("yourturn.E112", {"READER_HAS_OWN_LOGIN": False, "DATABASES": ON_POSTGRES}),
    ("yourturn.E113", {"READ_FROM": "default"}),
]
UNSAFE_ANYWHERE: list[tuple[str, dict[str, Any]]] = [
    ("yourturn.E002", {"MIDDLEWARE": [*settings.MIDDLEWARE, "django.middleware.cache.UpdateCacheMiddleware"]}),
    ("yourturn.E002", {"MIDDLEWARE": [*settings.MIDDLEWARE, "django.middleware.cache.FetchFromCacheMiddleware"]}),
    ("yourturn.E002", {"SESSION_SAVE_EVERY_REQUEST": True}),
    ("yourturn.E003", {"CACHES": {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache"}}}),
    ("yourturn.E003", {"CACHES": {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache"}}}),
    ("yourturn.E004", {"WAGTAILIMAGES_EXTENSIONS": ["jpg", "svg"]}),
    ("yourturn.E005", {"SECURE_REFERRER_POLICY": "no-referrer"}),
    ("yourturn.E110", {"KEY_RING_FILE": Path("/nowhere/keys.json")}),
]


def test_safe_production_values_are_taken():
    assert {code for code in broken(**SAFE) if code.startswith("yourturn.")} == set()


def names_only(value: str | dict[str, Any]) -> str:
    """Test ids hold names and never values: folders differ from worker to worker."""
    return value if isinstance(value, str) else "-".join(value)


@pytest.mark.parametrize(("code", "values"), UNSAFE_IN_PRODUCTION, ids=names_only)
def test_production_refuses_each_unsafe_value(code: str, values: dict[str, Any]):
    assert code in broken(**(SAFE | values))


@pytest.mark.parametrize(("code", "values"), UNSAFE_ANYWHERE, ids=names_only)
def test_no_settings_at_all_may_be_this_unsafe(code: str, values: dict[str, Any]):
    from core.key_ring import key_ring

    clear = getattr(key_ring, "cache_clear", lambda: None)
    clear()
    try:
        assert code in broken(**values)
    finally:
        clear()


@pytest.mark.parametrize("piece", ["wagtail.contrib.forms", "wagtail.api.v2", "wagtail.contrib.simple_translation"])
def test_banned_apps_are_refused(monkeypatch: pytest.MonkeyPatch, piece: str):
    monkeypatch.setattr(settings, "INSTALLED_APPS", [*settings.INSTALLED_APPS, piece])
    assert "yourturn.E002" in {str(error.id) for error in checks.house_rules(None)}


@pytest.mark.parametrize("missing", ["journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "foreign_keys=ON"])
def test_a_database_without_each_safe_setting_is_refused(monkeypatch: pytest.MonkeyPatch, missing: str):
    from config.settings.stores import SQLITE_OPTIONS

    options = SQLITE_OPTIONS | {"init_command": SQLITE_OPTIONS["init_command"].replace(f"PRAGMA {missing};", "")}
    database = {"ENGINE": "django.db.backends.sqlite3", "OPTIONS": options}
    monkeypatch.setitem(settings.DATABASES, "default", database)
    assert "yourturn.E001" in {str(error.id) for error in checks.house_rules(None)}


def test_every_rule_of_the_checks_is_proven_here():
    proven = {code for code, _ in (*UNSAFE_IN_PRODUCTION, *UNSAFE_ANYWHERE)} | {"yourturn.E001", "yourturn.E006"}
    assert {code for code, *_ in (*checks.ALWAYS, *checks.PRODUCTION)} <= proven


# the real start


@pytest.fixture(scope="module")
def safe_environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    keys = tmp_path_factory.mktemp("keys") / "keys.json"
    environment = {
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "KEY_RING_FILE": str(keys),
        "DATA_DIR": str(tmp_path_factory.mktemp("data")),
        "DATABASE_URL": f"sqlite:///{tmp_path_factory.mktemp('store') / 'x.sqlite3'}",
        "BASE_URL": "https://your-turn.example",
        "SECRET_KEY": "k9" * 40,
        "ALLOWED_HOSTS": "your-turn.example",
        "CACHE_URL": "redis://127.0.0.1:6379/0",
        "EMAIL_HOST": "mail.example",
        "PYTHONPATH": "site:.",
    }
    assert run(sys.executable, "manage.py", "create_keys", **environment).returncode == 0
    return environment


START = "import config.wsgi; print('started')"


def test_production_starts_with_safe_values(safe_environment: dict[str, str]):
    done = run(sys.executable, "-c", START, **safe_environment)
    assert "started" in done.stdout, done.stderr[-500:]


@pytest.mark.parametrize(
    "unsafe", [{"SECRET_KEY": "short"}, {"CACHE_URL": ""}, {"BASE_URL": "http://x.example"}], ids=str
)
def test_the_server_itself_refuses_to_start_with_an_unsafe_value(
    safe_environment: dict[str, str], unsafe: dict[str, str]
):
    done = run(sys.executable, "-c", START, **(safe_environment | unsafe))
    assert done.returncode != 0
    assert "started" not in done.stdout
    assert "ImproperlyConfigured" in done.stderr


# the database of this run


@pytest.mark.django_db
def test_what_the_database_was_told_is_truly_in_force():
    if connection.vendor != "sqlite":
        assert run_checks(tags=[Tags.database], databases=["default"]) == []
        return
    with connection.cursor() as cursor:
        values = {
            name: cursor.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "secure_delete", "foreign_keys")
        }
    assert values == {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "foreign_keys": 1}


@pytest.mark.django_db
@pytest.mark.parametrize("value", ["off", "local"])
def test_postgresql_that_may_forget_what_it_saved_is_refused(value: str):
    if connection.vendor != "postgresql":
        pytest.skip("the run on PostgreSQL proves this")
    with connection.cursor() as cursor:
        cursor.execute(f"SET synchronous_commit TO {value}")
    try:
        found = {error.id for error in run_checks(tags=[Tags.database], databases=["default"])}
    finally:
        with connection.cursor() as cursor:
            cursor.execute("RESET synchronous_commit")
    assert "yourturn.E111" in found
