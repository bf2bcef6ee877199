"""Staff pages under /work/meetings/, the child's under /me/. Neutral words only: they stay in histories."""

from django.urls import URLPattern, path

from .views import booking, cards, child, lists, outcomes, statements, telling, visits

ONE = "work/meetings/<uuid:meeting_id>/"
PERSON = "<uuid:invitation_id>/"

urlpatterns: list[URLPattern] = [
    path("work/meetings/", lists.work_meetings, name="work_meetings"),
    path("work/meetings/new/", booking.book_meeting, name="book_meeting"),
    path("work/meetings/visit/<uuid:task_id>/", visits.settle, name="settle_visit"),
    path(ONE, lists.work_meeting, name="work_meeting"),
    path(f"{ONE}invite/", booking.invite_person, name="invite_person"),
    path(f"{ONE}move/", booking.move_meeting, name="move_meeting"),
    path(f"{ONE}cancel/", booking.cancel_meeting, name="cancel_meeting"),
    path(f"{ONE}told/{PERSON}", booking.told_news, name="told_news"),
    path(f"{ONE}took-part/{PERSON}", booking.took_part, name="took_part"),
    path(f"{ONE}advocate/{PERSON}", booking.advocate_asked, name="advocate_asked"),
    path(f"{ONE}tell/{PERSON}", telling.safe_to_tell, name="safe_to_tell"),
    path(f"{ONE}card/{PERSON}", cards.card, name="card"),
    path(f"{ONE}card/{PERSON}again/", cards.new_code, name="new_code"),
    path(f"{ONE}card/{PERSON}word/", cards.change_word, name="change_word"),
    path(f"{ONE}statement/{PERSON}", statements.statement, name="statement"),
    path(f"{ONE}statement/{PERSON}sheet/", statements.statement_sheet, name="statement_sheet"),
    path(f"{ONE}statement/{PERSON}read/", statements.statement_read, name="statement_read"),
    path(f"{ONE}statement/{PERSON}checked/", statements.statement_checked, name="statement_checked"),
    path(f"{ONE}outcome/{PERSON}", outcomes.outcome_editor, name="outcome_editor"),
    path(f"{ONE}outcome/{PERSON}told/", outcomes.told_in_person, name="outcome_told"),
    path(f"{ONE}outcome/{PERSON}line/<uuid:line_id>/", outcomes.mark_line, name="mark_line"),
    path(f"{ONE}outcome/{PERSON}line/<uuid:line_id>/remove/", outcomes.remove_line, name="remove_line"),
    path("me/invite/", child.invite, name="invite"),
    path("me/invite/aloud/", child.invite_sound, name="invite_sound"),
    path("me/take-part/", child.take_part, name="take_part"),
    path("me/advocate/", child.advocate, name="advocate"),
    path("me/word/", child.agreed_word, name="agreed_word"),
    path("me/card/", child.my_card, name="my_card"),
    path("me/what-happened/", child.outcome, name="outcome"),
]
