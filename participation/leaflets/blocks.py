"""What a leaflet is made of: plain content, and films of our own."""

from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from core.blocks import PlainContentBlock


class FilmBlock(blocks.StructBlock):
    """Never plays by itself. The gate asks for the transcript and for a film, which has captions (S27, ACC7)."""

    film = SnippetChooserBlock("leaflets.Film")
    title = blocks.CharBlock(max_length=120, label="What the film is about")
    warning = blocks.CharBlock(
        max_length=200,
        required=False,
        label="What to know first",
        help_text="Shown before the film, which then opens by a tap of its own. As in: a girl cries in this film.",
    )
    in_bsl = blocks.BooleanBlock(required=False, label="This film is in British Sign Language")
    transcript = blocks.TextBlock(
        max_length=12_000, label="Transcript", help_text="All that is said, and what can be seen, in words."
    )

    class Meta:
        icon = "media"
        template = "blocks/film.html"


class LeafletContentBlock(PlainContentBlock):
    film = FilmBlock()
