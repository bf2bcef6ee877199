"""Listening: the child's way in, and the pages of those who listen."""

from django.urls import URLPattern, path

from participation.listening.views import alerts, caring, interpreters, later_readers, queue, rota, talk

urlpatterns: list[URLPattern] = [
    path("me/talk/", talk.talk, name="talk"),
    path("me/talk/sent/", talk.talk_sent, name="talk_sent"),
    path("me/interpreter/", interpreters.interpreter, name="interpreter"),
    path("me/interpreter/asked/", interpreters.interpreter_asked, name="interpreter_asked"),
    path("help/talk/", talk.help_talk, name="help_talk"),
    path("help/talk/sent/", talk.help_talk_sent, name="help_talk_sent"),
    path("work/queue/", queue.work_queue, name="work_queue"),
    path("work/queue/<uuid:response_id>/", queue.work_reading, name="work_reading"),
    path("work/queue/<uuid:response_id>/<uuid:piece_id>/", queue.work_piece, name="work_piece"),
    path("work/queue/<uuid:response_id>/name-first/", later_readers.work_tell_first, name="work_tell_first"),
    path("work/queue/told/<uuid:later_id>/", later_readers.work_told_since, name="work_told_since"),
    path("work/queue/<uuid:response_id>/read/", queue.work_mark_read, name="work_mark_read"),
    path("work/queue/<uuid:response_id>/worried/", queue.work_concern, name="work_concern"),
    path("work/queue/<uuid:response_id>/checked/", caring.work_checked, name="work_checked"),
    path("work/queue/<uuid:response_id>/doubted/", caring.work_doubted, name="work_doubted"),
    path("work/queue/<uuid:response_id>/copied/", caring.work_copied, name="work_copied"),
    path("work/queue/<uuid:response_id>/not-for-reports/", caring.work_no_report, name="work_no_report"),
    path("work/alerts/", alerts.work_alerts, name="work_alerts"),
    path("work/alerts/<uuid:alert_id>/", alerts.work_alert, name="work_alert"),
    path("work/alerts/<uuid:alert_id>/have/", alerts.work_alert_acknowledge, name="work_alert_acknowledge"),
    path("work/alerts/<uuid:alert_id>/step/", alerts.work_alert_step, name="work_alert_step"),
    path("work/alerts/<uuid:alert_id>/close/", alerts.work_alert_close, name="work_alert_close"),
    path("work/rota/", rota.work_rota, name="work_rota"),
    path("work/rota/interpreters/", interpreters.work_interpreters, name="work_interpreters"),
    path(
        "work/rota/interpreters/<uuid:days_id>/remove/",
        interpreters.work_interpreter_remove,
        name="work_interpreter_remove",
    ),
    path(
        "work/rota/interpreters/wanted/<uuid:wanted_id>/found/",
        interpreters.work_interpreter_found,
        name="work_interpreter_found",
    ),
    path("work/rota/<uuid:duty_id>/remove/", rota.work_rota_remove, name="work_rota_remove"),
]
