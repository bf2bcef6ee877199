"""Wagtail: pages, snippets and pictures only. Nothing about an identified child is ever stored in it (D14, M8)."""

import environ

env = environ.FileAwareEnv()

WAGTAIL_SITE_NAME = "Your Turn"
WAGTAILADMIN_BASE_URL = env.str("BASE_URL", "http://127.0.0.1:8000")
WAGTAILADMIN_LOGIN_URL = "account_login"
WAGTAIL_FRONTEND_LOGIN_URL = "/accounts/login/"
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None  # no outside host learns who is signed in
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_I18N_ENABLED = False  # language is a field of ours; no page goes live by translation (D14)
WAGTAIL_CONTENT_LANGUAGES = [("en-gb", "English")]
WAGTAIL_AUTOSAVE_INTERVAL = 0  # a draft is saved when a person says so
WAGTAIL_WORKFLOW_ENABLED = False  # approving would publish past the role that may (D32)
WAGTAILIMAGES_IMAGE_MODEL = "leaflets.PlainImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "participation.leaflets.image_forms.PlainImageForm"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 5 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 20_000_000
WAGTAILDOCS_EXTENSIONS = ["pdf"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 5 * 1024 * 1024
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
TAGGIT_CASE_INSENSITIVE = True
