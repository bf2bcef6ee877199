"""What the two CMS groups may do: editors write drafts, publishers publish too (D32)."""

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from accounts.roles import EDITORS_GROUP, PUBLISHERS_GROUP

DRAFTING = ("add_page", "change_page")
PUBLISHING = (*DRAFTING, "publish_page", "lock_page", "unlock_page")
EDITED = (
    ("questionnaires", "questionnaire", ("add", "change", "view")),
    ("meetings", "invitewording", ("add", "change", "view")),
    ("leaflets", "film", ("add", "view")),
)
PUBLISHED = (
    ("questionnaires", "questionnaire", ("publish",)),
    ("meetings", "invitewording", ("publish",)),
    ("leaflets", "film", ("delete",)),
    ("core", "council", ("add", "change", "view")),
)


def give_cms_rights() -> None:
    """Idempotent; adds what is missing and takes nothing away."""
    for name, page_rights, snippet_rights in (
        (EDITORS_GROUP, DRAFTING, EDITED),
        (PUBLISHERS_GROUP, PUBLISHING, (*EDITED, *PUBLISHED)),
    ):
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.add(*_permissions(("wagtailadmin", "admin", ("access",))), *_permissions(*snippet_rights))
        _pages_and_pictures(group, page_rights)


def _permissions(*wanted: tuple[str, str, tuple[str, ...]]) -> list[Permission]:
    names = {(app, f"{verb}_{model}") for app, model, verbs in wanted for verb in verbs}
    found = Permission.objects.filter(content_type__app_label__in={app for app, _ in names}).select_related(
        "content_type"
    )
    return [row for row in found if (row.content_type.app_label, row.codename) in names]


def _pages_and_pictures(group: Group, page_rights: tuple[str, ...]) -> None:
    root, pictures = Page.get_first_root_node(), Collection.get_first_root_node()
    for permission in Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=page_rights):
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)
    # Wagtail asks for the rights of its own picture model, whatever model the site uses
    for permission in Permission.objects.filter(
        content_type__app_label="wagtailimages", codename__in=["add_image", "change_image", "choose_image"]
    ):
        GroupCollectionPermission.objects.get_or_create(group=group, collection=pictures, permission=permission)
