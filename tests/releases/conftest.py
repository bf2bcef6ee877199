"""A catalogue of two measures and a door that tests fill: freezing is tested apart from asking."""

import pytest

from surveys.questionnaires.enums import FormKind
from surveys.questionnaires.measures import Measure
from surveys.releases.domain.catalogue import EVERY_BAND, Entry
from tests.factories.releases import Answers

GROUPS = (("yes", "Yes"), ("bit", "A bit"), ("no", "No"))


def measure(name: str, part: str, *forms: FormKind) -> Measure:
    maps = {part: {"yes": "yes", "bit": "bit", "no": "no"}}
    return Measure(id=name, version=1, title=name, groups=GROUPS, forms=frozenset(forms), maps=maps)


LISTENED = measure("listened", "Q27d", FormKind.AFTER)
UNDERSTOOD = measure("understood", "Q27a", FormKind.AFTER)
EXPLAINED = measure("explained", "Q15", FormKind.BEFORE)


def entries(form: str) -> list[Entry]:
    return [Entry(each, form, EVERY_BAND) for each in (UNDERSTOOD, LISTENED, EXPLAINED) if form in each.forms]


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Answers:
    door = Answers()
    monkeypatch.setattr("surveys.releases.domain.used.rows_to_count", door.rows_to_count)
    monkeypatch.setattr("surveys.releases.domain.freezing.entries_for", entries)
    return door
