"""The house keeps its own rules: folders, walls, sizes, and what is banned in code."""

import os
import re
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
APPS = ("site", "home", "surveys", "participation")
LONGEST_FILE, MOST_DEPENDENCIES = 300, 25
BANNED_NAMES = ("utils.py", "helpers.py", "common.py", "misc.py")


def our_files() -> list[Path]:
    return [path for app in (*APPS, "tests") for path in (ROOT / app).rglob("*.py") if "migrations" not in path.parts]


def run(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    env = {key: value for key, value in os.environ.items() if key != "DJANGO_SETTINGS_MODULE"} | environment
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=300, check=False)


# folders and names


def test_the_folder_site_is_no_package_and_never_hides_pythons_own():
    assert not (ROOT / "site" / "__init__.py").exists()
    import site

    assert site.__file__ is not None
    assert Path(site.__file__) == Path(sysconfig.get_paths()["stdlib"]) / "site.py"


def test_git_keeps_the_folder_site():
    ignored = run("git", "check-ignore", "site/config/urls.py", "site/core/zones.py", ".env", ".data/x")
    assert ignored.stdout.split() == [".env", ".data/x"]


def test_the_walls_between_the_rooms_hold():
    done = run(str(Path(sys.executable).parent / "lint-imports"), "--no-cache", PYTHONPATH="site:.")
    assert done.returncode == 0, done.stdout


def test_no_file_is_too_long_or_has_a_name_that_says_nothing():
    long = {str(path): lines for path in our_files() if (lines := path.read_text().count("\n")) > LONGEST_FILE}
    assert {path for path in long if "/tests/" not in path} == set()
    assert [path for path in our_files() if path.name in BANNED_NAMES] == []


def test_each_running_dependency_says_why_it_is_here():
    lines = [
        line
        for line in (ROOT / "requirements" / "runtime.in").read_text().splitlines()
        if line and not line.startswith("#")
    ]
    assert 0 < len(lines) < MOST_DEPENDENCIES
    assert [line for line in lines if not re.search(r"\s# \S.{10,}", line)] == []


def test_every_locked_package_carries_its_hash():
    for name in ("runtime.txt", "dev.txt"):
        text = (ROOT / "requirements" / name).read_text().replace("\\\n", " ")
        pins = [line for line in text.splitlines() if re.match(r"^[A-Za-z0-9]", line)]
        assert len(pins) > 15
        assert [line.split()[0] for line in pins if "--hash=sha256:" not in line] == []


# what is banned in code, because it would show or keep too much

BANNED_CODE = (
    r"\bcache_page\b",
    r"\bcsrf_exempt\b",
    r"\bmark_safe\b",
    r"fail_silently=True",
    r"\.raw\(",
    r"\.extra\(",
    r"\*\*request\.",
    r"\bRawSQL\b",
    r"\bpickle\b",
    r"yaml\.load\b",
    r"time\.sleep",
)


@pytest.mark.parametrize("pattern", BANNED_CODE)
def test_banned_calls_are_nowhere_in_our_code(pattern: str):
    ours = [path for path in our_files() if "tests" not in path.relative_to(ROOT).parts]
    assert len(ours) > 100
    assert [str(path) for path in ours if re.search(pattern, path.read_text())] == []


def test_no_template_switches_escaping_off():
    found = [
        str(path)
        for path in (ROOT / "templates").rglob("*.html")
        if re.search(
            r"\|\s*safe\b|autoescape off|\|\s*(urlize|striptags|truncatewords_html|wordwrap)", path.read_text()
        )
    ]
    assert found == []
