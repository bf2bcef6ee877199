"""The "Questions" part of the content studio, through real requests."""

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import nested_form_data, streamfield

from accounts.models import Role
from home.domain.cms_rights import give_cms_rights
from surveys.questionnaires.domain.starter import load_starter
from surveys.questionnaires.models import BankQuestion, Questionnaire, QuestionnaireVersion
from tests.factories.accounts import UserFactory
from tests.factories.questionnaires import SHORT, QuestionnaireFactory, published

pytestmark = pytest.mark.django_db
ADMIN = "wagtailsnippets_questionnaires_questionnaire"
VERSIONS = "wagtailsnippets_questionnaires_questionnaireversion"
BANK = "wagtailsnippets_questionnaires_bankquestion"


def signed_in(client, *roles):
    user = UserFactory(roles=list(roles))
    give_cms_rights()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return user


@pytest.fixture
def administrator(client):
    return signed_in(client, Role.ADMINISTRATOR)


@pytest.fixture
def worker(client):
    return signed_in(client, Role.PARTICIPATION_WORKER)


def form_data(asked=SHORT, **changes):
    items = streamfield([("bank", {"key": key, "wording": "", "help": ""}) for key in asked])
    ways = {"voice_formats": changes.pop("voice_formats", ["ticks", "text"])}
    return ways | nested_form_data(
        {
            "title": "What you think",
            "slug": "from-the-studio",
            "form": "before",
            "band": "12-15",
            "level": "standard",
            "length": "short",
            "named": "on",
            "longer": "",
            "items": items,
            "space_note": "With an adult they choose.",
            "audience": "The person who runs the meeting",
            "influence_due": "5",
            "purpose": "So that the meeting hears them.",
            "decision": "What the plan says.",
            **changes,
        }
    )


def edit_url(questionnaire):
    return reverse(f"{ADMIN}:edit", args=[questionnaire.pk])


def say_yes(client, questionnaire):
    """The page after Publish: what is different, and a yes to exactly that."""
    url = reverse(f"{ADMIN}:publish", args=[questionnaire.pk])
    page = client.get(url)
    seen = page.context["prospect"]
    return client.post(url, {"revision": seen.revision, "number": seen.number})


def test_an_administrator_publishes_from_the_editor(client, administrator):
    QuestionnaireFactory(slug="fills-the-bank")
    response = client.post(reverse(f"{ADMIN}:add"), form_data() | {"action-publish": "1"})
    assert response.status_code == 302
    questionnaire = Questionnaire.objects.get(slug="from-the-studio")
    assert response["Location"] == reverse(f"{ADMIN}:publish", args=[questionnaire.pk])
    assert questionnaire.current_version() is None
    assert say_yes(client, questionnaire).status_code == 302
    questionnaire.refresh_from_db()
    assert questionnaire.current_version().number == 1
    assert [question.id for question in questionnaire.current_version().schema.questions] == list(SHORT)


@pytest.mark.parametrize(
    ("blank", "words"),
    [
        ("space_note", "Say how we make it safe"),
        ("voice_formats", "Tick at least one way"),
        ("audience", "whose job it is to listen"),
        ("influence_due", "in how many days"),
    ],
)
def test_pressing_publish_with_a_blank_promise_says_what_is_missing(client, administrator, blank, words):
    QuestionnaireFactory(slug="fills-the-bank")
    value = [] if blank == "voice_formats" else ""
    response = client.post(reverse(f"{ADMIN}:add"), form_data(**{blank: value}) | {"action-publish": "1"})
    assert response.status_code == 200
    assert words in response.content.decode()
    assert not Questionnaire.objects.filter(slug="from-the-studio").exists()


def test_a_draft_may_be_half_finished(client, worker):
    QuestionnaireFactory(slug="fills-the-bank")
    response = client.post(reverse(f"{ADMIN}:add"), form_data(asked=("Q09",), space_note=""))
    assert response.status_code == 302
    questionnaire = Questionnaire.objects.get(slug="from-the-studio")
    assert not questionnaire.live


