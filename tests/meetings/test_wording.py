"""The invite texts: what they say, how they read, and who puts them before children."""

import re

import pytest
from django.core.exceptions import PermissionDenied

from accounts.models import Role
from participation.meetings.domain.invites import preview_page, wording_for
from participation.meetings.domain.starter import load_starter
from participation.meetings.enums import MeetingKind, TakePart, WantsAdvocate
from participation.meetings.models import InviteWording
from participation.meetings.models.wording import AUDIENCES
from participation.meetings.starter import starter_text
from tests.factories.accounts import UserFactory
from tests.factories.meetings import MONDAY

EVERY = [(kind, audience) for kind in MeetingKind.values for audience, _ in AUDIENCES]
LONGEST_SENTENCE = {"8-11": 12, "easy-read": 12, "12-15": 15, "16-17": 20, "18-25": 20}
BLAMING_OR_OFFICE = (
    "risky", "at risk of", "must", "failed", "anonymous", "confidential", "safeguarding", "disclosure",
    "exploit", "placement", "in trouble", "nothing has been decided", "people may be trying to use you",
    "need to", "boyfriend", "choices you made",
)  # fmt: skip


def test_every_kind_of_meeting_has_a_text_for_every_audience():
    fields = {field.name for field in InviteWording._meta.fields if field.get_internal_type() in ("TextField",)}
    for kind, audience in EVERY:
        text = starter_text(kind, audience)
        assert fields <= text.keys()
        assert all(text.values())


@pytest.mark.parametrize(("kind", "audience"), EVERY)
def test_sentences_are_as_short_as_these_readers_need(kind, audience):
    text = starter_text(kind, audience)
    longer = [
        sentence
        for name, value in text.items()
        if name not in ("not_blame", "your_say", "why")  # the agreed sentences of S29, word for word
        for sentence in re.split(r"(?<=[.?!])\s+|\n", value)
        if len(sentence.split()) > LONGEST_SENTENCE[audience] + 5
    ]
    assert longer == []


@pytest.mark.parametrize(("kind", "audience"), EVERY)
def test_no_text_blames_threatens_or_speaks_office(kind, audience):
    whole = " ".join(starter_text(kind, audience).values()).lower()
    assert [word for word in BLAMING_OR_OFFICE if re.search(rf"\b{word}", whole)] == []


@pytest.mark.parametrize(("kind", "audience"), EVERY)
def test_the_true_sentences_are_said(kind, audience):
    text = starter_text(kind, audience)
    assert "not to blame you" in text["not_blame"]
    assert "Police may come. Ask us what that means for you." in text["not_blame"]
    assert "We may have got bits wrong. How do you see it?" in text["why"]
    assert "What you say can still change the plan." in text["your_say"]
    assert text["no_is_ok"] == "Saying no is OK. The meeting may still happen. You can still send words."
    if audience == "8-11":
        assert "someone may not be safe to be with" in text["why"]


@pytest.mark.django_db
def test_loading_the_starter_twice_changes_nothing_an_editor_touched():
    assert load_starter(now=MONDAY) == len(EVERY)
    touched = InviteWording.objects.first()
    touched.title = "Ours"
    touched.save()
    assert load_starter(now=MONDAY) == 0
    touched.refresh_from_db()
    assert touched.title == "Ours"


@pytest.mark.django_db
def test_easy_words_are_used_where_chosen_and_the_band_stands_in_where_missing():
    load_starter(now=MONDAY)
    assert wording_for("strategy", "easy-read", band="16-17").audience == "easy-read"
    InviteWording.objects.filter(audience="easy-read").delete()
    assert wording_for("strategy", "easy-read", band="16-17").audience == "16-17"
    InviteWording.objects.filter(audience="16-17").update(live=False)
    assert wording_for("strategy", "16-17", band="16-17") is None


@pytest.mark.django_db
@pytest.mark.parametrize("role", Role.values)
def test_only_an_administrator_publishes_what_children_read(role):
    wording = InviteWording(kind="review", audience="8-11", live=False, **starter_text("review", "8-11"))
    wording.save()
    user = UserFactory(roles=[role])
    revision = wording.save_revision(user=user)
    if role == Role.ADMINISTRATOR:
        revision.publish(user=user)
    else:
        with pytest.raises(PermissionDenied):
            revision.publish(user=user, skip_permission_checks=True)
    wording.refresh_from_db()
    assert wording.live == (role == Role.ADMINISTRATOR)


@pytest.mark.django_db
def test_the_preview_shows_made_up_names_only():
    page = preview_page(InviteWording(kind="review", audience="8-11", **starter_text("review", "8-11")))
    assert "{" not in page.who_reads + page.afterwards
    assert (page.worker, page.chair, page.when) == ("Sam", "Jo", None)


@pytest.mark.django_db
def test_the_choices_on_the_invite_are_those_of_the_question_bank():
    from surveys.questionnaires.starter.the_meeting import ADVOCATE, TAKING_PART

    assert [option.id for option in TAKING_PART] == TakePart.values
    assert [option.id for option in ADVOCATE] == WantsAdvocate.values


def in_the_cms(client, role):
    from home.domain.cms_rights import give_cms_rights

    user = UserFactory(roles=[role])
    give_cms_rights()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    load_starter(now=MONDAY)
    return f"/cms/snippets/meetings/invitewording/edit/{InviteWording.objects.first().pk}/"


@pytest.mark.django_db
def test_the_cms_shows_the_text_as_a_young_person_reads_it(client):
    edit = in_the_cms(client, Role.ADMINISTRATOR)
    assert 'name="action-publish"' in client.get(edit).content.decode()
    wording = InviteWording.objects.first()
    preview = wording.make_preview_request(preview_mode="")
    preview.render()
    assert wording.title in preview.content.decode()


@pytest.mark.django_db
def test_an_editor_writes_and_is_shown_no_button_to_publish(client):
    page = client.get(in_the_cms(client, Role.PARTICIPATION_WORKER))
    assert page.status_code == 200
    assert 'name="action-publish"' not in page.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("role", [Role.MEETING_WORKER, Role.CHAIR, Role.SAFEGUARDING_LEAD, Role.READER])
def test_nobody_else_opens_the_texts_in_the_cms(client, role):
    assert client.get(in_the_cms(client, role)).status_code in (302, 403, 404)
