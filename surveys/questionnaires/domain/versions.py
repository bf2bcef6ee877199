"""Published versions kept in memory: they never change, and every page of every young person needs one."""

import copy
from functools import lru_cache
from uuid import UUID

from surveys.questionnaires.models import QuestionnaireVersion

KEPT = 64  # more than are in use at one time


def version_of(version_id: UUID) -> QuestionnaireVersion:
    """Its content as it was frozen, with one query in the life of a process. Raises DoesNotExist.

    Each caller gets a row of its own: what may change, the questionnaire it came from, is fetched anew.
    """
    return copy.copy(_kept(version_id))


@lru_cache(maxsize=KEPT)
def _kept(version_id: UUID) -> QuestionnaireVersion:
    version = QuestionnaireVersion.objects.get(pk=version_id)
    _ = version.schema  # read from its JSON once, for all
    return version
