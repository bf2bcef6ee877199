"""A catalogue of two measures and a door that tests fill: freezing is tested apart from asking."""

from pathlib import Path

import pytest

from surveys.questionnaires.enums import FormKind
from surveys.questionnaires.measures import Measure
from surveys.releases.domain.catalogue import EVERY_BAND, Entry
from surveys.releases.domain.freezing import SECRET_BYTES
from tests.factories.releases import Answers, same_ids_again

GROUPS = (("yes", "Yes"), ("bit", "A bit"), ("no", "No"))


def measure(name: str, part: str, *forms: FormKind) -> Measure:
    maps = {part: {"yes": "yes", "bit": "bit", "no": "no"}}
    return Measure(id=name, version=1, title=name, groups=GROUPS, forms=frozenset(forms), maps=maps)


LISTENED = measure("listened", "Q27d", FormKind.AFTER)
UNDERSTOOD = measure("understood", "Q27a", FormKind.AFTER)
EXPLAINED = measure("explained", "Q15", FormKind.BEFORE)


def entries(form: str, *, questionnaire: object = None) -> list[Entry]:
    return [Entry(each, form, EVERY_BAND) for each in (UNDERSTOOD, LISTENED, EXPLAINED) if form in each.forms]


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Answers:
    """With the same ids and the same secret in every run: what chance and the attack leave over is then the same."""
    same_ids_again()
    seed = tmp_path / "random"
    seed.write_bytes(bytes(range(7, 7 + SECRET_BYTES)))
    monkeypatch.setattr("surveys.releases.domain.freezing.RANDOM", seed)
    door = Answers()
    monkeypatch.setattr("surveys.releases.domain.used.rows_to_count", door.rows_to_count)
    monkeypatch.setattr("surveys.releases.domain.used.ids_to_count", door.ids_to_count)
    monkeypatch.setattr("surveys.releases.domain.making.entries_for", entries)
    return door
