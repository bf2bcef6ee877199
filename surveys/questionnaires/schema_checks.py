"""Shape checks of a schema, as small functions that raise one error in plain words."""

import re
from collections.abc import Mapping, Sequence

OPTION_COUNTS: dict[str, tuple[int, int]] = {
    "faces3": (3, 3),
    "faces5": (5, 5),
    "scale": (11, 11),
    "one": (2, 12),
    "many": (2, 12),
    "text": (0, 0),
    "houses": (0, 0),
}
ID = re.compile(r"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$")


class NotASchema(ValueError):
    """The questions do not fit together; the message says how in plain words."""


def required_text(text: str, message: str) -> None:
    if not text.strip():
        raise NotASchema(message)


def check_unique(ids: Sequence[str], message: str) -> None:
    seen: set[str] = set()
    for each in ids:
        if each in seen:
            raise NotASchema(f"{message}: {each}.")
        seen.add(each)


def check_options(part_id: str, kind: str, option_ids: Sequence[str]) -> None:
    """Ids are letters, numbers and single hyphens, so that they are safe in names of form fields."""
    for each in (part_id, *option_ids):
        if not ID.match(each):
            raise NotASchema(f"“{each}” cannot be an id. Use letters, numbers and hyphens.")
    least, most = OPTION_COUNTS[kind]
    if not least <= len(option_ids) <= most:
        many = str(least) if least == most else f"{least} to {most}"
        raise NotASchema(f"{part_id} needs {many} choices and has {len(option_ids)}.")
    check_unique(option_ids, f"{part_id} offers a choice twice")


def check_condition(
    question_id: str, part_id: str, options: Sequence[str], earlier: Mapping[str, tuple[str, ...]]
) -> None:
    """A follow-up looks back to choices of an earlier question: so it can be reached, and nothing is a dead end."""
    if part_id not in earlier:
        raise NotASchema(f"Question {question_id} depends on “{part_id}”, which is not asked before it.")
    if not earlier[part_id]:
        raise NotASchema(f"Question {question_id} depends on written words. Let it depend on a choice.")
    unknown = [option for option in options if option not in earlier[part_id]]
    if unknown or not options:
        named = ", ".join(unknown) or "nothing"
        raise NotASchema(f"Question {question_id} depends on an answer that {part_id} does not offer: {named}.")
