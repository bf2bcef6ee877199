"""A crowd of answers put into the tables by SQL: copies of one that was really sent, each with its own ticks.

Ticks, ages and places are scattered over all choices, each part apart from the others, and the same in every run.
"""

from django.db import connection, transaction

from surveys.responses.models import Answer, Response

AT_ONCE = 10_000  # few enough that every index grows at its end
BANDS = ("8-11", "12-15", "16-17", "18-25")
PLACES = 40  # homes, schools and teams
STRIDE = 2_654_435_761  # odd and near 2**32 divided by the golden ratio: multiples of it look unordered


def multiply(response: Response, *, count: int) -> None:
    """`count` responses like this one, of as many young people."""
    if connection.vendor == "sqlite":
        _without_care()
    with transaction.atomic():
        for first in range(1, count + 1, AT_ONCE):
            _some(response, first, min(first + AT_ONCE - 1, count))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA journal_mode=WAL")
    connection.close()


def _without_care() -> None:
    """Only while filling: a file that broke now would be thrown away. What is measured afterwards is in full sync."""
    with connection.cursor() as cursor:
        for pragma in ("journal_mode=OFF", "synchronous=OFF", "foreign_keys=OFF", "cache_size=-400000"):
            cursor.execute(f"PRAGMA {pragma}")


def _some(response: Response, first: int, last: int) -> None:
    answers = list(response.answers.order_by("part_id"))
    with connection.cursor() as cursor:
        key = _value(response.pk)
        cursor.execute(
            _copy(
                Response,
                {
                    "id": _hex("i"),
                    "counting_key": _text_hex("i"),
                    "respondent_key": "''",
                    "ticket_id": "NULL",
                    "band": _one_of([f"'{band}'" for band in BANDS], salt=1),
                    "setting_label": f"'Place ' || {_scattered(PLACES, salt=2)}",
                },
            ),
            [first, last, key],
        )
        for number, answer in enumerate(answers, start=1):
            ticks = _ticks(answer, salt=number + 2)
            own = {"id": _hex(f"i * 100 + {number}"), "response_id": _hex("i"), "options": ticks}
            cursor.execute(_copy(Answer, own), [first, last, _value(answer.pk)])


def _copy(model: type, own: dict[str, str]) -> str:
    columns = [field.column for field in model._meta.concrete_fields]
    table = model._meta.db_table
    values = ", ".join(own.get(column, f't."{column}"') for column in columns)
    names = ", ".join(f'"{column}"' for column in columns)
    return f'INSERT INTO "{table}" ({names}) {_series()} SELECT {values} FROM n, "{table}" t WHERE t.id = %s'  # noqa: S608  names of our own tables


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


def _ticks(answer: Answer, *, salt: int) -> str:
    """One of the choices of this part, as the column holds it."""
    part = answer.response.version.schema.part(answer.part_id)
    if not part.options:
        return 't."options"'
    cast = "" if connection.vendor == "sqlite" else "::jsonb"
    return _one_of([f"""'["{option.id}"]'{cast}""" for option in part.options], salt=salt)


def _one_of(values: list[str], *, salt: int) -> str:
    cases = " ".join(f"WHEN {turn} THEN {value}" for turn, value in enumerate(values))
    return f"CASE {_scattered(len(values), salt=salt)} {cases} END"


def _scattered(count: int, *, salt: int) -> str:
    """A number below `count` that has nothing to do with the one of another salt."""
    return f"((((i + {salt} * 104729) * {STRIDE + 2 * salt * 7919}) >> 17) %% {count})"
