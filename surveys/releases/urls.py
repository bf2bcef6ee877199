from django.urls import path

from surveys.releases import views

urlpatterns = [
    path("work/releases/", views.work_releases, name="work_releases"),
    path("work/releases/windows/", views.work_windows_new, name="work_windows_new"),
    path("work/releases/windows/<uuid:window_id>/freeze/", views.work_window_freeze, name="work_window_freeze"),
    path("work/releases/<uuid:release_id>/", views.work_release, name="work_release"),
    path("work/releases/<uuid:release_id>/share/", views.work_release_share, name="work_release_share"),
    path("work/releases/<uuid:release_id>/unshare/", views.work_release_unshare, name="work_release_unshare"),
]
