"""The paper route: the fullest plainer pack there can be, printed by a real browser, is two sheets of A4."""

import html
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Browser, BrowserType

from participation.influence.enums import ReplyKind
from participation.subgroups.domain import notes
from participation.subgroups.domain.meetings import ask_decision
from participation.subgroups.domain.shelf import share_with_group
from participation.subgroups.models import Membership, Part, Subgroup
from tests.factories.influence import recommended, said
from tests.factories.subgroups import meeting, member
from tests.subgroups.conftest import full_release

pytestmark = [pytest.mark.django_db, pytest.mark.journey]
CSS = Path(settings.BASE_DIR) / "static" / "css"
SHEETS = ("tokens", "base", "pieces", "asking", "staff", "packs", "young")
LONG = "Somebody says what happens next, and when, and comes back to tell us what was decided. "


@pytest.fixture(scope="module")
def printer(
    django_db_setup: None, browser_type: BrowserType, browser_type_launch_args: dict[str, Any]
) -> Iterator[Browser]:
    """Playwright's loop runs in this thread, so Django would refuse its plain ORM calls here."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        browser = browser_type.launch(**browser_type_launch_args)
        yield browser
        browser.close()


@pytest.fixture
def printed(printer: Browser, client: Client, group: Subgroup) -> str:
    """Every part there is, each with more than it usually holds."""
    made, now = full_release(), timezone.now()
    share_with_group(group, made, by=None, now=now)
    young = member(group, part=Part.YOUNG_MEMBER)
    note = notes.write_note(group, made, words=(LONG * 7)[:600], writer=young, ready=True, now=now)
    notes.agree_note(note, by=Membership.objects.get(user=young).supporter, version=note.version, now=now)
    for _ in range(5):
        said(LONG[:70], kind=ReplyKind.WE_WILL, did=(LONG * 2)[:130], release=made)
    for number in range(8):
        recommended(f"{number} {LONG[:80]}", audience_key=group.audience_key, late=number < 2)
    table = meeting(group, made, asked=0)
    for _ in range(3):
        ask_decision(table, asked=LONG, release=made, measure_id="listened", by=None, now=now)
    client.force_login(young)
    return client.get(f"/groups/{group.slug}/{made.ref}/plain/").text


def test_the_fullest_plainer_pack_is_two_sheets(printed: str, printer: Browser) -> None:
    styles = "".join((CSS / f"{name}.css").read_text() for name in SHEETS)
    page = printer.new_page()
    page.set_content(printed.replace("</head>", f"<style>{styles}</style></head>"))
    paper = page.pdf(format="A4", prefer_css_page_size=True)
    told = subprocess.run(["pdfinfo", "-"], input=paper, capture_output=True, check=True).stdout.decode()
    assert re.search(r"Pages:\s+[12]\n", told), told
    words = subprocess.run(["pdftotext", "-", "-"], input=paper, capture_output=True, check=True).stdout.decode()
    headings = re.findall(r'<h2 id="[\w-]+">([^<]+)</h2>', printed[printed.index("<main") :])
    assert len(headings) >= 12
    assert [each for each in headings if html.unescape(each).strip() not in " ".join(words.split())] == []
