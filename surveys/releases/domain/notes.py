"""What readers are told beside a release that was too small to correct (rule 13). Reaches no answer."""

from surveys.releases.domain.sharing import line_of
from surveys.releases.models import Release, ReleaseNote


def notes_of(release: Release) -> list[ReleaseNote]:
    """What readers of a release are told beside it, oldest first: its own notes and those of the ones before it."""
    return list(ReleaseNote.objects.filter(release__in=line_of(release)))
