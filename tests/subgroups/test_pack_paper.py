"""Paper: one side of A4, tagged, the same bytes each time, and a plain word where no PDF can be made."""

import contextlib
import re
import subprocess
import zlib
from dataclasses import replace

import pytest
from django.test import Client
from django.utils import timezone

from core import paper
from core.paper import NoPaper, as_pdf
from participation.influence.domain.page import Reply
from participation.influence.domain.shown import ShownRecommendation
from participation.subgroups.domain.height import ONE_SIDE, height_of
from participation.subgroups.domain.meetings import ShownDecision
from participation.subgroups.domain.notes import Note
from participation.subgroups.domain.packs import Pack, build_pack
from participation.subgroups.domain.sheet import one_sheet
from participation.subgroups.domain.shelf import share_with_group
from participation.subgroups.domain.shortening import cut
from participation.subgroups.models import Part, Subgroup
from participation.subgroups.views.papers import paper_html
from surveys.releases.models import Release
from tests.factories.subgroups import member
from tests.subgroups.conftest import full_release
from tests.subgroups.reading import address

pytestmark = pytest.mark.django_db
LONG = "Every adult who comes to a meeting says their name and what they do before anything else is said. "
TODAY = timezone.localdate()


@pytest.fixture
def pack(group: Subgroup) -> Pack:
    earlier = [full_release(2026, quarter).verified() for quarter in (1, 2)]
    return build_pack(group, full_release(2026, 3), earlier=earlier, now=timezone.now())


def overfull(pack: Pack) -> Pack:
    """Everything at its longest."""
    reply = Reply(LONG * 3, "we_cant_because", "", LONG * 6, LONG, LONG * 6, LONG, TODAY, TODAY, True)
    agreed = ShownRecommendation(LONG * 3, "x", "Yes", "", LONG, TODAY, "late", "red", "Late", "", "", "")
    return replace(
        pack,
        replies=(reply,) * 5,
        recommendations=(agreed,) * 9,
        decisions=(ShownDecision(LONG * 3, "", TODAY, None),) * 3,
        note=Note(((LONG * 7)[:600],)),
        reach=replace(pack.reach, sentences=(LONG,) * 6),
        reach_action=LONG * 3,
        corrections=(LONG * 5,) * 3,
    )


def _unpacked(pdf: bytes) -> list[bytes]:
    """The parts of a PDF that were packed."""
    found = []
    for part in re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        with contextlib.suppress(zlib.error):
            found.append(zlib.decompress(part))
    return found


