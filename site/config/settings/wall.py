"""Which tables people who read may reach. A test fails while a model of any app is not sorted here.

`readable`  the reader's own connection may read it.
`machinery` that connection may not; the site itself uses it while somebody reads (sessions, the record, mail).
`walled`    answers, who gave them and who was invited: no connection may, while somebody reads.
"""

from accounts.roles import Role

READ_FROM = "reader"
"""The connection that readers' pages read from."""

READER_ROLES = frozenset({Role.SUBGROUP_MEMBER, Role.YOUNG_MEMBER, Role.CHAMPION})
"""Whoever has these roles and no other sees nothing but frozen releases, on any page."""

READER_WALL: dict[str, str] = {
    "releases": "readable",
    "releases.contribution": "walled",  # which response was counted in which release
    "releases.progress": "walled",  # how far a window has come is for staff (rule 14)
    "responses": "walled",
    "meetings": "walled",
    "listening": "walled",
    "polls": "walled",  # counters before they are a release
    "themes": "walled",  # what children wrote, sorted; quotes before a release
    "subgroups": "readable",
    "influence": "readable",
    "champions": "machinery",  # who is a champion is on no page that readers see (S22)
    "leaflets": "readable",
    "questionnaires": "readable",
    "accounts": "readable",
    "core": "machinery",
    "core.council": "readable",
    "core.cataloguesignature": "readable",  # which languages are open
    "account": "machinery",
    "mfa": "machinery",
    "auth": "readable",
    "contenttypes": "readable",
    "sessions": "machinery",
    "django_tasks_database": "machinery",
    "taggit": "readable",
    "wagtailusers": "machinery",
    "wagtaildocs": "readable",
    "wagtailimages": "readable",
    "wagtailsearch": "machinery",
    "wagtailadmin": "machinery",
    "wagtailcore": "machinery",
    "wagtailcore.page": "readable",
    "wagtailcore.site": "readable",
    "wagtailcore.locale": "readable",
    "wagtailcore.collection": "readable",
    "wagtailcore.collectionviewrestriction": "readable",
    "wagtailcore.collectionviewrestriction_groups": "readable",
    "wagtailcore.pageviewrestriction": "readable",
    "wagtailcore.pageviewrestriction_groups": "readable",
}
