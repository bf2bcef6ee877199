"""House rules of every template: nothing inline, every piece documented and shown."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from accounts.models import Role
from tests.factories.accounts import UserFactory

FOLDER = Path(settings.BASE_DIR) / "templates"
TEMPLATES = sorted(FOLDER.rglob("*.html"))
COMPONENTS = sorted((FOLDER / "components").glob("*.html"))
COMMENT = re.compile(r"{% comment %}.*?{% endcomment %}", re.DOTALL)
INLINE = re.compile(r"\sstyle=|<style|\son[a-z]+=\"|javascript:", re.IGNORECASE)
SCRIPT = re.compile(r"<script\b([^>]*)>", re.IGNORECASE)


def _body(path: Path) -> str:
    return COMMENT.sub("", path.read_text())


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(FOLDER)))
def test_no_template_has_inline_style_or_script(path: Path) -> None:
    if "emails" in path.parts:
        pytest.skip("mail has no stylesheet")
    body = _body(path)
    assert not INLINE.findall(body)
    assert all("src=" in attributes or 'type="application/json"' in attributes for attributes in SCRIPT.findall(body))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(FOLDER)))
def test_no_template_calls_another_host(path: Path) -> None:
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', _body(path))


@pytest.mark.parametrize("path", COMPONENTS, ids=lambda path: path.name)
def test_every_component_says_at_its_top_what_it_is(path: Path) -> None:
    assert "{% comment %}" in path.read_text()[:200]


@pytest.mark.django_db
def test_every_component_stands_on_the_style_page(client: Client) -> None:
    client.force_login(UserFactory(roles=[Role.ADMINISTRATOR]), backend="django.contrib.auth.backends.ModelBackend")
    page = client.get("/style/")
    assert page.status_code == 200
    drawn = {template.name for template in page.templates if template.name}
    missing = {f"components/{path.name}" for path in COMPONENTS} - drawn
    assert missing == set()


@pytest.mark.django_db
def test_the_style_page_is_for_people_who_signed_in(client: Client) -> None:
    assert client.get("/style/").status_code == 302
