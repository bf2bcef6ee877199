"""Every byte that anybody who reads summaries can get: groups, young member, champions, what changed, staff."""

import re
from dataclasses import dataclass

from django.test import Client
from django.urls import URLPattern

from accounts.models import Role, User
from participation.champions import urls as champions_urls
from participation.subgroups import urls as group_urls
from participation.subgroups.domain.shelf import share_with_group
from participation.subgroups.models import Part, Subgroup
from surveys.releases import urls as release_urls
from surveys.releases.disclosure.parameters import CHARACTERISTICS
from surveys.releases.domain.sharing import share
from surveys.releases.models import Release
from tests.factories.accounts import UserFactory
from tests.factories.releases import AFTER_FREEZE
from tests.factories.subgroups import group, member

NEW_EACH_TIME = re.compile(rb'(?:csrfmiddlewaretoken" value|nonce)="[^"]+"')
PARTS_KNOWN = {"slug", "release", "ref", "release_id", "characteristic", "kind"}
KINDS = ("ods", "csv", "json")


@dataclass
class Readers:
    """People of each kind who were given one release."""

    group: Subgroup
    people: list[User]
    release: Release

    def bytes_read(self, *, papers: bool = False) -> dict[tuple[str, str], tuple[int, bytes]]:
        """What each of them gets at each address, without what is new at every visit. Papers take their time."""
        found = {}
        for person in self.people:
            client = Client()
            client.force_login(person)
            for address in addresses(self.group, self.release):
                if "/papers/" in address and not papers:
                    continue
                answer = client.get(address)
                body = b"".join(answer.streaming_content) if answer.streaming else answer.content
                found[str(person.pk), address] = (answer.status_code, NEW_EACH_TIME.sub(b"", body))
        return found


def readers_of(release: Release) -> Readers:
    vyp = group()
    people = [
        member(vyp),
        member(vyp, part=Part.YOUNG_MEMBER),
        UserFactory(roles=[Role.CHAMPION]),
        UserFactory(roles=[Role.PARTICIPATION_WORKER]),
        UserFactory(roles=[Role.DATA_PROTECTION_OFFICER]),
    ]
    share_with_group(vyp, release, by=None, now=AFTER_FREEZE)
    share(release, "champions", by=None, now=AFTER_FREEZE)
    return Readers(vyp, people, release)


def addresses(of: Subgroup, release: Release) -> list[str]:
    """Every address of groups, champions and releases that is made of the release and the group alone."""
    patterns = [*group_urls.urlpatterns, *champions_urls.urlpatterns, *release_urls.urlpatterns]
    found = ["/changed/"]
    for pattern in patterns:
        assert isinstance(pattern, URLPattern)
        if not set(pattern.pattern.converters) <= PARTS_KNOWN:
            continue
        for characteristic in CHARACTERISTICS if "characteristic" in pattern.pattern.converters else ("",):
            for kind in KINDS if "kind" in pattern.pattern.converters else ("",):
                parts = {
                    "slug": of.slug,
                    "release": release.ref,
                    "ref": release.ref,
                    "release_id": release.pk,
                    "characteristic": characteristic,
                    "kind": kind,
                }
                found.append("/" + _filled(str(pattern.pattern), parts))
    return found


def _filled(route: str, parts: dict[str, object]) -> str:
    return re.sub(r"<(?:\w+:)?(\w+)>", lambda match: str(parts[match[1]]), route)
