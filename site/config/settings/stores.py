"""Where things rest: database, cache, jobs, files."""

from typing import Any

import environ

from config.settings.paths import DATA_DIR

env = environ.FileAwareEnv()

SQLITE_OPTIONS: dict[str, Any] = {
    "transaction_mode": "IMMEDIATE",  # with DEFERRED, 278 of 320 concurrent sends failed (M10)
    "timeout": 20,
    "init_command": ("PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA secure_delete=ON;PRAGMA foreign_keys=ON;"),
}
POSTGRES_POOL: dict[str, Any] = {"min_size": 1, "max_size": 4}

DATABASES: dict[str, dict[str, Any]] = {
    "default": env.db_url("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'your-turn.sqlite3'}")
}
READER_URL = env.str("READER_DATABASE_URL", "")
READER_HAS_OWN_LOGIN = bool(READER_URL)
READER_ROLE = "your_turn_reader"  # where there is no login of its own: a role that the site's login puts on
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = SQLITE_OPTIONS
    DATABASES["default"]["CONN_MAX_AGE"] = None  # a new connection costs more than a page
    READER_OPTIONS: dict[str, Any] = {"timeout": 20, "init_command": "PRAGMA query_only=ON"}
    DATABASES["reader"] = {**DATABASES["default"], "OPTIONS": READER_OPTIONS}
else:
    DATABASES["default"]["OPTIONS"] = {"pool": POSTGRES_POOL}
    READER_START = "-c default_transaction_read_only=on" + ("" if READER_HAS_OWN_LOGIN else f" -c role={READER_ROLE}")
    READER_OPTIONS = {"options": READER_START}
    DATABASES["reader"] = env.db_url_config(READER_URL) if READER_HAS_OWN_LOGIN else {**DATABASES["default"]}
    DATABASES["reader"]["OPTIONS"] = READER_OPTIONS | {"pool": POSTGRES_POOL}
DATABASES["reader"]["TEST"] = {"MIRROR": "default"}
DATABASE_ROUTERS = ["core.wall.router.ReaderRouter"]

SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_SERIALIZER = "django.contrib.sessions.serializers.JSONSerializer"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

CACHE_URL = env.str("CACHE_URL", "")
CACHES: dict[str, dict[str, Any]] = {
    "default": (
        {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": CACHE_URL,
            "OPTIONS": {"serializer": "core.cache.JSONSerializer"},
        }
        if CACHE_URL
        else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    ),
    # bytes of public pages, proven public, one copy in each worker
    "pages": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "pages",
        "OPTIONS": {"MAX_ENTRIES": 500},
        "TIMEOUT": 300,
    },
}

TASKS: dict[str, dict[str, Any]] = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700
