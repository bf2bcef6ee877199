"""The front of the house. Addresses are kept stable."""

from django.urls import URLPattern, path

from home.views import desk, front_door, health, help, languages, leave, my_page, shared_tablet, style

urlpatterns: list[URLPattern] = [
    path("", front_door.front_door, name="front_door"),
    path("go/", front_door.go, name="go"),
    path("go/shared/", shared_tablet.hand_over, name="hand_over"),
    path("go/finished/", shared_tablet.finished, name="finished"),
    path("x/", leave.leave, name="leave"),
    path("me/ready/", leave.before_you_look, name="before_you_look"),
    path("me/here/", leave.still_here, name="still_here"),
    path("me/over/", leave.visit_ended, name="visit_ended"),
    path("me/", my_page.my_page, name="my_page"),
    path("help/", help.help, name="help"),
    path("help/about/", help.help_about, name="help_about"),
    path("help/privacy/", help.help_privacy, name="help_privacy"),
    path("help/leaving/", help.help_leaving, name="help_leaving"),
    path("help/reading/", help.help_reading, name="help_reading"),
    path("help/accessibility/", help.help_accessibility, name="help_accessibility"),
    path("help/language/", languages.help_language, name="help_language"),
    path("accounts/language/", languages.account_language, name="account_language"),
    path("work/languages/", languages.work_languages, name="work_languages"),
    path("work/languages/<str:code>/", languages.work_language, name="work_language"),
    path("work/languages/<str:code>/withdraw/", languages.work_language_withdraw, name="work_language_withdraw"),
    path("work/", desk.desk, name="desk"),
    path("work/shared/", shared_tablet.shared_tablet, name="shared_tablet"),
    path("style/", style.style, name="style"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
]
