"""A JSON serialiser for the shared cache: nothing from outside is ever unpickled (D24)."""

import json
from typing import Any


class JSONSerializer:
    def dumps(self, value: Any) -> bytes | int:
        # plain integers stay plain so that the server can add to them
        return value if type(value) is int else json.dumps(value).encode()

    def loads(self, data: bytes | int) -> Any:
        return data if isinstance(data, int) else json.loads(data)
