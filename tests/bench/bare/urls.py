from django.urls import path

from tests.bench.bare import views

urlpatterns = [
    path("constant/", views.constant),
    path("saved/", views.saved, name="saved"),
    path("<int:number>/", views.page, name="first"),
    path("<int:number>/<uuid:submission_id>/", views.page, name="page"),
]
