"""Every environment variable that is read stands in the table and in .env.example, and nothing else does."""

import re
from pathlib import Path

from django.conf import settings

ROOT = Path(settings.BASE_DIR)
READ = re.compile(r"""\benv(?:iron)?(?:\.\w+)?[\[(]\s*["']([A-Z][A-Z_]+)["']""")
BY_NAME_ELSEWHERE = {
    "DATABASE_URL",
    "DJANGO_SETTINGS_MODULE",
    "PORT",
    "BENCH",
    "BENCH_DB",
    "ONLY",
}  # django-environ and make


def read_in_code() -> set[str]:
    """`DATABASE_URL` is read by `env.db_url`, the others by name."""
    files = [*(ROOT / "site").rglob("*.py"), ROOT / "manage.py"]
    return BY_NAME_ELSEWHERE | {name for path in files for name in READ.findall(path.read_text())}


def in_the_table() -> set[str]:
    section = (ROOT / "docs/operations.md").read_text().split("## Settings by")[1].split("\n## ")[0]
    first_cells = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    return {name for cell in first_cells for name in re.findall(r"`([A-Z_]+)`", cell)}


def in_the_example() -> set[str]:
    return set(re.findall(r"^#? ?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))


def test_what_is_read_is_what_the_table_and_the_example_say():
    assert "SECRET_KEY" in read_in_code()
    assert read_in_code() == in_the_table()
    assert read_in_code() == in_the_example()
