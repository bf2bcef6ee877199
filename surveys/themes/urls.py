from django.urls import URLPattern, path

from surveys.themes.views import listing, quoting, sorting

WINDOW = "work/themes/<uuid:window_id>/<str:form>/"

urlpatterns: list[URLPattern] = [
    path("work/themes/", listing.work_themes, name="work_themes"),
    path(WINDOW, listing.work_theme_set, name="work_theme_set"),
    path(f"{WINDOW}again/", listing.work_themes_again, name="work_themes_again"),
    path(f"{WINDOW}sort/", sorting.work_theme_sort, name="work_theme_sort"),
    path(f"{WINDOW}settle/", sorting.work_theme_settle, name="work_theme_settle"),
    path(f"{WINDOW}undo/", sorting.work_theme_undo, name="work_theme_undo"),
    path(f"{WINDOW}worried/", sorting.work_theme_worried, name="work_theme_worried"),
    path(f"{WINDOW}quotes/", quoting.work_quotes, name="work_quotes"),
    path(f"{WINDOW}quotes/new/", quoting.work_quote_new, name="work_quote_new"),
    path(f"{WINDOW}quotes/<uuid:quote_id>/", quoting.work_quote, name="work_quote"),
    path(f"{WINDOW}quotes/<uuid:quote_id>/out/", quoting.work_quote_out, name="work_quote_out"),
]
