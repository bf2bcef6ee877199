"""Which questionnaire a card leads to."""

from surveys.questionnaires.enums import Length
from surveys.questionnaires.models import Questionnaire


def find_questionnaire(form: str, *, band: str, level: str, length: str = "") -> Questionnaire | None:
    """The published one for this age and reading level; short first when no length is asked for (S23).

    One written for all ages stands in where an age has none. Never another reading level: ask again for that.
    """
    live = Questionnaire.objects.live().filter(form=form, level=level, band__in=[band, ""])
    if length:
        live = live.filter(length=length)
    return min(live, key=lambda each: (each.band != band, each.length == Length.LONG, each.pk), default=None)