def pages_of(pdf: bytes) -> int:
    told = subprocess.run(["pdfinfo", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    return int(re.search(r"Pages:\s+(\d+)", told)[1])


@pytest.mark.parametrize("fill", [lambda pack: pack, overfull], ids=["as it is", "overfull"])
def test_a_pack_is_one_side_of_a4_and_large_print_is_several(pack: Pack, fill) -> None:
    assert height_of(one_sheet(fill(pack))) <= ONE_SIDE
    assert pages_of(as_pdf(paper_html(fill(pack), "sheet"))) == 1
    assert pages_of(as_pdf(paper_html(fill(pack), "large"))) > 3


def test_nothing_is_cut_where_it_fits_and_a_note_is_never_cut(pack: Pack) -> None:
    assert one_sheet(pack).told == pack.told
    assert one_sheet(overfull(pack)).note == overfull(pack).note
    assert one_sheet(overfull(pack)).sections == pack.sections


@pytest.mark.parametrize(
    ("text", "letters", "wanted"),
    [
        ("short", 10, "short"),
        ("two  words", 10, "two words"),
        ("one two three", 10, "one two…"),
        ("a" * 20, 5, "aaaa…"),
    ],
)
def test_a_text_is_cut_between_words(text: str, letters: int, wanted: str) -> None:
    assert cut(text, letters) == wanted


def test_the_smallest_print_is_nine_point_and_large_print_eighteen() -> None:
    css = (paper.Path(paper.settings.BASE_DIR) / "static/css/paper.css").read_text()
    for selector, smallest in ((r"pack-page--sheet|sheet-a4", 9), (r"pack-page--large", 18)):
        rules = re.findall(rf"[^}}]*(?:{selector})[^{{]*\{{([^}}]*)\}}", css)
        sizes = [float(size) for rule in rules for size in re.findall(r"font-size:\s*([\d.]+)pt", rule)]
        assert min(sizes) == smallest


def test_a_pdf_is_tagged_has_a_title_and_a_language_and_is_the_same_each_time(pack: Pack) -> None:
    html = paper_html(pack, "sheet")
    first, second = as_pdf(html), as_pdf(html)
    assert first == second
    told = subprocess.run(["pdfinfo", "-"], input=first, capture_output=True, check=True).stdout.decode()
    assert re.search(r"Tagged:\s+yes", told)
    assert re.search(r"Title:\s+2026-Q3 · Your Turn", told)
    assert b"/Lang (en-gb)" in b"".join(_unpacked(first))
    assert "CreationDate" not in told
    fonts = subprocess.run(["pdffonts", "-"], input=first, capture_output=True, check=True).stdout.decode()
    assert all(" yes " in line for line in fonts.splitlines()[2:])


def test_paper_opens_no_address_and_no_file_but_its_stylesheets() -> None:
    """Where it would, the words of the file would stand on the paper."""
    reaching = '<html lang="en"><title>T</title><link rel="stylesheet" href="{}"><p>Here</p></html>'
    plain = as_pdf(reaching.format("paper:css/nothing.css"))
    for address_ in ("file:///etc/passwd", "paper:../../manage.py", "http://127.0.0.1:9/x.css", "paper:/etc/passwd"):
        assert as_pdf(reaching.format(address_)) == plain


@pytest.fixture
def shared(group: Subgroup) -> Release:
    release = full_release()
    share_with_group(group, release, by=None, now=timezone.now())
    return release


@pytest.mark.parametrize("name", ["pack.pdf", "large.pdf"])
def test_without_the_drawing_libraries_a_plain_word_says_to_print_the_page(
    client: Client, group: Subgroup, shared: Release, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr("core.paper.sys.executable", "/bin/false")
    with pytest.raises(NoPaper):
        as_pdf("<p>")
    client.force_login(member(group))
    answer = client.get(address(group, shared, more=f"papers/{name}"))
    assert answer.status_code == 503
    assert "Print the page instead" in answer.text
    assert client.get(re.search(r'href="(/groups/[^"]+)">Open', answer.text)[1]).status_code == 200


def test_a_press_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.paper.SECONDS", 0.01)
    with pytest.raises(NoPaper):
        as_pdf("<p>")


FILES = ("pack.pdf", "large.pdf", "numbers.csv", "numbers.json", "numbers.ods")


@pytest.mark.parametrize("name", FILES)
def test_files_are_kept_by_nobody_on_the_way_and_have_neutral_names(
    client: Client, group: Subgroup, shared: Release, name: str
) -> None:
    client.force_login(member(group))
    answer = client.get(address(group, shared, more=f"papers/{name}"))
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "no-store, private"
    assert re.fullmatch(r'attachment; filename="2026-Q3(-large)?\.\w+"', answer["Content-Disposition"])
    assert "sandbox" in answer["Content-Security-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer.content == client.get(address(group, shared, more=f"papers/{name}?x=1")).content


def test_a_young_member_gets_pages_to_print_and_no_file(client: Client, group: Subgroup, shared: Release) -> None:
    client.force_login(member(group, part=Part.YOUNG_MEMBER))
    assert {client.get(address(group, shared, more=f"papers/{name}")).status_code for name in FILES} == {404}
    for more in ("", "plain/", "large/", "papers/"):
        assert client.get(address(group, shared, more=more)).status_code == 200
    assert ".csv" not in client.get(address(group, shared, more="papers/")).text


def test_a_kind_of_file_that_we_do_not_make_is_not_found(client: Client, group: Subgroup, shared: Release) -> None:
    client.force_login(member(group))
    for kind in ("xlsx", "xml", "pdf", "csv.exe", "%00"):
        assert client.get(address(group, shared, more=f"papers/numbers.{kind}")).status_code == 404
