"""The pack: only published numbers, the same for everyone, whatever the address says."""

import re
from html.parser import HTMLParser
from itertools import product
from typing import Any
from urllib.parse import urlencode

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import Role
from core.models import AuditEntry
from participation.influence.enums import ReplyKind
from participation.subgroups.domain.desk import waiting_for
from participation.subgroups.domain.members import add_member
from participation.subgroups.domain.packs import build_pack
from participation.subgroups.domain.prompts import questions_to_ask
from participation.subgroups.domain.shelf import earlier_packs, packs_of, share_with_group
from participation.subgroups.models import Part, Subgroup
from surveys.releases.disclosure.content import NOT_ENOUGH, TOTAL_ONLY, PublishedSheet
from surveys.releases.domain.shown import NOT_YET
from surveys.releases.models import Release
from tests.factories.accounts import UserFactory
from tests.factories.influence import said
from tests.factories.releases import frozen_release, quarter_window
from tests.factories.subgroups import group as new_group
from tests.factories.subgroups import member
from tests.subgroups.conftest import whole_release

pytestmark = pytest.mark.django_db
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"')
FIVE = (
    "I understood what was going on",
    "I had a say",
    "I had some control over what happens next",
    "People listened to me",
    "I agree with the plan",
)


def address(group: Subgroup, release: Release, plain: bool = False) -> str:
    return f"/groups/{group.slug}/{release.ref}/" + ("plain/" if plain else "")


def body(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return TOKEN.sub("", answer.text)


class Source(HTMLParser):
    """Every text and attribute a reader could see or hear inside <main>; geometry and classes left out."""

    GEOMETRY = {
        "x",
        "y",
        "width",
        "height",
        "rx",
        "ry",
        "viewbox",
        "class",
        "href",
        "d",
        "cx",
        "cy",
        "r",
        "id",
        "fill",
    }
    GEOMETRY |= {
        "aria-labelledby",
        "patterntransform",
        "patternunits",
        "stroke-width",
        "stroke",
        "action",
        "tabindex",
    }

    def __init__(self) -> None:
        super().__init__()
        self.inside = False
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = self.inside or tag == "main"
        if self.inside:
            self.found += [value or "" for name, value in attrs if name.lower() not in self.GEOMETRY]

    def handle_endtag(self, tag: str) -> None:
        if tag == "main":
            self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.found.append(data)


def numbers_in(text: str) -> set[int]:
    source = Source()
    source.feed(text)
    words = " ".join(source.found)
    for known in (
        r"2026-Q\d",
        r"\d{1,2} (?:July|September|October|November) 2026",
        "0800 1111",
        "116 123",
        r"\b999\b",
    ):
        words = re.sub(known, " ", words)
    words = re.sub(r"(?:about|than) \d in 10", " ", words, flags=re.I)
    words = words.replace("under 19", " ").replace("18 or over", " ")
    return {int(number) for number in re.findall(r"\d+", words)}


def published_numbers(release: Release) -> set[int]:
    content = release.verified()
    shown = {cell.count for sheet in content.sheets for table in sheet.tables for cell in table.cells}
    return shown | {sheet.n_shown for sheet in content.sheets if sheet.n_shown} | {5}  # "a multiple of 5"


@pytest.mark.parametrize("plain", [False, True])
def test_every_number_in_the_page_source_is_a_published_number(
    client: Client, group: Subgroup, release: Release, plain: bool
) -> None:
    client.force_login(member(group))
    found = numbers_in(body(client, address(group, release, plain)))
    assert found
    assert found <= published_numbers(release)


def test_the_plain_version_has_exactly_the_same_numbers(client: Client, group: Subgroup, release: Release) -> None:
    client.force_login(member(group))
    pages = [numbers_in(body(client, address(group, release, plain))) for plain in (False, True)]
    assert pages[0] == pages[1]


def test_every_share_in_words_follows_from_published_numbers(group: Subgroup, release: Release) -> None:
    pack = build_pack(group, release, now=timezone.now())
    for table in (table for section in pack.sections for table in section.tables):
        for option in table.options:
            if match := re.fullmatch(r"about (\d) in 10", option.share):
                assert table.n_shown >= 20
                assert abs(10 * option.count / table.n_shown - int(match[1])) <= 0.5


ODD = ["", "1", "-1", "13", "csv", "json", "pdf", "feed", "%00", "female", "' OR 1=1", "ar", "../../", "on"]
NAMES = [
    "format",
    "lang",
    "age_band",
    "gender",
    "age_band[]",
    "q",
    "page",
    "release",
    "form",
    "from",
    "print",
    "debug",
]


@pytest.mark.parametrize("plain", [False, True])
def test_parameters_in_the_address_change_not_one_byte(
    client: Client, group: Subgroup, release: Release, plain: bool
) -> None:
    client.force_login(member(group))
    path = address(group, release, plain)
    whole = body(client, path)
    for name, value in product(NAMES, ODD):
        assert body(client, f"{path}?{urlencode({name: value})}") == whole
    for pair in (
        "gender=female&age_band=12-15",
        "gender=a&gender=b",
        "nonsense=1&nonsense=2",
        "%ff=%fe",
        "?",
        "&&==",
    ):
        assert body(client, f"{path}?{pair}") == whole


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.dictionaries(st.text(max_size=8), st.text(max_size=8), max_size=3))
def test_no_parameter_at_all_changes_a_byte(
    client: Client, group: Subgroup, release: Release, query: dict[str, str]
) -> None:
    if "_auth_user_id" not in client.session:
        client.force_login(member(group))
    path = address(group, release)
    assert body(client, f"{path}?{urlencode(query)}") == body(client, path)