def test_a_participation_worker_pressing_publish_only_saves_a_draft(client, worker):
    questionnaire = QuestionnaireFactory()
    client.post(edit_url(questionnaire), form_data(slug=questionnaire.slug) | {"action-publish": "1"})
    questionnaire.refresh_from_db()
    assert not questionnaire.live
    assert not QuestionnaireVersion.objects.exists()


def test_a_published_questionnaire_can_be_changed_and_published_again(client, administrator):
    questionnaire = published().questionnaire
    data = form_data(slug=questionnaire.slug, title="What you want") | {"action-publish": "1"}
    assert client.post(edit_url(questionnaire), data).status_code == 302
    assert say_yes(client, questionnaire).status_code == 302
    questionnaire.refresh_from_db()
    assert questionnaire.current_version().number == 2
    assert questionnaire.current_version().content["title"] == "What you want"


def test_the_editor_cannot_switch_named_or_the_slug(client, administrator):
    questionnaire = QuestionnaireFactory()
    data = form_data(slug="other")
    del data["named"]
    client.post(edit_url(questionnaire), data)
    draft = Questionnaire.objects.get(pk=questionnaire.pk).get_latest_revision_as_object()
    assert (draft.named, draft.slug) == (True, questionnaire.slug)


def test_a_copy_starts_as_a_draft_and_leaves_the_original_in_use(client, administrator):
    original = published().questionnaire
    url = reverse(f"{ADMIN}:copy", args=[original.pk])
    page = client.get(url).content.decode()
    assert f'value="{original.slug}-copy"' in page
    for address, slug in ((reverse(f"{ADMIN}:add"), "copied"), (url, "copied-here")):
        assert client.post(address, form_data(slug=slug)).status_code == 302
        assert Questionnaire.objects.get(slug=slug).current_version() is None
    original.refresh_from_db()
    assert original.current_version().number == 1


def test_the_editor_opens_with_plain_headings(client, worker):
    page = client.get(edit_url(QuestionnaireFactory())).content.decode()
    for words in ("Space, voice, audience, influence", "Who and when", "Questions", "Question from the bank"):
        assert words in page


def test_a_version_can_be_read_word_for_word_and_not_edited(client, worker):
    version = published()
    page = client.get(reverse(f"{VERSIONS}:inspect", args=[version.pk])).content.decode()
    assert "What is working for you right now?" in page
    assert version.content_hash in page
    for verb in ("edit", "delete"):
        refused = client.post(reverse(f"{VERSIONS}:{verb}", args=[version.pk]), {"number": 7})
        assert refused.status_code in (302, 403)
    assert QuestionnaireVersion.objects.get().number == 1


@pytest.mark.parametrize("verb", ["edit", "delete"])
def test_a_bank_wording_cannot_be_edited_in_the_studio(client, administrator, verb):
    QuestionnaireFactory()
    row = BankQuestion.objects.first()
    client.post(reverse(f"{BANK}:{verb}", args=[row.pk]), {"wording": "x"})
    assert BankQuestion.objects.filter(pk=row.pk, wording=row.wording).exists()


def test_nobody_deletes_a_questionnaire(client, administrator):
    questionnaire = QuestionnaireFactory()
    client.post(reverse(f"{ADMIN}:delete", args=[questionnaire.pk]))
    assert Questionnaire.objects.filter(pk=questionnaire.pk).exists()


@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.PARTICIPATION_WORKER, Role.ADMINISTRATOR)])
def test_other_roles_see_no_questions_in_the_studio(client, role):
    questionnaire = published().questionnaire
    signed_in(client, role)
    for url in (reverse(f"{ADMIN}:list"), edit_url(questionnaire), reverse(f"{VERSIONS}:list")):
        assert client.get(url).status_code in (302, 403, 404)


@pytest.mark.parametrize("name", [ADMIN, VERSIONS, BANK])
def test_a_list_asks_the_database_no_more_for_many_than_for_few(
    client, administrator, name, django_assert_max_num_queries
):
    QuestionnaireFactory()
    url = reverse(f"{name}:list")
    client.get(url)
    few = _queries(client, url)
    load_starter(now=timezone.now())
    assert _queries(client, url) <= few + 2


def _queries(client, url):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)
