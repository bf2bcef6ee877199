"""What an editor adds to a questionnaire: a question from the bank, or one of their own."""

from typing import Any

from wagtail import blocks

from core.pictures import picture_choices
from surveys.questionnaires.schema import Kind

KIND_WORDS = [
    (Kind.FACES3.value, "Three faces with words"),
    (Kind.FACES5.value, "Five faces with words"),
    (Kind.SCALE.value, "0 to 10"),
    (Kind.ONE.value, "Choose one"),
    (Kind.MANY.value, "Choose any"),
    (Kind.TEXT.value, "Write or talk"),
    (Kind.HOUSES.value, "A house to fill"),
]
READER_WORDS = [
    ("all", "Everyone named as a reader"),
    ("chair_only", "Only the person who runs the meeting"),
]


def bank_choices() -> list[tuple[str, str]]:
    """Read each time a form is shown, so that a new bank question needs no restart."""
    from surveys.questionnaires.domain.bank import keys_with_wording

    return [(key, f"{key} · {wording}") for key, wording in keys_with_wording()]


class PictureBlock(blocks.ChoiceBlock):
    """A picture of ours; the words always stand beside it."""

    def __init__(self, **kwargs: Any) -> None:
        given = {"choices": picture_choices, "required": False, "label": "Picture beside the words"} | kwargs
        super().__init__(**given)

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return "wagtail.blocks.ChoiceBlock", [], {"choices": picture_choices, "required": False}


class OptionBlock(blocks.StructBlock):
    """`code` is the stable id that counting relies on: it stays when the label changes."""

    code = blocks.RegexBlock(
        r"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$",
        max_length=40,
        help_text="A short name that never changes, such as “a-bit”.",
    )
    label = blocks.CharBlock(max_length=120, help_text="What the young person sees.")
    symbol = PictureBlock()

    class Meta:
        icon = "list-ul"
        label = "Choice"


class PartBlock(blocks.StructBlock):
    code = blocks.CharBlock(max_length=40, help_text="Starts with X, for example X01-home. It never changes.")
    kind = blocks.ChoiceBlock(choices=KIND_WORDS, label="How do they answer?")
    wording = blocks.CharBlock(max_length=200, required=False, help_text="Leave empty if the question says it all.")
    help = blocks.CharBlock(max_length=200, required=False)
    options = blocks.ListBlock(OptionBlock(), default=[], label="Choices")

    class Meta:
        icon = "form"
        label = "Part"


class FollowUpBlock(blocks.StructBlock):
    """Empty: everyone is asked. What a follow-up collects is never counted."""

    part = blocks.CharBlock(max_length=40, required=False, label="Only after", help_text="A question above, e.g. Q19.")
    options = blocks.CharBlock(
        max_length=200,
        required=False,
        label="when one of these was ticked",
        help_text="The short names of the choices, with commas: yes, tell-me-more",
    )

    class Meta:
        icon = "link"
        label = "Ask this only sometimes"
        collapsed = True


class OwnQuestionBlock(blocks.StructBlock):
    """A question written here, for this questionnaire alone."""

    code = blocks.CharBlock(max_length=40, help_text="Starts with X, for example X01. It never changes.")
    wording = blocks.CharBlock(max_length=200, label="Question")
    help = blocks.CharBlock(max_length=240, required=False, label="A line under the question")
    readers = blocks.ChoiceBlock(choices=READER_WORDS, default="all", label="Who may read the answer?")
    symbol = PictureBlock()
    parts = blocks.ListBlock(PartBlock(), min_num=1)
    only_if = FollowUpBlock(required=False)

    class Meta:
        icon = "edit"
        label = "My own question"


class BankQuestionBlock(blocks.StructBlock):
    """A question from the bank, in the words for this questionnaire's age and reading level."""

    key = blocks.ChoiceBlock(choices=bank_choices, label="Question")
    wording = blocks.CharBlock(
        max_length=200, required=False, label="Say it another way", help_text="Leave empty to use our words."
    )
    help = blocks.CharBlock(max_length=240, required=False, label="Another line under the question")
    symbol = PictureBlock()
    only_if = FollowUpBlock(required=False)

    class Meta:
        icon = "help"
        label = "Question from the bank"


class ItemsBlock(blocks.StreamBlock):
    bank = BankQuestionBlock()
    own = OwnQuestionBlock()

    class Meta:
        required = False


def bank_item(key: str) -> dict[str, Any]:
    """One bank question as the editor would add it."""
    return {"type": "bank", "value": {"key": key, "wording": "", "help": "", "only_if": {"part": "", "options": ""}}}
