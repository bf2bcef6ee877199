"""Blocks for plain content: few, each with one template. No raw HTML, tables or embeds (security §2)."""

from collections.abc import Mapping
from typing import Any

import nh3
from django.core.validators import URLValidator
from django.utils.html import format_html
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock
from wagtail.rich_text import RichText

LONGEST_RICH_TEXT = 20_000
"""Characters that are cleaned; what is longer is cut first (M9)."""

PICTURES = [
    ("advocate", "Someone on your side"),
    ("changed", "What changed"),
    ("clock", "Time"),
    ("face-not-good", "A worried face"),
    ("face-ok", "A calm face"),
    ("house-good", "A home"),
    ("invite", "A letter"),
    ("lock", "Private"),
    ("look", "Looking"),
    ("people", "People together"),
    ("pen", "Writing"),
    ("person", "A person"),
    ("phone", "A phone"),
    ("questions", "Questions"),
    ("reading", "Reading"),
    ("take-part", "Taking part"),
    ("talk", "Talking"),
    ("tick", "Yes"),
]
"""Names of our own drawings in templates/components/icons/."""

TONES = [("mint", "Calm green"), ("sky", "Blue"), ("lilac", "Lilac"), ("rose", "Pink"), ("sun", "Yellow")]


class CleanHtml:
    """Editors' rich text, cleaned each time it is shown: only paragraphs and bold get through."""

    def __init__(self, source: str) -> None:
        self.source = source

    def __html__(self) -> str:
        return nh3.clean(self.source[:LONGEST_RICH_TEXT], tags={"p", "b", "strong", "br"}, attributes={})

    def __str__(self) -> str:
        # templates ask for the text first: it is safe because nh3 was the last to touch it
        return format_html("{}", self)


class PlainParagraphBlock(blocks.RichTextBlock):
    """Paragraphs with bold words. Cleaned at render, whatever the database holds (ASVS-5)."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"features": ["bold"], "max_length": 4_000} | kwargs)

    def get_context(self, value: RichText, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        return context | {"clean": CleanHtml(value.source)}

    class Meta:
        icon = "pilcrow"
        template = "blocks/paragraph.html"


class StepBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=80)
    text = blocks.CharBlock(max_length=400)


class CalloutBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=80)
    text = blocks.TextBlock(max_length=600)
    tone = blocks.ChoiceBlock(choices=TONES, default="mint")

    class Meta:
        icon = "info-circle"
        template = "blocks/callout.html"


class QuoteBlock(blocks.StructBlock):
    """Someone's own words, kept as said. `who` is a group or a report, never a child's name."""

    text = blocks.TextBlock(max_length=600)
    who = blocks.CharBlock(max_length=120, required=False, help_text="A group or a report. Never a name.")

    class Meta:
        icon = "openquote"
        template = "blocks/quote.html"


class LanguageExampleBlock(blocks.StructBlock):
    """Words that hurt beside words that help: the one place where blaming words may stand (R4)."""

    avoid = blocks.CharBlock(max_length=160, label="Words that can hurt")
    say = blocks.CharBlock(max_length=160, label="Words that help")

    class Meta:
        icon = "edit"
        template = "blocks/language_example.html"


class PersonBlock(blocks.StructBlock):
    who = blocks.CharBlock(max_length=60, help_text="A role or a first name. Never a full name.")
    does = blocks.CharBlock(max_length=160)


class ContactBlock(blocks.StructBlock):
    """The only place for a phone number. It needs a date on which somebody rang it (R10)."""

    name = blocks.CharBlock(max_length=80)
    phone = blocks.CharBlock(max_length=24)
    when = blocks.CharBlock(max_length=80, required=False, help_text="As in: free, any time, under 19")
    note = blocks.CharBlock(max_length=200, required=False)
    reviewed_on = blocks.DateBlock(required=False, label="Last rung on")

    class Meta:
        icon = "mobile-alt"
        template = "blocks/contact.html"


class PictureLineBlock(blocks.StructBlock):
    """Easy Read: one picture, one idea."""

    picture = blocks.ChoiceBlock(choices=PICTURES)
    text = blocks.CharBlock(max_length=160)


class PlainImageBlock(blocks.StructBlock):
    image = ImageChooserBlock()
    alt = blocks.CharBlock(
        max_length=200,
        label="What the picture shows",
        help_text="Read out to people who cannot see it.",
    )

    class Meta:
        icon = "image"
        template = "blocks/image.html"


class OutsideLinkBlock(blocks.StructBlock):
    """A link that leaves this site. It says where to, and is https only (ASVS-2)."""

    label = blocks.CharBlock(max_length=120)
    url = blocks.URLBlock(validators=[URLValidator(schemes=["https"])])

    class Meta:
        icon = "link-external"
        template = "blocks/outside_link.html"


class PlainContentBlock(blocks.StreamBlock):
    """What a leaflet, a summary or an invite wording is made of."""

    heading = blocks.CharBlock(max_length=120, icon="title", template="blocks/heading.html")
    paragraph = PlainParagraphBlock()
    list = blocks.ListBlock(blocks.CharBlock(max_length=300), icon="list-ul", template="blocks/list.html")
    steps = blocks.ListBlock(StepBlock(), icon="list-ol", template="blocks/steps.html")
    callout = CalloutBlock()
    quote = QuoteBlock()
    language_example = LanguageExampleBlock()
    people = blocks.ListBlock(PersonBlock(), icon="group", template="blocks/people.html")
    contact = ContactBlock()
    pictures = blocks.ListBlock(PictureLineBlock(), icon="view", template="blocks/pictures.html")
    image = PlainImageBlock()
    outside_link = OutsideLinkBlock()


class FactBlock(blocks.StructBlock):
    """A claim from outside (a helpline, a law) that a person has to check and date (D31). Not public."""

    fact = blocks.CharBlock(max_length=300)
    source = blocks.CharBlock(max_length=300, required=False)
    checked_on = blocks.DateBlock(required=False, label="Checked on (empty: not yet checked)")


class FactsBlock(blocks.StreamBlock):
    fact = FactBlock()