def test_other_headers_and_ways_of_asking_get_the_same_bytes(client: Client, group: Subgroup, release: Release) -> None:
    client.force_login(member(group))
    path = address(group, release)
    whole = body(client, path)
    for headers in ({"accept": "application/json"}, {"accept": "text/csv"}, {"accept-language": "ar"}):
        assert TOKEN.sub("", client.get(path, headers=headers).text) == whole
    assert client.post(path).status_code == 405


@pytest.mark.parametrize("extra", [Role.MEETING_WORKER, Role.CHAIR, Role.READER, Role.PARTICIPATION_WORKER])
def test_a_member_who_also_works_with_children_sees_exactly_what_others_see(
    client: Client, group: Subgroup, release: Release, extra: Role
) -> None:
    def main(user: object) -> str:
        client.force_login(user)  # type: ignore[arg-type]
        return body(client, address(group, release)).split("<main")[1].split("</main>")[0]

    assert main(member(group)) == main(member(group, roles=(extra,)))


def test_the_young_member_has_the_same_pack_at_the_same_moment(client: Client, group: Subgroup) -> None:
    adult, young = member(group), member(group, part=Part.YOUNG_MEMBER)
    made = whole_release()

    def seen(user: object) -> list[object]:
        client.force_login(user)  # type: ignore[arg-type]
        paths = (address(group, made), address(group, made, plain=True))
        found = [client.get(path) for path in paths]
        return [(one.status_code, one.text.split("<main")[1] if one.status_code == 200 else "") for one in found]

    assert [status for status, _ in seen(adult)] == [status for status, _ in seen(young)] == [404, 404]
    share_with_group(group, made, by=None, now=timezone.now())
    assert seen(adult) == seen(young)
    assert [status for status, _ in seen(young)] == [200, 200]


def test_the_standing_five_come_first_and_in_their_order(client: Client, group: Subgroup, release: Release) -> None:
    client.force_login(member(group))
    text = body(client, address(group, release))
    places = [text.index(f">{title}<") for title in FIVE]
    assert places == sorted(places)
    assert text.index('id="s-before"') > places[-1]
    assert "An adult they would feel OK telling" not in text


def test_the_pack_shows_its_name_and_its_other_names(client: Client, group: Subgroup, release: Release) -> None:
    client.force_login(member(group))
    text = body(client, address(group, release))
    assert "Vulnerable Young People" in text
    assert "EVYP, VYP" in text
    assert release.ref in text
    assert "by chance" in text


def test_a_form_without_enough_answers_says_so_instead_of_numbers(
    client: Client, group: Subgroup, release: Release
) -> None:
    client.force_login(member(group))
    assert NOT_YET in body(client, address(group, release))


@pytest.mark.parametrize("plain", [False, True])
def test_a_pack_without_figures_says_so(client: Client, group: Subgroup, plain: bool) -> None:
    sheets = [PublishedSheet("before", TOTAL_ONLY, 10), PublishedSheet("after", NOT_ENOUGH, None)]
    release = frozen_release(quarter_window(), sheets=sheets)
    share_with_group(group, release, by=None, now=timezone.now())
    client.force_login(member(group))
    text = body(client, address(group, release, plain))
    assert "Not enough answers yet" in text
    assert numbers_in(text) <= {10, 5}


def test_a_group_without_packs_says_why(client: Client, group: Subgroup) -> None:
    client.force_login(member(group))
    assert "No pack yet" in client.get(f"/groups/{group.slug}/").text


