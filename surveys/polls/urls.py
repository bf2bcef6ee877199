from django.urls import path

from surveys.polls.views import ballot, work

urlpatterns = [
    path("go/poll/", ballot.poll_ballot, name="poll_ballot"),
    path("go/poll/sent/", ballot.poll_sent, name="poll_sent"),
    path("work/polls/", work.work_polls, name="work_polls"),
    path("work/polls/<uuid:poll_id>/", work.work_poll, name="work_poll"),
    path("work/polls/<uuid:poll_id>/open/", work.work_poll_open, name="work_poll_open"),
    path("work/polls/<uuid:poll_id>/close/", work.work_poll_close, name="work_poll_close"),
]
