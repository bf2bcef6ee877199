"""What a pack must never do, done on purpose: views at readers' addresses that reach for answers."""

from collections.abc import Iterator

from django.db import DatabaseError, connection, connections
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.template import engines
from django.template.response import TemplateResponse
from django.urls import path

from config.urls import handler400, handler403, handler404, handler500
from config.urls import urlpatterns as the_site
from participation.meetings.models import Participant
from surveys.releases.models import Release
from surveys.responses.models import Response

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]
SECRET = "counted 1 answer"
LAZY = engines["django"].from_string("{% for each in rows %}counted 1 answer{% endfor %}")


def by_model(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"{SECRET} {Response.objects.count()}")


def by_relation(request: HttpRequest) -> HttpResponse:
    release = Release.objects.first()
    assert release
    return HttpResponse(f"{SECRET} {list(release.contributions.all())}")


def by_prefetch(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"{SECRET} {list(Release.objects.prefetch_related('contributions'))}")


def by_join(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"{SECRET} {Release.objects.filter(contributions__isnull=True).count()}")


def by_alias(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"{SECRET} {Participant.objects.using('default').count()}")


def by_sql(request: HttpRequest) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM Responses_Answer")
    return HttpResponse(SECRET)


def by_catalogue(request: HttpRequest) -> HttpResponse:
    """The number of rows, from what the database keeps about its tables."""
    where = {"sqlite": "SELECT * FROM sqlite_sequence", "postgresql": "SELECT * FROM pg_stat_user_tables"}
    with connection.cursor() as cursor:
        cursor.execute(where[connection.vendor])
    return HttpResponse(SECRET)


def late_in_a_template(request: HttpRequest) -> HttpResponse:
    return HttpResponse(LAZY.render({"rows": Response.objects.all()}))


def late_in_a_response(request: HttpRequest) -> HttpResponse:
    return TemplateResponse(request, LAZY, {"rows": Response.objects.all()})


def in_pieces(request: HttpRequest) -> StreamingHttpResponse:
    def pieces() -> Iterator[str]:
        yield "The pack"
        yield f"{SECRET} {Response.objects.count()}"

    return StreamingHttpResponse(pieces())


def swallowed(request: HttpRequest) -> HttpResponse:
    try:
        Response.objects.exists()
    except Exception:
        return HttpResponse(f"{SECRET} or none")
    return HttpResponse(SECRET)


def beneath_the_guard(request: HttpRequest) -> HttpResponse:
    """As if the guard knew no name at all: what is left is the database itself."""
    reader = connections["reader"]
    guards, reader.execute_wrappers = reader.execute_wrappers, []
    try:
        with reader.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM responses_response")
    except DatabaseError:
        return HttpResponse("The database refused.")
    finally:
        reader.execute_wrappers = guards
    return HttpResponse(SECRET)


LEAKS = (
    by_model,
    by_relation,
    by_prefetch,
    by_join,
    by_alias,
    by_sql,
    by_catalogue,
    late_in_a_template,
    late_in_a_response,
    in_pieces,
    swallowed,
)
urlpatterns = [
    *[
        path(f"{room}/leak/{view.__name__}/", view, name=f"leak_{number}_{view.__name__}")
        for number, room in enumerate(("groups", "champions", "changed", "work", "leaflets"))
        for view in LEAKS
    ],
    path("groups/leak/beneath/", beneath_the_guard, name="leak_beneath"),
    *the_site,
]
