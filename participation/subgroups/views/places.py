"""Finding the pack or the question an address names. Somebody else's and none are the same 404."""

import uuid

from django.http import Http404

from participation.subgroups.domain.challenge_log import find
from participation.subgroups.domain.shelf import find_pack
from participation.subgroups.models import Challenge, Subgroup
from surveys.releases.models import Release


def release_of(group: Subgroup, key: str) -> Release:
    release = find_pack(group, key)
    if release is None:
        raise Http404
    return release


def challenge_of(group: Subgroup, pk: uuid.UUID) -> Challenge:
    found = find(group, pk)
    if found is None:
        raise Http404
    return found
