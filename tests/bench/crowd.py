"""A crowd of answers put into the tables by SQL: copies of one that was really sent, each with its own ticks."""

from django.db import connection

from surveys.responses.models import Answer, Response

SPREAD = 3  # ticks go round the first three choices
AT_ONCE = 100_000


def multiply(response: Response, *, count: int) -> None:
    """`count` responses like this one, of as many young people."""
    if connection.vendor == "sqlite":  # only while filling; what is measured afterwards is in full sync
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA synchronous=OFF")
            cursor.execute("PRAGMA cache_size=-400000")
    for first in range(1, count + 1, AT_ONCE):
        _some(response, first, min(first + AT_ONCE - 1, count))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    connection.close()


def _some(response: Response, first: int, last: int) -> None:
    answers = list(response.answers.order_by("part_id"))
    with connection.cursor() as cursor:
        key = _value(response.pk)
        cursor.execute(
            _copy(
                Response, {"id": _hex("i"), "counting_key": _text_hex("i"), "respondent_key": "''", "ticket_id": "NULL"}
            ),
            [first, last, key],
        )
        for number, answer in enumerate(answers, start=1):
            ticks = _ticks(answer)
            own = {"id": _hex(f"i + {number} * 100000000"), "response_id": _hex("i"), "options": ticks}
            cursor.execute(_copy(Answer, own), [first, last, _value(answer.pk)])


def _copy(model: type, own: dict[str, str]) -> str:
    columns = [field.column for field in model._meta.concrete_fields]  # type: ignore[attr-defined]
    table = model._meta.db_table  # type: ignore[attr-defined]
    values = ", ".join(own.get(column, f't."{column}"') for column in columns)
    names = ", ".join(f'"{column}"' for column in columns)
    return f'INSERT INTO "{table}" ({names}) {_series()} SELECT {values} FROM n, "{table}" t WHERE t.id = %s'  # noqa: S608


def _series() -> str:
    if connection.vendor == "sqlite":
        return "WITH RECURSIVE n(i) AS (SELECT %s UNION ALL SELECT i + 1 FROM n WHERE i < %s)"
    return "WITH n(i) AS (SELECT generate_series(%s::bigint, %s::bigint))"


def _text_hex(number: str) -> str:
    if connection.vendor == "sqlite":
        return f"printf('%%032x', {number})"
    return f"lpad(to_hex({number}), 32, '0')"


def _hex(number: str) -> str:
    return _text_hex(number) if connection.vendor == "sqlite" else f"({_text_hex(number)})::uuid"


def _value(key: object) -> str:
    return getattr(key, "hex", str(key)) if connection.vendor == "sqlite" else str(key)


def _ticks(answer: Answer) -> str:
    """The choices of this part in turn, as the column holds them."""
    part = answer.response.version.schema.part(answer.part_id)
    ids = [option.id for option in part.options][:SPREAD]
    if not ids:
        return 't."options"'
    cast = "" if connection.vendor == "sqlite" else "::jsonb"
    cases = " ".join(f"""WHEN {turn} THEN '["{option}"]'{cast}""" for turn, option in enumerate(ids))
    return f"CASE i %% {len(ids)} {cases} END"
