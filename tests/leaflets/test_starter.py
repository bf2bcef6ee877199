import pytest
from django.utils import timezone
from wagtail.models import Page, Site

from core.age_bands import Audience
from core.wording import readability, target_for
from participation.leaflets.domain.families import missing_twins
from participation.leaflets.domain.gate import LOUD_WORDS, word_findings
from participation.leaflets.domain.starter import FAMILIES, load_starter
from participation.leaflets.models import (
    CampaignPage,
    LeafletIndexPage,
    LeafletPage,
    LeafletVersionPage,
    SummaryPage,
)
from participation.leaflets.models.care import CaredForPage
from tests.factories import leaflets as make

pytestmark = pytest.mark.django_db


def shipped() -> list[CaredForPage]:
    models = (LeafletIndexPage, LeafletPage, LeafletVersionPage, SummaryPage, CampaignPage)
    return [page for model in models for page in model.objects.all()]


def test_every_shipped_text_goes_live_through_the_gate():
    make.council()
    started = load_starter(now=timezone.now())
    assert started.held_back == {}
    assert all(page.live and page.live_revision for page in shipped())
    assert len(shipped()) == 1 + 4 + 4 * 6 + 2 + 1


def test_starter_is_safe_to_run_twice_and_keeps_what_people_changed():
    make.shipped_tree()
    page = LeafletVersionPage.objects.get(slug="8-11", family__slug="the-meeting")
    page.title = "Our own title"
    page.save_revision().publish()
    before = Page.objects.count()
    load_starter(now=timezone.now())
    assert Page.objects.count() == before
    assert LeafletVersionPage.objects.get(pk=page.pk).title == "Our own title"


def test_without_a_day_on_which_numbers_were_rung_nothing_goes_live():
    make.council(contacts_reviewed_on=None)
    started = load_starter(now=timezone.now())
    assert started.live == []
    assert not Page.objects.filter(depth__gt=1, live=True).exists()
    make.council()
    assert load_starter(now=timezone.now()).held_back == {}


def test_the_site_starts_at_the_leaflets_and_the_welcome_page_is_gone():
    index = make.shipped_tree()
    assert Site.objects.get(is_default_site=True).root_page_id == index.pk
    assert index.get_url() == "/leaflets/"
    assert list(Page.get_first_root_node().get_children().values_list("pk", flat=True)) == [index.pk]


def test_each_family_has_all_six_audiences_and_a_twin_for_parents():
    index = make.shipped_tree()
    for family in FAMILIES:
        assert set(family.versions) == set(Audience.values)
    assert missing_twins(index) == []
    LeafletVersionPage.objects.filter(family__slug="the-meeting", audience="parent-carer").update(live=False)
    assert [page.slug for page in missing_twins(index)] == ["the-meeting"]


def test_every_shipped_text_is_easy_enough_for_its_readers():
    make.shipped_tree()
    for page in shipped():
        reading, target = readability("\n".join(page.all_words())), target_for(page.reading_audience)
        where = f"{page.slug} under {page.get_parent().slug}"
        assert reading.words <= target.page_words, where
        assert reading.mean <= target.mean, where
        assert reading.polysyllable_share <= target.polysyllables, where
        findings = word_findings(page)
        assert [one for one in findings if one.blocks] == [], where
        assert [one.message for one in findings if one.rule in {"R1", "R2", "R12"}] == [], where


def test_titles_and_addresses_stay_neutral_in_the_history():
    make.shipped_tree()
    for page in shipped():
        seen = f"{page.title} {page.seo_title} {page.get_url()}".lower()
        assert not [word for word in LOUD_WORDS if word in seen.replace("-", " ")], seen


def test_no_false_badge_is_shown(client):
    make.shipped_tree()
    assert b"Written with young people" not in client.get("/leaflets/the-meeting/8-11/").content


def test_facts_from_outside_start_as_not_yet_checked():
    make.shipped_tree()
    facts = [fact for page in shipped() for fact in page.facts]
    assert facts
    assert not any(fact.value["checked_on"] for fact in facts)


@pytest.mark.parametrize("audience", ["8-11", "12-15", "16-17", "18-25"])
def test_the_invite_text_says_what_safety_s29_asks(audience):
    make.shipped_tree()
    page = LeafletVersionPage.objects.get(slug=audience, family__slug="the-meeting")
    text = " ".join("\n".join(page.all_words()).split())
    assert (
        "This meeting is not to blame you or tell you off. Police may come. Ask us what that means for you."
        in text
    )
    assert "How do you see it?" in text
    assert "may still happen" in text
    for never in ("nothing has been decided", "you are not in trouble", "anonymous", "confidential"):
        assert never not in text.lower()
