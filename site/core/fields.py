"""A text field that rests sealed and opens only on its own row (D11)."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import FieldError
from django.db import models

from core.sealing import open_sealed, seal


class Token(str):
    """Ciphertext as the database holds it. Shows nothing of itself."""

    __slots__ = ()

    def __str__(self) -> str:
        return "[sealed]"

    __repr__ = __str__

    def __format__(self, spec: str) -> str:
        return "[sealed]"

    @property
    def raw(self) -> str:
        return str.__str__(self)


class Sealed:
    """The value on a row: `open()` gives the words, everything else gives nothing away."""

    __slots__ = ("_context", "_plain", "token")

    def __init__(self, *, token: Token | None, plain: str | None, context: tuple[str, ...]) -> None:
        self.token, self._plain, self._context = token, plain, context

    def open(self) -> str:
        """The words themselves. Raises CannotOpen if the token was changed or moved."""
        if self._plain is not None:
            return self._plain
        return open_sealed(self.token.raw, context=self._context) if self.token else ""

    def __bool__(self) -> bool:
        return bool(self._plain or self.token)

    def __str__(self) -> str:
        return "[sealed]" if self else ""

    __repr__ = __str__


class _OnItsRow:
    """Binds the stored token, or the words just assigned, to the row they are read from."""

    def __init__(self, field: SealedTextField) -> None:
        self.field = field

    def __get__(self, row: models.Model | None, owner: type[models.Model]) -> Any:
        if row is None:
            return self
        if self.field.attname not in row.__dict__:  # deferred by only()/defer()
            row.refresh_from_db(fields=[self.field.attname])
        value = row.__dict__[self.field.attname]
        context = self.field.context(row)
        if value is None or value == "":
            return Sealed(token=None, plain=None, context=context)
        if isinstance(value, Token):
            return Sealed(token=value, plain=None, context=context)
        return Sealed(token=None, plain=value, context=context)

    def __set__(self, row: models.Model, value: Any) -> None:
        row.__dict__[self.field.attname] = value.open() if isinstance(value, Sealed) else value


class SealedTextField(models.TextField):  # type: ignore[type-arg]  # generic for type checkers only
    """Use only on a `core.sealed_rows.SealedRow`: the row gives the context its words are bound to.

    `update()`, `bulk_update()` and lookups are refused; `values()` gives a Token that says "[sealed]".
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("blank", True)
        kwargs.setdefault("default", "")
        kwargs["editable"] = kwargs.get("editable", False)
        super().__init__(*args, **kwargs)

    def contribute_to_class(self, cls: type[models.Model], name: str, private_only: bool = False) -> None:
        super().contribute_to_class(cls, name, private_only)
        setattr(cls, name, _OnItsRow(self))

    def context(self, row: models.Model) -> tuple[str, ...]:
        return (*row.sealing_context(), self.name)  # type: ignore[attr-defined]  # only ever on a SealedRow

    def from_db_value(self, value: str | None, expression: object, connection: object) -> Token | None:
        return Token(value) if value else None

    def pre_save(self, row: models.Model, add: bool) -> Any:
        value = row.__dict__.get(self.attname)
        if isinstance(value, str) and value and not isinstance(value, Token):
            value = Token(seal(value, context=self.context(row)))
            row.__dict__[self.attname] = value
        return value or ""

    def get_prep_value(self, value: Any) -> Any:
        if value in (None, ""):
            return ""
        if isinstance(value, Token):
            return value.raw
        raise FieldError(f"{self.name} is sealed on its row: set it there and save().")

    def get_lookup(self, lookup_name: str) -> Any:
        raise FieldError(f"{self.name} is sealed and cannot be searched.")

    def value_to_string(self, row: models.Model) -> str:
        return "[sealed]"
