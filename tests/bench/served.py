"""Files as in production: collected, named by their content, compressed once, kept by the browser for good.

What cannot be had without a certificate stays as in development: the redirect to https, HSTS, cookies for https only.
"""

from config.settings.dev import *  # noqa: F403  settings build on settings
from config.settings.production import STORAGES  # noqa: F401  a setting by its name

DEBUG = False
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = False
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
