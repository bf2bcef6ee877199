from django.urls import path

from surveys.responses.views import after, aids, beside, check, pieces, question, sounds, start, trying

urlpatterns = [
    path("work/questions/<int:pk>/try/", trying.try_questions, name="try_questions"),
    path("me/say/<str:form>/", start.say, name="say"),
    path("me/say/<str:form>/<int:number>/", question.say_question, name="say_question"),
    path("me/say/<str:form>/<int:number>/keep/", question.say_keep, name="say_keep"),
    path("me/say/<str:form>/draw/<str:part>/", pieces.say_draw, name="say_draw"),
    path("me/say/<str:form>/aloud/<str:part>/", pieces.say_aloud, name="say_aloud"),
    path("me/say/<str:form>/sound/<str:question>/", sounds.say_sound, name="say_sound"),
    path("me/say/<str:form>/go/", aids.say_go, name="say_go"),
    path("me/say/<str:form>/who/", beside.say_who, name="say_who"),
    path("me/say/<str:form>/with/", beside.say_with, name="say_with"),
    path("me/say/<str:form>/language/", beside.say_language, name="say_language"),
    path("me/say/<str:form>/check/", check.say_check, name="say_check"),
    path("me/say/<str:form>/sent/", after.say_sent, name="say_sent"),
    path("me/say/<str:form>/stop/", after.say_stop, name="say_stop"),
    path("me/say/<str:form>/saved/", after.say_saved, name="say_saved"),
    path("me/say/<str:form>/change/", after.say_change, name="say_change"),
    path("me/say/<str:form>/asked/", after.say_asked, name="say_asked"),
]
