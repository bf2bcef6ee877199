"""The plainer pack: open the same minute, one thing at a time, prompts from published numbers, two sheets of paper."""

import re

import pytest
from django.test import Client
from django.utils import timezone

from core.wording import SUBGROUP_SUMMARY, readability, target_for
from participation.influence.enums import Verdict
from participation.subgroups.domain.meetings import ask_decision
from participation.subgroups.domain.packs import build_pack
from participation.subgroups.domain.prompts import AT_MOST, questions_to_ask
from participation.subgroups.domain.shelf import share_with_group
from participation.subgroups.models import Part, Subgroup
from surveys.releases.disclosure.content import SHOWN, PublishedCell, PublishedSheet, PublishedTable
from surveys.releases.models import Release
from tests.factories.influence import recommended, said
from tests.factories.releases import frozen_release, quarter_window
from tests.factories.subgroups import meeting, member
from tests.subgroups.conftest import sheet, whole_release

pytestmark = pytest.mark.django_db


def plain(group: Subgroup, release: Release) -> str:
    return f"/groups/{group.slug}/{release.ref}/plain/"


def test_everybody_gets_it_at_the_same_moment(client: Client, group: Subgroup) -> None:
    """Before the share nobody, right after it all: no part of a group is first."""
    made, users = whole_release(), [member(group, part=part) for part in Part]
    pages = [plain(group, made), plain(group, made).removesuffix("plain/")]

    def statuses() -> set[int]:
        found = set()
        for user in users:
            client.force_login(user)
            found |= {client.get(page).status_code for page in pages}
        return found

    assert statuses() == {404}
    share_with_group(group, made, by=None, now=timezone.now())
    assert statuses() == {200}


def test_it_says_that_nobody_has_to_say_whether_they_answered(
    client: Client, group: Subgroup, release: Release
) -> None:
    client.force_login(member(group, part=Part.YOUNG_MEMBER))
    text = client.get(plain(group, release)).text
    assert "You or your friends may have answered" in text
    assert "You don’t have to say so." in text


def test_prompts_follow_from_the_pack_alone_and_never_hold_a_number(group: Subgroup, release: Release) -> None:
    now = timezone.now()
    quiet = questions_to_ask(build_pack(group, release, now=now))
    said(late=True, release=release, kind="we_will")
    ask_decision(meeting(group, release, asked=0), asked="x?", release=release, measure_id="listened", by=None, now=now)
    loud = questions_to_ask(build_pack(group, release, now=now))
    assert any("control" in each for each in quiet)
    assert not any("late" in each or "decide today" in each for each in quiet)
    assert loud[0].startswith("You are late")
    assert "Before you decide today" in loud[1]
    assert len(loud) <= AT_MOST
    assert not re.search(r"\d", " ".join(quiet + loud))


def test_a_late_recommendation_makes_the_first_prompt(group: Subgroup, release: Release) -> None:
    recommended(late=True, audience_key=group.audience_key)
    assert questions_to_ask(build_pack(group, release, now=timezone.now()))[0].startswith("You are late")


def test_the_theme_that_most_said_is_a_prompt(group: Subgroup) -> None:
    cells = tuple(PublishedCell(*each) for each in (("yes", "Said this", 15), ("no", "Not", 10), ("unsaid", "-", 0)))
    theme = PublishedTable("theme-1", 1, "Being on time", "everyone", "", 25, "", cells)
    base = sheet("after")
    made = frozen_release(quarter_window(), sheets=[PublishedSheet("after", SHOWN, 25, base.tables, themes=(theme,))])
    share_with_group(group, made, by=None, now=timezone.now())
    assert any("“Being on time”" in each for each in questions_to_ask(build_pack(group, made, now=timezone.now())))


def test_our_own_words_on_it_can_be_read_at_twelve(client: Client, group: Subgroup, release: Release) -> None:
    client.force_login(member(group, part=Part.YOUNG_MEMBER))
    text = client.get(plain(group, release)).text
    main = re.sub(r"<(svg|figure).*?</\1>", " ", text[text.index("<main") : text.index("</main")], flags=re.S)
    words = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", ". ", main))
    read = readability(re.sub(r"(\. )+", ". ", words))
    assert read.age <= target_for(SUBGROUP_SUMMARY).reading_age


@pytest.mark.parametrize("verdict", [Verdict.ACCEPTED, Verdict.NOT])
def test_it_shows_what_was_asked_of_the_adults_and_their_answer(
    client: Client, group: Subgroup, release: Release, verdict: Verdict
) -> None:
    recommended("A quiet place.", verdict=verdict, audience_key=group.audience_key)
    client.force_login(member(group, part=Part.YOUNG_MEMBER))
    text = client.get(plain(group, release)).text
    assert "A quiet place." in text
    assert ("We said no" in text) == (verdict == Verdict.NOT)
