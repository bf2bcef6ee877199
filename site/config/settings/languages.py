"""What Django knows of our languages. Which of them a child may see is decided by `core.catalogues`, not here."""

from django.conf.global_settings import LANGUAGES_BIDI as DJANGO_BIDI
from django.conf.locale import LANG_INFO

from config.settings.paths import BASE_DIR
from core.languages import ENGLISH, PSEUDO, english_name
from core.languages import LANGUAGES as OURS

LANGUAGE_CODE = ENGLISH
LANGUAGES = [(ENGLISH, "English"), *((item.code, item.own_name) for item in OURS.values() if item.code != "en")]
LANGUAGES_BIDI = sorted(
    {*DJANGO_BIDI, *(item.code for item in (*OURS.values(), *PSEUDO.values()) if item.right_to_left)}
)
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["config.formats"]
# Made-up languages that show text nobody can translate and layouts that break; only the tests switch them on.
PSEUDO_LOCALES = False

# Languages of ours that Django has no entry for: ps, prs, ti, am (domain §6).
for _code, _item in (OURS | PSEUDO).items():
    _info = {"bidi": _item.right_to_left, "code": _code, "name": english_name(_code), "name_local": _item.own_name}
    LANG_INFO.setdefault(_code, _info)

# The desk and the CMS are in English; their users' browsers change nothing there.
WAGTAILADMIN_PERMITTED_LANGUAGES = [("en", "English")]
SILENCED_SYSTEM_CHECKS = ["templates.W003"]  # `i18n` is ours on purpose: core.templatetags.marked_i18n
