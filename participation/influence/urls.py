from django.urls import path

from .views import page, recommendations, work

urlpatterns = [
    path("changed/", page.changed, name="changed"),
    path("work/changes/", work.work_changes, name="work_changes"),
    path("work/changes/new/", work.work_change_new, name="work_change_new"),
    path("work/changes/<uuid:you_said_id>/", work.work_change, name="work_change"),
    path("work/changes/<uuid:you_said_id>/publish/", work.work_change_publish, name="work_change_publish"),
    path("work/changes/<uuid:you_said_id>/take-off/", work.work_change_take_off, name="work_change_take_off"),
    path("work/changes/<uuid:you_said_id>/undo/", work.work_change_undo, name="work_change_undo"),
    path("work/recommendations/", recommendations.work_recommendations, name="work_recommendations"),
    path("work/recommendations/new/", recommendations.work_recommendation_new, name="work_recommendation_new"),
    path(
        "work/recommendations/<uuid:recommendation_id>/",
        recommendations.work_recommendation,
        name="work_recommendation",
    ),
    path(
        "work/recommendations/<uuid:recommendation_id>/close/",
        recommendations.work_recommendation_close,
        name="work_recommendation_close",
    ),
    path(
        "work/recommendations/<uuid:recommendation_id>/reopen/",
        recommendations.work_recommendation_reopen,
        name="work_recommendation_reopen",
    ),
    path(
        "work/recommendations/<uuid:recommendation_id>/undo/",
        recommendations.work_recommendation_undo,
        name="work_recommendation_undo",
    ),
]
