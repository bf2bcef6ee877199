"""For tests: the same rules as everywhere, cheap key derivation, jobs done at once, mail kept in memory."""

import tempfile
from pathlib import Path

from config.settings.base import *  # noqa: F403  settings build on settings
from config.settings.base import DATABASES, READER_OPTIONS, env
from core.key_ring import create_key_ring

SECRET_KEY = "only-for-tests"  # noqa: S105  only for tests
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
_FOLDER = Path(tempfile.mkdtemp(prefix="your-turn-test-"))
KEY_RING_FILE = _FOLDER / "keys.json"
create_key_ring(KEY_RING_FILE)
MEDIA_ROOT = _FOLDER / "media"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CODE_SCRYPT_N = 2**4
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
WHITENOISE_USE_FINDERS = True
STATIC_ROOT = _FOLDER / "static"
STATIC_ROOT.mkdir()
WHITENOISE_AUTOREFRESH = False
ACCOUNT_RATE_LIMITS = False
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # a file, not memory: threads and the live server need one store with real locks
    DATABASES["default"]["NAME"] = _FOLDER / "default.sqlite3"
    DATABASES["default"]["TEST"] = {"NAME": env.str("TEST_DB_NAME", str(_FOLDER / "test.sqlite3"))}
else:
    DATABASES["default"]["OPTIONS"] = {}
    DATABASES["reader"]["OPTIONS"] = READER_OPTIONS
    DATABASES["default"]["TEST"] = {"NAME": env.str("TEST_DB_NAME", "test_your_turn")}
# Most tests are one transaction that no second connection could see into: readers read there, behind the same guard.
# tests/wall/ walks every page of readers on the real second connection.
READ_FROM = "default"
