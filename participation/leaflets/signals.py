"""Kept pages are forgotten the moment anything they show may have changed."""

from django.db.models.signals import post_delete, post_save
from wagtail.models import PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from core.models import CatalogueSignature, Council
from participation.leaflets.kept_pages import forget_all
from participation.leaflets.models.care import CaredForPage
from participation.leaflets.models.films import Film, delete_file

UID = "leaflets-kept-pages"


def watch_pages() -> None:
    for signal in (page_published, page_unpublished, page_slug_changed, post_page_move):
        signal.connect(forget_all, dispatch_uid=UID)
    for model in (CatalogueSignature, Council, PageViewRestriction, *CaredForPage.__subclasses__()):
        post_save.connect(forget_all, sender=model, dispatch_uid=UID)
        post_delete.connect(forget_all, sender=model, dispatch_uid=UID)
    post_delete.connect(forget_all, sender=Film, dispatch_uid=UID)
    post_delete.connect(delete_file, sender=Film, dispatch_uid="leaflets-film-file")
