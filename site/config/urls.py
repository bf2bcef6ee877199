"""Every address of the site. The only place that knows every app. Addresses are kept stable."""

from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

handler400 = "home.views.errors.bad_request"
handler403 = "home.views.errors.forbidden"
handler404 = "home.views.errors.not_found"
handler500 = "home.views.errors.server_error"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("home.urls")),
    path("", include("surveys.responses.urls")),
    path("", include("surveys.releases.urls")),
    path("", include("surveys.polls.urls")),
    path("", include("surveys.themes.urls")),
    path("", include("participation.meetings.urls")),
    path("", include("participation.listening.urls")),
    path("", include("participation.subgroups.together_urls")),
    path("", include("participation.subgroups.urls")),
    path("", include("participation.influence.urls")),
    path("", include("participation.evidence.urls")),
    path("", include("participation.champions.urls")),
    path("", include("participation.leaflets.urls")),
    path("accounts/", include("allauth.urls")),
    # before Wagtail's own addresses: its password form would go round allauth
    path("cms/login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    path("cms/failwhale/", RedirectView.as_view(pattern_name="wagtailadmin_home")),  # a 500 on purpose, to see one
    path("cms/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    # the names Wagtail looks up for pages behind a restriction; pages themselves are served by leaflets
    path("leaflets/", include(wagtail_urls)),
]
