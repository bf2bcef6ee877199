"""What is true in every environment. Topics have their own file beside this one."""

from pathlib import Path

from config.settings.accounts import *  # noqa: F403  settings build on settings
from config.settings.cms import *  # noqa: F403  settings build on settings
from config.settings.languages import *  # noqa: F403  settings build on settings
from config.settings.logs import *  # noqa: F403  settings build on settings
from config.settings.paths import *  # noqa: F403  settings build on settings
from config.settings.paths import BASE_DIR, DATA_DIR, env
from config.settings.security import *  # noqa: F403  settings build on settings
from config.settings.stores import *  # noqa: F403  settings build on settings
from config.settings.wall import *  # noqa: F403  settings build on settings

DEBUG = False

INSTALLED_APPS = [
    "config",
    "home",
    "participation.meetings",
    "participation.evidence",
    "participation.subgroups",
    "participation.champions",
    "participation.listening",
    "participation.influence",
    "participation.leaflets",
    "surveys.themes",
    "surveys.releases",
    "surveys.polls",
    "surveys.responses",
    "surveys.questionnaires",
    "accounts",
    "core",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail.sites",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "core.headers.ZoneHeadersMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "core.headers.ZoneCSPMiddleware",
    "core.saving.StayOnThePageMiddleware",
    "core.uploads.SmallFormsMiddleware",
    "core.sessions.ZoneSessionMiddleware",
    "core.speaking.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "core.uploads.FewFieldsMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "accounts.staff_sessions.StaffSessionMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.second_factor.SecondFactorMiddleware",
    "accounts.shared_tablet.SharedTabletMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "core.saving.NotSavedMiddleware",
    "accounts.reader_wall.ReaderWallMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "home.context.frame",
            ],
            # Django's tags, and English marked as English where a page speaks another language
            "libraries": {"i18n": "core.templatetags.marked_i18n"},
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

TIME_ZONE = "Europe/London"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = Path(env.str("STATIC_ROOT", str(BASE_DIR / "staticfiles")))
MEDIA_ROOT = DATA_DIR / "media"  # never served as a folder (M2)
MEDIA_URL = "/media/"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", "Your Turn <no-reply@localhost>")
EMAIL_TIMEOUT = 10
LEAVE_TARGET = env.str("LEAVE_TARGET", "https://www.bbc.co.uk/weather")
CODE_SCRYPT_N = 2**13  # 5–20 ms on a two-core machine; RFC 7914
