from django.urls import URLPattern, path, re_path
from wagtail.urls import serve_pattern

from participation.leaflets.views import leaflet, leaflet_sound, picture

urlpatterns: list[URLPattern] = [
    path("leaflets/", leaflet, name="leaflets"),
    path("leaflets/<slug:family>/<slug:page>/aloud/", leaflet_sound, name="leaflet_sound"),
    # Wagtail makes the addresses of pages from this name
    re_path(r"^leaflets/" + serve_pattern.removeprefix("^"), leaflet, name="wagtail_serve"),
    path("media/<path:name>", picture, name="picture"),
]
