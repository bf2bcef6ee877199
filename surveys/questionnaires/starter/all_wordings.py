"""The whole bank in one tuple."""

from surveys.questionnaires.starter import (
    about_me,
    afterwards,
    consulting,
    equality,
    feeling_safe,
    older,
    the_meeting,
)
from surveys.questionnaires.starter.building import Wording

WORDINGS: tuple[Wording, ...] = (
    *about_me.WORDINGS,
    *feeling_safe.WORDINGS,
    *the_meeting.WORDINGS,
    *older.WORDINGS,
    *afterwards.WORDINGS,
    *equality.WORDINGS,
    *consulting.WORDINGS,
)
