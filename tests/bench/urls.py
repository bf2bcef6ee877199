from django.http import HttpRequest, HttpResponse
from django.urls import path

from config.urls import *  # noqa: F403  the same addresses and more
from config.urls import urlpatterns
from core.access import open_to_all
from tests.bench.constant import BODY


@open_to_all
def constant(request: HttpRequest) -> HttpResponse:
    return HttpResponse(BODY)


urlpatterns = [path("leaflets/constant/", constant), *urlpatterns]
