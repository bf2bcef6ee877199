"""A draft as a young person of some age, reading level and language would meet it."""

from surveys.questionnaires.domain.assembling import schema_of
from surveys.questionnaires.domain.translating import drafted
from surveys.questionnaires.models import Questionnaire
from surveys.questionnaires.schema import Schema


def draft_for(questionnaire: Questionnaire, *, band: str = "", level: str = "", language: str = "en") -> Schema:
    """One for all ages keeps its own words. English stands, and says so, where the language has none yet.

    Raises NotASchema in plain words.
    """
    schema = schema_of(questionnaire, band=(questionnaire.band and band) or None, level=level or None)
    return drafted(questionnaire, schema).in_language(language)
