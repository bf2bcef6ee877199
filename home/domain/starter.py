"""What every new installation starts with: leaflets, invite wordings, questionnaires, CMS rights. Safe to run again."""

import datetime as dt

from home.domain.cms_rights import give_cms_rights
from participation.leaflets.domain import starter as leaflets
from participation.meetings.domain import starter as meetings
from surveys.questionnaires.domain import starter as questionnaires


def load_starter(*, now: dt.datetime) -> None:
    """Adds what is missing; what editors have changed stays as it is."""
    leaflets.load_starter(now=now)
    meetings.load_starter(now=now)
    questionnaires.load_starter(now=now)
    give_cms_rights()
