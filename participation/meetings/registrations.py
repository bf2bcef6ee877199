"""What surveys learn from meetings, through the hooks of `surveys.responses.registry` (D13)."""


def register_all() -> None: ...
