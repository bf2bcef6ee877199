"""Between Publish and published: what is different, for whom, and what happens when two people publish at once."""

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.models import Role
from surveys.questionnaires.domain.publishing import publish
from surveys.questionnaires.models import Questionnaire, QuestionnaireVersion
from tests.factories.questionnaires import published
from tests.questionnaires.test_studio import ADMIN, administrator, edit_url, form_data, say_yes, signed_in, worker

pytestmark = pytest.mark.django_db
__all__ = ["administrator", "worker"]


def url_of(questionnaire):
    return reverse(f"{ADMIN}:publish", args=[questionnaire.pk])


def changed(questionnaire, **fields):
    """A saved draft beside the version in use."""
    draft = questionnaire.get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(draft, name, value)
    draft.save_revision()
    return Questionnaire.objects.get(pk=questionnaire.pk)


def number_of(questionnaire):
    return QuestionnaireVersion.objects.filter(questionnaire=questionnaire).count()


def test_pressing_publish_shows_what_is_different_and_publishes_nothing_yet(client, administrator):
    questionnaire = published().questionnaire
    data = form_data(slug=questionnaire.slug, title="What you want") | {"action-publish": "1"}
    page = client.post(edit_url(questionnaire), data, follow=True).content.decode()
    assert "What is different" in page
    assert "<dd>What you think</dd>" in page
    assert "<dd>What you want</dd>" in page
    assert number_of(questionnaire) == 1


def test_saying_yes_makes_the_next_version(client, administrator):
    questionnaire = changed(published().questionnaire, title="What you want")
    assert say_yes(client, questionnaire).status_code == 302
    assert number_of(questionnaire) == 2


def test_nothing_different_says_so_and_offers_no_button(client, administrator):
    questionnaire = published().questionnaire
    page = client.get(url_of(questionnaire)).content.decode()
    assert "word for word" in page
    assert "Publish version" not in page


def test_what_was_taken_out_of_use_can_be_put_back(client, administrator):
    questionnaire = Questionnaire.objects.get(pk=published().questionnaire_id)
    questionnaire.unpublish()
    page = client.get(url_of(questionnaire)).content.decode()
    assert "not in use at the moment" in page
    assert say_yes(client, questionnaire).status_code == 302
    questionnaire.refresh_from_db()
    assert questionnaire.live


def test_the_second_of_two_people_is_shown_what_the_first_did(client, administrator):
    questionnaire = changed(published().questionnaire, title="What you want")
    seen = client.get(url_of(questionnaire)).context["prospect"]
    publish(Questionnaire.objects.get(pk=questionnaire.pk), by=None, now=timezone.now())
    response = client.post(url_of(questionnaire), {"revision": seen.revision, "number": seen.number})
    assert response.status_code == 409
    assert "Somebody saved or published" in response.content.decode()
    assert number_of(questionnaire) == 2


def test_a_draft_saved_meanwhile_is_never_published_unseen(client, administrator):
    questionnaire = changed(published().questionnaire, title="What you want")
    seen = client.get(url_of(questionnaire)).context["prospect"]
    changed(questionnaire, title="Something nobody looked at")
    response = client.post(url_of(questionnaire), {"revision": seen.revision, "number": seen.number})
    assert response.status_code == 409
    assert "Something nobody looked at" in response.content.decode()
    assert number_of(questionnaire) == 1


@pytest.mark.parametrize("sent", [{}, {"revision": "x", "number": "y"}, {"revision": "9" * 40, "number": "-1"}])
def test_a_forged_yes_publishes_nothing(client, administrator, sent):
    questionnaire = changed(published().questionnaire, title="What you want")
    assert client.post(url_of(questionnaire), sent).status_code == 409
    assert number_of(questionnaire) == 1


def test_what_is_not_ready_is_listed_with_links_and_cannot_be_published(client, administrator):
    questionnaire = changed(published().questionnaire, audience="")
    page = client.get(url_of(questionnaire)).content.decode()
    assert f'href="{edit_url(questionnaire)}#id_audience"' in page
    assert "Publish version" not in page
    seen = client.get(url_of(questionnaire)).context["prospect"]
    assert client.post(url_of(questionnaire), {"revision": seen.revision, "number": seen.number}).status_code == 409
    assert number_of(questionnaire) == 1


def test_a_participation_worker_sees_the_difference_and_has_no_button(client, worker):
    questionnaire = changed(published().questionnaire, title="What you want")
    page = client.get(url_of(questionnaire)).content.decode()
    assert "What you want" in page
    assert "An administrator publishes it" in page
    assert "Publish version" not in page
    seen = client.get(url_of(questionnaire)).context["prospect"]
    refused = client.post(url_of(questionnaire), {"revision": seen.revision, "number": seen.number})
    assert refused.status_code in (302, 403)
    assert number_of(questionnaire) == 1


@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.PARTICIPATION_WORKER, Role.ADMINISTRATOR)])
def test_other_roles_meet_no_such_page(client, role):
    questionnaire = published().questionnaire
    signed_in(client, role)
    for answer in (client.get(url_of(questionnaire)), client.post(url_of(questionnaire))):
        assert answer.status_code in (302, 403, 404)
    assert number_of(questionnaire) == 1


def test_an_earlier_draft_brought_back_goes_through_the_same_page(client, administrator):
    questionnaire = published().questionnaire
    first = questionnaire.latest_revision
    changed(questionnaire, title="What you want")
    url = reverse(f"{ADMIN}:revisions_revert", args=[questionnaire.pk, first.pk])
    response = client.post(url, form_data(slug=questionnaire.slug) | {"action-publish": "1"})
    assert response["Location"] == url_of(questionnaire)
    assert number_of(questionnaire) == 1


def test_a_copy_published_goes_through_the_same_page(client, administrator):
    original = published(form="consultation", band="", length="", named=False, asked=("C01",)).questionnaire
    url = reverse(f"{ADMIN}:copy", args=[original.pk])
    data = form_data(asked=("C01",), slug="again", form="consultation", band="", length="", named="")
    response = client.post(url, data | {"action-publish": "1"})
    made = Questionnaire.objects.get(slug="again")
    assert response["Location"] == url_of(made)
    assert number_of(made) == 0
    assert say_yes(client, made).status_code == 302
    assert number_of(made) == 1
