"""Nothing goes live past the gate, whichever way it is tried (D3, D14, S27, D32)."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import Locale, Page

from accounts.models import Role, RoleGrant, User
from participation.leaflets.domain.gate import NotReady, blockers
from participation.leaflets.domain.plain_format import stream_from
from participation.leaflets.models import LeafletIndexPage, LeafletPage, LeafletVersionPage
from tests.factories import leaflets as make

pytestmark = pytest.mark.django_db

BAD = "## Hello\nShe was putting herself at risk."


@pytest.fixture
def index() -> LeafletIndexPage:
    make.council()
    page = LeafletIndexPage(title="Leaflets", slug="leaflets")
    Page.get_first_root_node().add_child(instance=page)
    return page


@pytest.fixture
def leaflet(index) -> LeafletPage:
    return make.family(index)


@pytest.fixture
def bad(leaflet) -> LeafletVersionPage:
    return make.version(leaflet, live=False, text=BAD)


def is_live(page: Page) -> bool:
    return Page.objects.get(pk=page.pk).live


def test_a_draft_may_hold_anything(bad):
    assert not is_live(bad)
    assert blockers(bad, today=timezone.localdate())


def test_saving_as_live_is_refused(bad):
    bad.live = True
    with pytest.raises(NotReady):
        bad.save()
    with pytest.raises(NotReady):
        bad.save(clean=False)
    assert not is_live(bad)


def test_adding_a_live_page_is_refused(leaflet):
    with pytest.raises(NotReady), transaction.atomic():
        make.version(leaflet, text=BAD)


def test_publishing_a_revision_is_refused(bad):
    revision = bad.save_revision()
    with pytest.raises(NotReady), transaction.atomic():
        revision.publish()
    with pytest.raises(NotReady), transaction.atomic():
        bad.publish(revision)
    assert not is_live(bad)


def test_worse_words_do_not_replace_good_ones(leaflet):
    page = make.version(leaflet)
    page.body = stream_from(BAD, seed="worse")
    revision = page.save_revision()
    with pytest.raises(NotReady), transaction.atomic():
        revision.publish()
    page = LeafletVersionPage.objects.get(pk=page.pk)
    assert page.live
    assert "risk" not in str(page.body)


def test_a_copy_of_a_live_page_meets_the_gate_again(leaflet, index):
    make.version(leaflet)
    make.council(contacts_reviewed_on=timezone.localdate() - dt.timedelta(days=400))
    leaflet = LeafletPage.objects.get(pk=leaflet.pk)
    with pytest.raises(NotReady), transaction.atomic():
        leaflet.copy(recursive=True, update_attrs={"slug": "copy"})
    copied = leaflet.copy(recursive=True, keep_live=False, update_attrs={"slug": "copy"})
    assert not copied.live
    assert not any(page.live for page in copied.get_children())


def test_a_recursive_copy_keeps_one_version_of_each_in_its_own_family(leaflet):
    make.version(leaflet)
    copied = leaflet.copy(recursive=True, update_attrs={"slug": "copy", "title": "Copy"})
    version = LeafletVersionPage.objects.child_of(copied).get()
    assert version.family_id == copied.pk


def test_an_alias_never_goes_live_by_itself(leaflet, index):
    other = make.family(index, slug="other")
    page = make.version(leaflet)
    alias = CreatePageAliasAction(page, parent=other, update_slug="mirror").execute(skip_permission_checks=True)
    assert not is_live(alias)


def test_translation_makes_a_draft_only(leaflet, index):
    locale = Locale.objects.create(language_code="cy")
    copy = index.copy_for_translation(locale)
    assert not is_live(copy)
    assert not is_live(leaflet.copy_for_translation(locale))


def test_a_text_in_another_language_needs_a_person_who_checked_it(leaflet):
    source = make.version(leaflet)
    source.save_revision().publish()
    page = make.version(leaflet, live=False, language="pl", slug="12-15-pl")
    page.live = True
    with pytest.raises(NotReady, match="Polski"):
        page.save()
    page.translation_checked_by, page.translation_checked_on = "A. Interpreter", timezone.localdate()
    page.save()
    assert is_live(page)


def test_a_translation_older_than_its_source_is_held(leaflet):
    make.version(leaflet).save_revision().publish()
    page = make.version(leaflet, live=False, language="pl", slug="12-15-pl")
    page.translation_checked_by = "A. Interpreter"
    page.translation_checked_on = timezone.localdate() - dt.timedelta(days=30)
    page.live = True
    with pytest.raises(NotReady, match="newer"):
        page.save()


def test_moving_does_not_open_a_second_version(leaflet, index):
    other = make.family(index, slug="other")
    page, _ = make.version(leaflet), make.version(other)
    with pytest.raises(ValidationError):
        page.move(LeafletPage.objects.get(pk=other.pk), pos="last-child")
    third = make.family(index, slug="third")
    page = LeafletVersionPage.objects.get(pk=page.pk)
    page.move(LeafletPage.objects.get(pk=third.pk), pos="last-child")
    assert LeafletVersionPage.objects.get(pk=page.pk).family_id == third.pk


def test_one_version_for_each_audience_and_language(leaflet):
    page = make.version(leaflet)
    with pytest.raises(ValidationError):
        make.version(leaflet, slug="again")
    page.refresh_from_db()
    other = make.version(leaflet, audience="8-11")
    with pytest.raises(IntegrityError), transaction.atomic():
        LeafletVersionPage.objects.filter(pk=other.pk).update(audience="12-15")


@pytest.mark.parametrize(
    ("fields", "text", "word"),
    [
        ({}, "Call 01332 555123.", "phone number"),
        ({}, "Ask Sarah Jones.", "full name"),
        ({"title": "What exploitation means"}, make.GOOD, "neutral"),
        ({"slug": "police-meeting"}, make.GOOD, "neutral"),
    ],
)
def test_each_blocker_is_said_in_plain_words(leaflet, fields, text, word):
    page = make.version(leaflet, live=False, text=text, **fields)
    assert any(word in reason for reason in blockers(page, today=timezone.localdate()))


def test_a_contact_needs_a_day_and_ages(leaflet):
    page = make.version(leaflet, live=False, text="+ Duty team | 01332 555123 | any time |")
    today = timezone.localdate()
    assert blockers(page, today=today) == []
    assert blockers(page, today=today + dt.timedelta(days=366))
    make.council(contacts_reviewed_on=None)
    assert blockers(page, today=today)


def test_a_picture_without_words_is_held(leaflet):
    page = make.version(leaflet, live=False)
    page.body = [{"type": "image", "value": {"image": None, "alt": " "}, "id": "a"}]
    assert any("picture" in reason for reason in blockers(page, today=timezone.localdate()))


def test_blame_may_be_taught_about_in_an_example(leaflet):
    make.version(leaflet, text=make.GOOD + "~ She is streetwise | She has had to cope with too much")


def test_a_live_page_can_be_locked_after_its_numbers_aged(leaflet):
    page = make.version(leaflet)
    make.council(contacts_reviewed_on=timezone.localdate() - dt.timedelta(days=400))
    page = LeafletVersionPage.objects.get(pk=page.pk)
    page.locked = True
    page.save()
    assert is_live(page)


@pytest.mark.parametrize(("role", "may"), [(Role.ADMINISTRATOR, True), (Role.PARTICIPATION_WORKER, False)])
def test_only_administrators_publish(leaflet, role, may):
    from django.contrib.auth.models import Group, Permission
    from wagtail.models import GroupPagePermission

    page = make.version(leaflet, live=False)
    user = User.objects.create_user("someone@example.org", first_name="Some", is_staff=True)
    RoleGrant.objects.create(user=user, role=role)
    group = Group.objects.create(name="everything")
    for name in ("add_page", "change_page", "publish_page"):
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=name)
        GroupPagePermission.objects.create(group=group, page=Page.get_first_root_node(), permission=permission)
    user.groups.add(group)
    assert page.permissions_for_user(user).can_publish() is may
    assert Page.objects.get(pk=page.pk).permissions_for_user(user).can_publish() is may
    assert leaflet.permissions_for_user(user).can_publish_subpage() is may
