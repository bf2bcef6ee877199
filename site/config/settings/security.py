"""Cookies, headers, limits. The headers by zone stand in core/zones.py."""

from core.zones import STRICT_CSP

SESSION_COOKIE_NAME = "desk"
CHILD_SESSION_COOKIE_NAME = "turn"
SHARED_COOKIE_NAME = "shared"  # of the device: holds nothing about anybody
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_AGE = 12 * 60 * 60
CSRF_COOKIE_NAME = "form"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_AGE = None
CSRF_FAILURE_VIEW = "home.views.errors.csrf_failure"

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"  # `no-referrer` makes Chromium send Origin: null, and every form breaks (D18)
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 0
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {"DIRECTIVES": STRICT_CSP}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    feature: []
    for feature in (
        "accelerometer",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "usb",
    )
}

DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1_000  # for Wagtail's editor; outside the CMS 200: core/uploads.py
FILE_UPLOAD_MAX_MEMORY_SIZE = 4_000_000  # a voice note of two minutes fits; nothing a child makes touches the disk
FILE_UPLOAD_HANDLERS = [
    "core.uploads.InMemoryOutsideTheCMS",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
