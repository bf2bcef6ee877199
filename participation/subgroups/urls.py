from django.urls import path

from .views import papers, reading, work

urlpatterns = [
    path("groups/", reading.groups, name="groups"),
    path("groups/<slug:slug>/", reading.group, name="group"),
    path("groups/<slug:slug>/<str:release>/", reading.pack, name="pack"),
    path("groups/<slug:slug>/<str:release>/plain/", reading.pack_plain, name="pack_plain"),
    path("groups/<slug:slug>/<str:release>/large/", reading.pack_large, name="pack_large"),
    path("groups/<slug:slug>/<str:release>/by/<str:characteristic>/", reading.pack_by, name="pack_by"),
    path("groups/<slug:slug>/<str:release>/papers/", papers.pack_papers, name="pack_papers"),
    path("groups/<slug:slug>/<str:release>/papers/pack.pdf", papers.pack_pdf, name="pack_pdf"),
    path("groups/<slug:slug>/<str:release>/papers/large.pdf", papers.pack_large_pdf, name="pack_large_pdf"),
    path("groups/<slug:slug>/<str:release>/papers/numbers.<str:kind>", papers.pack_file, name="pack_file"),
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
