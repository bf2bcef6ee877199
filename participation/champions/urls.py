from django.urls import path

from .views import page, work

urlpatterns = [
    path("champions/", page.champions, name="champions"),
    path("champions/<str:ref>/", page.champion_summary, name="champion_summary"),
    path("work/champions/", work.work_champions, name="work_champions"),
    path("work/champions/new/", work.work_champion_new, name="work_champion_new"),
    path("work/champions/new-young/", work.work_champion_new_young, name="work_champion_new_young"),
    path("work/champions/places/new/", work.work_champion_setting, name="work_champion_setting"),
    path("work/champions/<uuid:champion_id>/stop/", work.work_champion_stop, name="work_champion_stop"),
]
