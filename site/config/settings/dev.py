"""For a developer's own machine: a password alone signs in, mail goes to a folder, never to people."""

from config.settings.base import *  # noqa: F403  settings build on settings
from config.settings.base import DATA_DIR, env

SECRET_KEY = env.str("SECRET_KEY", "only-for-development-on-this-machine-never-anywhere-else")
DEBUG = env.bool("DEBUG", False)
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = DATA_DIR / "mail"
WHITENOISE_USE_FINDERS = True
STATIC_ROOT = DATA_DIR / "static"  # empty: files are served from where they lie
STATIC_ROOT.mkdir(parents=True, exist_ok=True, mode=0o700)
WHITENOISE_AUTOREFRESH = DEBUG
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
