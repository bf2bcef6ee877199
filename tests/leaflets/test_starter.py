import pytest
from django.core.cache import caches
from django.test import TestCase
from django.utils import timezone
from wagtail.models import Page, Site

from core.age_bands import Audience
from core.wording import plain_text, readability, target_for
from core.wording.readability import sentences_of
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


class ShippedTextsTest(TestCase):
    """One tree for all: building it takes seconds."""

    @classmethod
    def setUpTestData(cls):
        cls.index = make.shipped_tree()

    def setUp(self):
        caches["pages"].clear()

    def test_each_family_has_all_six_audiences_and_a_twin_for_parents(self):
        for family in FAMILIES:
            assert set(family.versions) == set(Audience.values)
        assert missing_twins(self.index) == []
        LeafletVersionPage.objects.filter(family__slug="the-meeting", audience="parent-carer").update(live=False)
        assert [page.slug for page in missing_twins(self.index)] == ["the-meeting"]

    def test_every_shipped_text_is_easy_enough_for_its_readers(self):
        for page in shipped():
            reading, target = readability("\n".join(page.all_words())), target_for(page.reading_audience)
            findings = word_findings(page)
            with self.subTest(page=page.slug, family=page.get_parent().slug):
                assert reading.words <= target.page_words
                assert reading.mean <= target.mean
                assert reading.polysyllable_share <= target.polysyllables
                assert [one for one in findings if one.blocks] == []
                assert [one.message for one in findings if one.rule in {"R1", "R2", "R12"}] == []

    def test_paragraphs_are_short_enough_for_their_readers(self):
        for page in shipped():
            limit = target_for(page.reading_audience).paragraph
            for block in page.body:
                if block.block_type == "paragraph":
                    text = plain_text(block.value.source)
                    with self.subTest(page=page.slug, family=page.get_parent().slug, text=text):
                        assert len(list(sentences_of(text))) <= limit

    def test_titles_and_addresses_stay_neutral_in_the_history(self):
        for page in shipped():
            seen = f"{page.title} {page.seo_title} {page.get_url()}".lower()
            assert not [word for word in LOUD_WORDS if word in seen.replace("-", " ")], seen

    def test_a_badge_is_shown_only_when_it_is_true(self):
        assert b"Written with young people" not in self.client.get("/leaflets/the-meeting/8-11/").content
        page = LeafletVersionPage.objects.get(slug="8-11", family__slug="the-meeting")
        page.written_with, page.written_with_on = "The Tuesday group", timezone.localdate()
        page.save_revision().publish()
        assert b"The Tuesday group" in self.client.get("/leaflets/the-meeting/8-11/").content

    def test_facts_from_outside_start_as_not_yet_checked(self):
        facts = [fact for page in shipped() for fact in page.facts]
        assert facts
        assert not any(fact.value["checked_on"] for fact in facts)

    def test_the_leaflet_about_the_meeting_says_what_safety_s29_asks(self):
        for audience in ("8-11", "12-15", "16-17", "18-25"):
            page = LeafletVersionPage.objects.get(slug=audience, family__slug="the-meeting")
            text = " ".join("\n".join(page.all_words()).split())
            with self.subTest(audience=audience):
                assert "This meeting is not to blame you or tell you off. Police may come." in text
                assert "Ask us what that means for you." in text
                assert "How do you see it?" in text
                assert "may still happen" in text
                for never in (
                    "nothing has been decided",
                    "you are not in trouble",
                    "anonymous",
                    "confidential",
                ):
                    assert never not in text.lower()

    def test_every_page_can_be_read_and_says_where_help_is(self):
        for page in shipped():
            answer = self.client.get(page.get_url())
            assert answer.status_code == 200
            assert not answer.cookies
            assert b"999" in answer.content
            assert len(answer.content) < 40_000
