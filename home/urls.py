"""The front of the house. Addresses are kept stable."""

from django.urls import URLPattern, path

from home.views import desk, front_door, health, help, leave, my_page, style

urlpatterns: list[URLPattern] = [
    path("", front_door.front_door, name="front_door"),
    path("go/", front_door.go, name="go"),
    path("x/", leave.leave, name="leave"),
    path("me/", my_page.my_page, name="my_page"),
    path("help/", help.help, name="help"),
    path("help/about/", help.help_about, name="help_about"),
    path("help/privacy/", help.help_privacy, name="help_privacy"),
    path("help/leaving/", help.help_leaving, name="help_leaving"),
    path("help/reading/", help.help_reading, name="help_reading"),
    path("help/accessibility/", help.help_accessibility, name="help_accessibility"),
    path("work/", desk.desk, name="desk"),
    path("style/", style.style, name="style"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
]
