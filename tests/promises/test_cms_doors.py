"""The content studio: who gets in, by which door, and what they cannot do there (AC-26, D32, P26)."""

import pytest
from django.apps import apps
from django.test import Client
from wagtail.models import Page
from wagtail.snippets.models import get_snippet_models
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from accounts.models import Role
from accounts.roles import CMS_ROLES
from home.domain.cms_rights import give_cms_rights
from tests.factories.accounts import UserFactory
from tests.factories.leaflets import family, shipped_tree, version
from tests.promises.addresses import Address, addresses_below
from tests.promises.world import signed_in

pytestmark = pytest.mark.django_db
SAMPLE = {
    "app_label": "wagtailcore",
    "model_name": "page",
    "action": "delete",
    "app_name": "leaflets",
    "content_type_app_name": "leaflets",
    "content_type_model_name": "leafletpage",
    "action_name": "publish",
    "object_id": "1",
    "uidb64": "MQ",
    "token": "set-password",
    "filter_spec": "width-100",
    "pk": "1",
}
SIGN_IN = "/accounts/login/"
OPEN_TO_ALL = {"cms/jsi18n/", "cms/sprite/"}  # words of buttons, drawings of icons
PLAIN_STAFF = sorted(set(Role.values) - CMS_ROLES)


def typical(address: Address) -> str | None:
    """A path that the resolver would take; None for the few that are regular expressions."""
    if set(address.path) & set("^("):
        return None
    path = "/" + address.path
    for part in address.parts:
        kind = path[path.index("<") + 1 :].split(":")[0].rstrip(">")
        sample = "00000000-0000-4000-8000-000000000000" if kind == "uuid" else SAMPLE.get(part, "1")
        start, rest = path.split("<", 1)
        path = start + sample + rest.split(">", 1)[1]
    return path


def every_cms_path() -> dict[str, str]:
    return {address.path: path for address in addresses_below("cms/") if (path := typical(address))}


def inside(client: Client, path: str) -> bool:
    """Whether a page of the CMS was shown, or something was changed."""
    for answer in (client.get(path), client.post(path)):
        away = answer.status_code in (301, 302) and answer["Location"].split("?")[0] in (SIGN_IN, "/cms/")
        if not away and answer.status_code not in (403, 404, 405):
            return True
    return False


def test_the_list_of_cms_addresses_is_long_and_holds_the_dangerous_ones():
    paths = every_cms_path()
    assert len(paths) > 150
    assert {"cms/users/new/", "cms/groups/new/", "cms/reports/site-history/", "cms/collections/add/"} <= set(paths)


@pytest.mark.parametrize("role", [None, *PLAIN_STAFF, "nobody"])
def test_whoever_has_no_cms_role_never_gets_into_any_cms_address(role: str | None):
    user = None if role is None else UserFactory(roles=[] if role == "nobody" else [role])
    client = signed_in(user, raise_request_exception=False)
    opened = {name for name, path in every_cms_path().items() if inside(client, path)}
    assert opened - OPEN_TO_ALL == set()


@pytest.mark.parametrize("role", sorted(CMS_ROLES))
@pytest.mark.parametrize(
    "path",
    [
        "/cms/users/",
        "/cms/users/new/",
        "/cms/groups/",
        "/cms/groups/new/",
        "/cms/sites/",
        "/cms/collections/add/",
        "/cms/workflows/list/",
        "/cms/workflows/add/",
    ],
)
def test_nobody_gives_rights_or_makes_users_in_the_cms(role: str, path: str):
    give_cms_rights()
    client = signed_in(UserFactory(roles=[role]))
    assert not inside(client, path)


@pytest.mark.parametrize("role", sorted(CMS_ROLES))
def test_cms_roles_do_get_in(role: str):
    give_cms_rights()
    assert signed_in(UserFactory(roles=[role])).get("/cms/").status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/cms/login/",
        "/cms/password_reset/",
        "/cms/password_reset/done/",
        "/cms/password_reset/complete/",
        "/cms/password_reset/confirm/MQ/abc-def/",
        "/leaflets/_util/login/",
    ],
)
def test_no_wagtail_form_signs_in_or_changes_a_password(path: str):
    user = UserFactory(roles=[Role.ADMINISTRATOR], email="admin@example.org")
    user.set_password("a-long-quiet-password")
    user.save()
    client = Client()
    fields = {
        "username": user.email,
        "login": user.email,
        "email": user.email,
        "password": "a-long-quiet-password",
        "new_password1": "another-quiet-password",
        "new_password2": "another-quiet-password",
    }
    for answer in (client.get(path), client.post(path, fields)):
        assert answer.status_code in (302, 403, 404, 405)
        assert answer.headers.get("Location", SIGN_IN).split("?")[0] == SIGN_IN
    assert "_auth_user_id" not in client.session
    user.refresh_from_db()
    assert user.check_password("a-long-quiet-password")


def test_the_account_page_of_the_cms_changes_neither_password_nor_address():
    give_cms_rights()
    user = UserFactory(roles=[Role.PARTICIPATION_WORKER])
    user.set_password("a-long-quiet-password")
    user.save()
    client = signed_in(user)
    client.post(
        "/cms/account/",
        {
            "name_email-email": "thief@example.org",
            "email": "thief@example.org",
            "password-old_password": "a-long-quiet-password",
            "password-new_password1": "another-quiet-password",
            "password-new_password2": "another-quiet-password",
        },
    )
    user.refresh_from_db()
    assert user.check_password("a-long-quiet-password")
    assert user.email != "thief@example.org"


def test_an_editor_never_publishes_a_leaflet():
    give_cms_rights()
    draft = version(family(shipped_tree(), live=False), live=False)
    form = nested_form_data(
        {
            "title": draft.title,
            "slug": draft.slug,
            "audience": draft.audience,
            "language": draft.language,
            "body": streamfield([("paragraph", rich_text("<p>You can say what you think.</p>", features=["bold"]))]),
            "facts": streamfield([]),
            "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 1000},
            "action-publish": "1",
        }
    )

    def is_live_after(role: str) -> bool:
        client = signed_in(UserFactory(roles=[role]))
        client.post(f"/cms/pages/{draft.pk}/edit/", form)
        client.post(f"/cms/bulk/wagtailcore/page/publish/?id={draft.pk}", {"next": "/cms/"})
        client.post(f"/cms/api/main/pages/{draft.pk}/action/publish/", {}, content_type="application/json")
        return Page.objects.get(pk=draft.pk).live

    assert not is_live_after(Role.PARTICIPATION_WORKER)
    assert draft.permissions_for_user(UserFactory(roles=[Role.PARTICIPATION_WORKER])).can_edit()
    assert is_live_after(Role.ADMINISTRATOR)


def test_nothing_about_a_young_person_is_a_wagtail_model():
    """P26: no list, filter, search, history or chooser of the CMS can reach an answer."""
    ours = {"responses", "listening", "releases", "subgroups", "champions"}
    registered = {model._meta.label_lower for model in get_snippet_models()}
    assert (
        registered
        == {
            "questionnaires.questionnaire",
            "questionnaires.questionnaireversion",
            "questionnaires.bankquestion",
            "leaflets.film",
            "meetings.invitewording",
            "core.council",
        }
        & registered
    )
    assert not {label.split(".")[0] for label in registered} & ours
    for app in ours:
        assert not [model for model in apps.get_app_config(app).get_models() if issubclass(model, Page)]
    paths = " ".join(every_cms_path())
    assert not [word for word in ("response", "answer", "alert", "invitation/", "participant") if word in paths]
