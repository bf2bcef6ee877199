"""House rules as system checks: an unsafe value stops the start, with a sentence that says what to set."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import Error, Tags, register
from django.core.exceptions import ImproperlyConfigured

from core.key_ring import key_ring

BANNED_MIDDLEWARE = (
    "django.middleware.cache.UpdateCacheMiddleware",
    "django.middleware.cache.FetchFromCacheMiddleware",
)
BANNED_APPS = ("wagtail.contrib.forms", "wagtail.contrib.simple_translation", "wagtail.api.v2")
JSON_ONLY = "core.cache.JSONSerializer"
LEAST_SECRET = 50
Rule = tuple[str, Callable[[], bool], str]


def _sqlite() -> dict[str, Any] | None:
    database = settings.DATABASES["default"]
    return database if database["ENGINE"].endswith("sqlite3") else None


def _sqlite_is_durable() -> bool:
    database = _sqlite()
    if database is None:
        return True
    options = database.get("OPTIONS", {})
    wanted = ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "foreign_keys=ON")
    pragmas = options.get("init_command", "")
    return options.get("transaction_mode") == "IMMEDIATE" and all(pragma in pragmas for pragma in wanted)


def _has_no_banned_piece() -> bool:
    used = {*settings.MIDDLEWARE, *settings.INSTALLED_APPS}
    return used.isdisjoint({*BANNED_MIDDLEWARE, *BANNED_APPS}) and not settings.SESSION_SAVE_EVERY_REQUEST


def _caches_never_unpickle() -> bool:
    return all(
        cache["BACKEND"].endswith("LocMemCache") or cache.get("OPTIONS", {}).get("serializer") == JSON_ONLY
        for cache in settings.CACHES.values()
    )


ALWAYS: tuple[Rule, ...] = (
    (
        "yourturn.E001",
        _sqlite_is_durable,
        "SQLite needs IMMEDIATE, WAL, synchronous=FULL, secure_delete and foreign_keys.",
    ),
    (
        "yourturn.E002",
        _has_no_banned_piece,
        "A banned piece is on (page caches, Wagtail forms, APIs, saving every session).",
    ),
    (
        "yourturn.E003",
        _caches_never_unpickle,
        "A cache would unpickle what it is given: use core.cache.JSONSerializer.",
    ),
    (
        "yourturn.E004",
        lambda: "svg" not in settings.WAGTAILIMAGES_EXTENSIONS,
        "SVG pictures can carry scripts: take svg out.",
    ),
    (
        "yourturn.E005",
        lambda: settings.SECURE_REFERRER_POLICY == "same-origin",
        "SECURE_REFERRER_POLICY is to be same-origin: no-referrer breaks every form.",
    ),
    (
        "yourturn.E006",
        lambda: not (Path(settings.BASE_DIR) / "site" / "__init__.py").exists(),
        "Delete site/__init__.py.",
    ),
)
PRODUCTION: tuple[Rule, ...] = (
    ("yourturn.E101", lambda: not settings.DEBUG, "DEBUG is on."),
    ("yourturn.E102", lambda: len(settings.SECRET_KEY) >= LEAST_SECRET, "Set SECRET_KEY to at least 50 random signs."),
    ("yourturn.E103", lambda: bool(settings.ALLOWED_HOSTS) and "*" not in settings.ALLOWED_HOSTS, "Set ALLOWED_HOSTS."),
    ("yourturn.E104", lambda: settings.MFA_REQUIRED is True, "Staff need a second factor: leave MFA_REQUIRED on."),
    (
        "yourturn.E105",
        lambda: settings.SESSION_COOKIE_SECURE and settings.CSRF_COOKIE_SECURE and settings.SECURE_SSL_REDIRECT,
        "Cookies and pages travel by https only.",
    ),
    (
        "yourturn.E106",
        lambda: bool(settings.CACHE_URL),
        "Set CACHE_URL: sign-in limits need one store for all workers.",
    ),
    (
        "yourturn.E107",
        lambda: bool(settings.EMAIL_HOST) and settings.EMAIL_USE_SSL,
        "Set EMAIL_HOST; mail goes by SSL.",
    ),
    (
        "yourturn.E108",
        lambda: str(settings.WAGTAILADMIN_BASE_URL).startswith("https://"),
        "Set BASE_URL to the https address that people type.",
    ),
    (
        "yourturn.E109",
        lambda: Path(settings.DATA_DIR) not in Path(settings.KEY_RING_FILE).parents,
        "Keep KEY_RING_FILE apart from DATA_DIR: a backup of the data alone opens nothing.",
    ),
)


def _broken(rules: tuple[Rule, ...]) -> list[Error]:
    return [Error(sentence, id=code) for code, holds, sentence in rules if not holds()]


@register(Tags.security)
def house_rules(app_configs: Any, **kwargs: Any) -> list[Error]:
    return _broken(ALWAYS)


@register(Tags.security)
def production_is_safe(app_configs: Any, **kwargs: Any) -> list[Error]:
    """Runs where settings.PRODUCTION is true, at every start and not only with --deploy."""
    return _broken(PRODUCTION) if getattr(settings, "PRODUCTION", False) else []


@register(Tags.security)
def keys_are_readable(app_configs: Any, **kwargs: Any) -> list[Error]:
    try:
        key_ring()
    except ImproperlyConfigured as error:
        return [Error(str(error), id="yourturn.E110")]
    return []


@register(Tags.database)
def postgres_keeps_its_word(app_configs: Any, **kwargs: Any) -> list[Error]:
    """fsync, full_page_writes and synchronous_commit decide whether "saved" is true (M12)."""
    from django.db import connections

    errors = []
    for alias in kwargs.get("databases") or []:
        connection = connections[alias]
        if connection.vendor != "postgresql":
            continue
        with connection.cursor() as cursor:
            for name in ("fsync", "full_page_writes", "synchronous_commit"):
                cursor.execute("SELECT current_setting(%s)", [name])
                if cursor.fetchone()[0] in ("off", "local"):
                    errors.append(Error(f"PostgreSQL has {name} off: an answer could be lost.", id="yourturn.E111"))
    return errors
