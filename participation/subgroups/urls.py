from django.urls import path

from .views import reading, work

urlpatterns = [
    path("groups/", reading.groups, name="groups"),
    path("groups/<slug:slug>/", reading.group, name="group"),
    path("groups/<slug:slug>/<str:release>/", reading.pack, name="pack"),
    path("groups/<slug:slug>/<str:release>/plain/", reading.pack_plain, name="pack_plain"),
    path("work/groups/", work.work_groups, name="work_groups"),
    path("work/groups/new/", work.work_group_new, name="work_group_new"),
    path("work/groups/<uuid:group_id>/", work.work_group, name="work_group"),
    path("work/groups/<uuid:group_id>/members/", work.work_group_add_member, name="work_group_add_member"),
    path(
        "work/groups/<uuid:group_id>/members/<int:member_id>/remove/",
        work.work_group_remove_member,
        name="work_group_remove_member",
    ),
    path("work/groups/<uuid:group_id>/share/", work.work_group_share, name="work_group_share"),
]
