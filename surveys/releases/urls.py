from django.urls import path

from surveys.releases import reach_views, views

urlpatterns = [
    path("work/releases/", views.work_releases, name="work_releases"),
    path("work/releases/windows/", views.work_windows_new, name="work_windows_new"),
    path("work/releases/windows/<uuid:window_id>/freeze/", views.work_window_freeze, name="work_window_freeze"),
    path("work/releases/years/", views.work_year_new, name="work_year_new"),
    path("work/releases/years/<int:year>/", views.work_year_plan, name="work_year_plan"),
    path("work/releases/populations/", reach_views.work_populations, name="work_populations"),
    path("work/releases/populations/<int:year>/<slug:about>/", reach_views.work_population, name="work_population"),
    path(
        "work/releases/populations/<int:year>/<slug:about>/undo/",
        reach_views.work_population_undo,
        name="work_population_undo",
    ),
    path("work/releases/<uuid:release_id>/", views.work_release, name="work_release"),
    path(
        "work/releases/<uuid:release_id>/by/<slug:characteristic>/",
        views.work_release_by,
        name="work_release_by",
    ),
    path("work/releases/<uuid:release_id>/correct/", views.work_release_correct, name="work_release_correct"),
    path("work/releases/<uuid:release_id>/reach/", reach_views.work_release_reach, name="work_release_reach"),
    path("work/releases/<uuid:release_id>/reach/action/", reach_views.work_release_action, name="work_release_action"),
    path("work/releases/<uuid:release_id>/share/", views.work_release_share, name="work_release_share"),
    path("work/releases/<uuid:release_id>/unshare/", views.work_release_unshare, name="work_release_unshare"),
]
