"""The site as it is served, with one constant page beside it to measure against. Codes cost what they cost."""

from config.settings.dev import *  # noqa: F403  settings build on settings

ROOT_URLCONF = "tests.bench.urls"
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
