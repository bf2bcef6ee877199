"""What a group does together: questions, meetings, recommendations, the young member's note.

Looked up before the addresses of packs, whose second part can be any ref.
"""

from django.urls import path

from .views import challenges, meetings, work_challenges, work_meetings, young

urlpatterns = [
    path("groups/<slug:slug>/challenges/", challenges.group_challenges, name="group_challenges"),
    path("groups/<slug:slug>/challenges/new/", challenges.group_challenge_new, name="group_challenge_new"),
    path("groups/<slug:slug>/challenges/<uuid:challenge_id>/", challenges.group_challenge, name="group_challenge"),
    path("groups/<slug:slug>/meetings/", meetings.group_meetings, name="group_meetings"),
    path("groups/<slug:slug>/recommendations/", meetings.group_recommendations, name="group_recommendations"),
    path("groups/<slug:slug>/<str:release>/note/", young.group_note, name="group_note"),
    path(
        "work/groups/<uuid:group_id>/challenges/", work_challenges.work_group_challenges, name="work_group_challenges"
    ),
    path(
        "work/groups/<uuid:group_id>/challenges/<uuid:challenge_id>/",
        work_challenges.work_group_challenge,
        name="work_group_challenge",
    ),
    path("work/groups/<uuid:group_id>/meetings/", work_meetings.work_group_meetings, name="work_group_meetings"),
    path(
        "work/groups/<uuid:group_id>/meetings/<uuid:group_meeting_id>/",
        work_meetings.work_group_meeting,
        name="work_group_meeting",
    ),
]
