"""The content studio in the colours of the site."""

from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.menu import MenuItem


@hooks.register("insert_global_admin_css")
def our_colours() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("css/studio.css"))


@hooks.register("register_admin_menu_item")
def way_back_to_the_desk() -> MenuItem:
    return MenuItem("Desk", reverse("desk"), name="desk", icon_name="home", order=1)
