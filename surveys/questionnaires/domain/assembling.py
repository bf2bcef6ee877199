"""From what an editor put together to the screens a young person sees."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from core.pictures import is_picture
from surveys.questionnaires.conditions import Condition
from surveys.questionnaires.domain.bank import wordings_for
from surveys.questionnaires.models import Questionnaire
from surveys.questionnaires.schema import Kind, Option, Part, Question, Schema
from surveys.questionnaires.schema_checks import NotASchema

OWN = "X"


def schema_of(questionnaire: Questionnaire, *, band: str | None = None, level: str | None = None) -> Schema:
    """Raises NotASchema with plain words when the questions do not fit together.

    ``band`` and ``level`` show the same questions as another age would read them.
    """
    bank = wordings_for(questionnaire.band if band is None else band, level or questionnaire.level)
    return Schema(tuple(_question(item.block_type, item.value, bank) for item in questionnaire.items))


def _question(block_type: str, value: Mapping[str, Any], bank: Mapping[str, Question]) -> Question:
    question = _from_bank(value, bank) if block_type == "bank" else _own(value)
    symbol = _picture(value.get("symbol") or question.symbol)
    return replace(question, only_if=_condition(value.get("only_if")), symbol=symbol)


def _picture(name: str | None) -> str:
    """Raises NotASchema for one that nobody has drawn: a young person would see a gap."""
    if name and not is_picture(name):
        raise NotASchema(f"There is no picture “{name}”. Choose one from the list, or leave it out.")
    return name or ""


def _condition(value: Mapping[str, Any] | None) -> Condition | None:
    if not value or not (value.get("part") or value.get("options")):
        return None
    options = (option.strip() for option in (value.get("options") or "").split(","))
    return Condition((value.get("part") or "").strip(), tuple(option for option in options if option))


def _from_bank(value: Mapping[str, Any], bank: Mapping[str, Question]) -> Question:
    question = bank.get(value["key"])
    if question is None:
        raise NotASchema(
            f"Question {value['key']} has no words for this age and reading level. Choose another or write your own."
        )
    wording = value.get("wording") or question.wording
    parts = question.parts
    if question.is_single and value.get("wording"):
        only = parts[0]
        parts = (replace(only, wording=wording),)
    help = value.get("help") or question.help
    return replace(question, parts=parts, wording=wording, help=help)


def _own(value: Mapping[str, Any]) -> Question:
    """Own ids begin with X: none can pass for a question of the bank, which counting and S23 rely on."""
    for code in (value["code"], *(part["code"] for part in value["parts"])):
        if not code.startswith(OWN):
            raise NotASchema(f"“{code}” could be taken for one of our questions. Start your own with {OWN}.")
    parts = tuple(_part(part, value["wording"]) for part in value["parts"])
    return Question(
        id=value["code"],
        parts=parts,
        wording=value["wording"],
        help=value.get("help") or "",
        readers=value.get("readers") or "all",
    )


def _part(value: Mapping[str, Any], asked: str) -> Part:
    options = tuple(
        Option(each["code"], each["label"], _picture(each.get("symbol") or "")) for each in value["options"]
    )
    wording = value.get("wording") or asked
    return Part(value["code"], Kind(value["kind"]), wording, options, value.get("help") or "")
