from django.urls import URLPattern, path, re_path
from wagtail.urls import serve_pattern

from participation.leaflets.views import leaflet, leaflet_captions, leaflet_film, leaflet_sound, picture

urlpatterns: list[URLPattern] = [
    path("leaflets/", leaflet, name="leaflets"),
    path("leaflets/<slug:family>/<slug:page>/aloud/", leaflet_sound, name="leaflet_sound"),
    path("leaflets/<slug:family>/<slug:page>/film/<int:film>/", leaflet_film, name="leaflet_film"),
    path("leaflets/<slug:family>/<slug:page>/film/<int:film>/words/", leaflet_captions, name="leaflet_captions"),
    # Wagtail makes the addresses of pages from this name
    re_path(r"^leaflets/" + serve_pattern.removeprefix("^"), leaflet, name="wagtail_serve"),
    path("media/<path:name>", picture, name="picture"),
]
