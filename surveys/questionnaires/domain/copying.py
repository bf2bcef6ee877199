"""A new draft that begins as another questionnaire is."""

from surveys.questionnaires.models import Questionnaire

COPY = "-copy"


def copy_of(questionnaire: Questionnaire) -> Questionnaire:
    """Not saved, never live, with no versions; here alone named may be chosen anew, for it is another row."""
    fresh: Questionnaire = Questionnaire.objects.get(pk=questionnaire.pk)
    fresh.pk, fresh._state.adding = None, True
    fresh.live, fresh.has_unpublished_changes = False, False
    fresh.first_published_at = fresh.last_published_at = None
    fresh.latest_revision = fresh.live_revision = None
    fresh.slug = fresh.slug[: 80 - len(COPY)] + COPY
    return fresh