def test_late_replies_stand_in_the_pack_for_everyone(client: Client, group: Subgroup, release: Release) -> None:
    said("Come back and say what happened.", kind=ReplyKind.WE_WILL, late=True, release=release)
    said("canary-draft", release=release, published=False)
    client.force_login(member(group))
    for plain in (False, True):
        text = body(client, address(group, release, plain))
        assert "We are late with this one" in text
        assert "canary-draft" not in text


def test_questions_to_ask_follow_from_the_pack_alone(group: Subgroup, release: Release) -> None:
    said(kind=ReplyKind.OPEN, late=True, release=release)
    asked = questions_to_ask(build_pack(group, release, now=timezone.now()))
    assert asked[0].startswith("You are late")
    assert asked[1].startswith("Few of us feel we have control")
    assert not any("Not everyone understood" in question for question in asked)
    assert 2 <= len(asked) <= 5


def tampered_release() -> Release:
    """What somebody with the database in their hands leaves behind: sealed, then one number changed."""
    whole = whole_release(2026, 2)
    release = Release(window=quarter_window(2026, 3), ref="2026-Q3", frozen_at=whole.frozen_at, content=whole.content)
    release.seal()
    release.content["sheets"][0]["tables"][0]["cells"][0]["count"] = 777
    release.save(force_insert=True)
    return release


@pytest.mark.parametrize("plain", [False, True])
def test_a_tampered_pack_shows_no_number_is_on_record_and_the_lead_is_told(
    client: Client, group: Subgroup, plain: bool, django_capture_on_commit_callbacks: Any
) -> None:
    release = tampered_release()
    share_with_group(group, release, by=None, now=timezone.now())
    lead, reader = UserFactory(roles=[Role.PARTICIPATION_WORKER]), member(group)
    client.force_login(reader)
    with django_capture_on_commit_callbacks(execute=True):
        answers = [client.get(address(group, release, plain)) for _ in range(3)]
    assert {answer.status_code for answer in answers} == {409}
    assert "This pack can’t be shown" in answers[0].text
    assert numbers_in(answers[0].text) == set()
    entries = AuditEntry.objects.filter(action="release.tampered", subject_id=str(release.pk))
    assert [entry.actor_id for entry in entries] == [reader.pk] * 3
    assert [message.to for message in mail.outbox] == [[lead.email]]
    assert release.ref not in mail.outbox[0].body
    assert any(release.ref in line.text for line in waiting_for(lead, timezone.now()))


def test_a_broken_earlier_release_only_leaves_the_trend(group: Subgroup, monkeypatch: pytest.MonkeyPatch) -> None:
    older, newer = whole_release(2026, 2), whole_release(2026, 3)
    for one in (older, newer):
        share_with_group(group, one, by=None, now=timezone.now())
    assert [content.ref for content in earlier_packs(group, newer)] == [older.ref]
    monkeypatch.setattr("core.seals.verify", lambda *args, **kwargs: False)
    assert earlier_packs(group, newer) == []


def test_a_corrected_release_takes_the_place_of_the_one_it_corrects(group: Subgroup, release: Release) -> None:
    corrected = frozen_release(release.window, supersedes=release)
    assert list(packs_of(group)) == []
    share_with_group(group, corrected, by=None, now=timezone.now())
    assert list(packs_of(group)) == [corrected]


@pytest.mark.parametrize("rows", [1, 3])
def test_lists_and_packs_take_the_same_few_queries(client: Client, rows: int, django_assert_max_num_queries) -> None:
    groups = [new_group(f"Group {number}", aliases=(f"G{number}",)) for number in range(rows)]
    user = member(groups[0])
    for extra in groups[1:]:
        member(extra)
        add_member(extra, user=user, by=None, now=timezone.now())
    for number in range(rows):
        member(groups[0])
        made = whole_release(2026, number + 1)
        share_with_group(groups[0], made, by=None, now=timezone.now())
        said(f"Wish {number}", release=made)
    client.force_login(user)
    client.get("/groups/")
    for path, most in (("/groups/", 8), (f"/groups/{groups[0].slug}/", 11), (address(groups[0], made), 12)):
        with django_assert_max_num_queries(most):
            client.get(path)
    client.force_login(UserFactory(roles=[Role.PARTICIPATION_WORKER]))
    client.get("/work/groups/")
    for path, most in (("/work/groups/", 8), (f"/work/groups/{groups[0].pk}/", 14)):
        with django_assert_max_num_queries(most):
            client.get(path)
