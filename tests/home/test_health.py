import json
from unittest import mock

import pytest
from django.db import OperationalError, connection
from django.test import Client

from core.models import Probe
from home import readiness

pytestmark = pytest.mark.django_db


def test_health_asks_the_database_nothing(client: Client, django_assert_num_queries: object) -> None:
    with django_assert_num_queries(0):
        answer = client.get("/healthz")
    assert (answer.status_code, answer.content) == (200, b"ok")


def test_ready_when_everything_is_there(client: Client) -> None:
    answer = client.get("/readyz")
    assert answer.status_code == 200
    assert json.loads(answer.content) == {"ready": True, "red": []}
    assert Probe.objects.count() == 1


def test_a_store_that_takes_no_writes_is_red(client: Client) -> None:
    def refuse_writes(execute: object, sql: str, params: object, many: bool, context: object) -> object:
        if sql.startswith(("INSERT", "UPDATE")):
            raise OperationalError("attempt to write a readonly database")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(refuse_writes):
        answer = client.get("/readyz")
    assert answer.status_code == 503
    assert json.loads(answer.content)["red"] == ["store"]


@pytest.mark.parametrize("name", readiness.CHECKS)
def test_any_red_check_refuses_traffic(client: Client, name: str) -> None:
    with mock.patch.dict(readiness.CHECKS, {name: lambda now: False}):
        answer = client.get("/readyz")
    assert answer.status_code == 503
    assert json.loads(answer.content)["red"] == [name]


def test_a_full_disk_is_red(client: Client) -> None:
    usage = mock.Mock(free=readiness.LEAST_FREE_BYTES - 1)
    with mock.patch("home.readiness.shutil.disk_usage", return_value=usage):
        assert json.loads(client.get("/readyz").content)["red"] == ["disk"]


def test_missing_tables_are_red(client: Client) -> None:
    with mock.patch("home.readiness.MigrationExecutor.migration_plan", return_value=[("core", False)]):
        assert json.loads(client.get("/readyz").content)["red"] == ["tables"]


def test_readiness_shows_no_version_and_no_path(client: Client) -> None:
    body = client.get("/readyz").content.decode()
    assert not any(word in body for word in ("/", "5.", "Django", "SQL", "Wagtail"))
