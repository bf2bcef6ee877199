"""The walls between rooms, and their negative control: a pack view that imports answers is found, by any way round."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
ROOMS = ("home", "participation", "surveys", "site")
READERS_CONTRACT = "Nobody to the right of releases can reach an answer"
READING_CONTRACT = "What reads a release cannot reach an answer, by any way round"
PACK_VIEW = "participation/subgroups/views/reading.py"
SHOWN = "surveys/releases/domain/shown.py"
LATE = "\n\ndef later() -> object:\n    from surveys.responses.models import Response\n\n    return Response\n"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The code of the house, to be broken."""
    for room in ROOMS:
        for path in (ROOT / room).rglob("*.py"):
            there = tmp_path / path.relative_to(ROOT)
            there.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, there)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def broken_contracts(house: Path) -> set[str]:
    """Names of the contracts that `make lint` would report, checked by the same program and the same file."""
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [program, "--no-cache"],
        cwd=house,
        env=os.environ | {"PYTHONPATH": f"{house / 'site'}{os.pathsep}{house}"},
        capture_output=True,
        text=True,
    )
    broken = {line.removesuffix(" BROKEN") for line in done.stdout.splitlines() if line.endswith(" BROKEN")}
    assert (done.returncode == 0) == (not broken), done.stdout + done.stderr
    return broken


def add(house: Path, module: str, text: str) -> None:
    path = house / module
    path.write_text(path.read_text() + text)


def test_the_house_as_it_stands_keeps_every_wall(copy: Path):
    assert broken_contracts(copy) == set()


@pytest.mark.parametrize(
    ("module", "text", "contract"),
    [
        (PACK_VIEW, "\nfrom surveys.responses.models import Response\n", READERS_CONTRACT),
        (PACK_VIEW, LATE, READERS_CONTRACT),
        (PACK_VIEW, "\nfrom surveys.releases.domain import used\n", READERS_CONTRACT),
        ("participation/champions/views/page.py", "\nimport surveys.themes.models\n", READERS_CONTRACT),
        (SHOWN, "\nfrom surveys.releases.domain import freezing\n", READING_CONTRACT),
    ],
    ids=["a pack view", "inside a function", "by way of the freeze", "a champions page", "what shows a release"],
)
def test_p17_a_readers_page_that_imports_answers_is_found(copy: Path, module: str, text: str, contract: str):
    add(copy, module, text)
    assert contract in broken_contracts(copy)
