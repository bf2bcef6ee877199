"""The door for gunicorn (`gunicorn -c site/config/gunicorn.conf.py`). Unsafe settings stop the start here too."""

import os

from django.core.checks import Tags, run_checks
from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")
application = get_wsgi_application()
if unsafe := [error for error in run_checks(tags=[Tags.security]) if error.is_serious()]:
    raise ImproperlyConfigured(" · ".join(f"{error.id}: {error.msg}" for error in unsafe))
