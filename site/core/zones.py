"""Five zones by address, each with its own headers and session cookie: one table for all (D21, D23)."""

from dataclasses import dataclass

from django.conf import settings

NOTHING, OWN = ["'none'"], ["'self'"]
STRICT_CSP: dict[str, list[str]] = {
    "default-src": NOTHING,
    "script-src": OWN,
    "style-src": OWN,
    "img-src": [*OWN, "data:"],
    "font-src": OWN,
    "media-src": OWN,
    "connect-src": OWN,
    "manifest-src": OWN,
    "form-action": OWN,
    "base-uri": NOTHING,
    "object-src": NOTHING,
    "frame-ancestors": NOTHING,
}
# Wagtail 8.0 still has inline scripts in five admin templates and styles in its editor; only /cms/ is loosened.
CMS_CSP: dict[str, list[str]] = STRICT_CSP | {
    "script-src": [*OWN, "'unsafe-inline'"],
    "style-src": [*OWN, "'unsafe-inline'"],
    "img-src": [*OWN, "data:", "blob:"],
    "frame-src": OWN,
    "frame-ancestors": OWN,
}


@dataclass(frozen=True)
class Zone:
    name: str
    prefixes: tuple[str, ...]
    csp: dict[str, list[str]]
    cache_control: str | None  # None: the view decides
    cookie_setting: str
    cookie_samesite: str
    frames: str = "DENY"


PRIVATE = "no-store, private"
CHILD = Zone("child", ("/go/", "/me/", "/help/", "/x/"), STRICT_CSP, PRIVATE, "CHILD_SESSION_COOKIE_NAME", "Strict")
PUBLIC = Zone("public", ("/leaflets/", "/changed/", "/static/"), STRICT_CSP, None, "SESSION_COOKIE_NAME", "Lax")
CMS = Zone("cms", ("/cms/",), CMS_CSP, PRIVATE, "SESSION_COOKIE_NAME", "Lax", frames="SAMEORIGIN")
STAFF = Zone(
    "staff",
    ("/work/", "/groups/", "/champions/", "/accounts/", "/style/"),
    STRICT_CSP,
    PRIVATE,
    "SESSION_COOKIE_NAME",
    "Lax",
)
MEDIA = Zone(
    "media",
    ("/media/", "/images/", "/documents/"),
    {"default-src": NOTHING, "sandbox": []},
    None,
    "SESSION_COOKIE_NAME",
    "Lax",
)
ZONES = (CHILD, PUBLIC, CMS, STAFF, MEDIA)


def zone_of(path: str) -> Zone:
    """The zone of an address. What we do not know, and the front door, is treated as a child's page."""
    for zone in ZONES:
        if path.startswith(zone.prefixes):
            return zone
    return CHILD


def cookie_name(zone: Zone) -> str:
    return str(getattr(settings, zone.cookie_setting))
