"""Who may look at a picture. A file is never served as a file: it has to be one of ours, and shown (M2)."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import TextField
from django.db.models.functions import Cast
from wagtail.permissions import policy_registry

from accounts.models import User
from participation.leaflets.models import PlainImage
from participation.leaflets.models.care import CaredForPage

EDITING = ["add", "change", "choose"]


def is_public(picture: PlainImage) -> bool:
    """Whether a page that anybody may read shows it. Asked of what is live, never of a draft."""
    return any(picture.pk in _pictures_of(page) for model in CaredForPage.__subclasses__() for page in _live(model))


def _live(model: type[CaredForPage]) -> list[CaredForPage]:
    """Live pages with a picture, and with nobody shut out."""
    with_pictures = model.objects.live().public().annotate(raw=Cast("body", TextField()))
    return list(with_pictures.filter(raw__contains='"image"'))


def _pictures_of(page: CaredForPage) -> set[int]:
    found = page._meta.get_field("body").extract_references(page.body)
    return {int(reference[1]) for reference in found if reference[0] is PlainImage}


def may_edit_pictures(user: User | AnonymousUser, picture: PlainImage) -> bool:
    if not user.is_authenticated or not user.has_perm("wagtailadmin.access_admin"):
        return False
    policy = policy_registry.get_by_type(PlainImage)
    return bool(policy.user_has_any_permission_for_instance(user, EDITING, picture))
