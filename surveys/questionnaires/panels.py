"""The editor on one page, so that an error can lead to any field, in the words of the people who use it."""

from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList

from surveys.questionnaires.forms import QuestionnaireForm

QUESTIONS = MultiFieldPanel(
    [FieldPanel("items")],
    heading="Questions",
)
WHO_AND_WHEN = MultiFieldPanel(
    [
        FieldPanel("title"),
        FieldPanel("slug"),
        FieldPanel("form"),
        FieldPanel("band"),
        FieldPanel("level"),
        FieldPanel("length"),
        FieldPanel("named"),
        FieldPanel("longer"),
    ],
    heading="Who and when",
)
LUNDY = MultiFieldPanel(
    [
        FieldPanel("space_note", help_text="Who is with them, where, and how they can stop. Needed before publishing."),
        FieldPanel("voice_formats", help_text="At least one. Needed before publishing."),
        FieldPanel(
            "audience",
            help_text="A person or role who has to read the answers and can act. Needed before publishing.",
        ),
        FieldPanel(
            "influence_due",
            help_text="We hold you to this date on the promise page. Needed before publishing.",
        ),
    ],
    heading="Space, voice, audience, influence",
)
WHY = MultiFieldPanel(
    [
        FieldPanel("purpose", help_text="One or two sentences. Needed before publishing."),
        FieldPanel(
            "decision",
            help_text="Name the decision that is still open. If none is open, do not ask. Needed before publishing.",
        ),
    ],
    heading="What it is for",
)
QUESTIONNAIRE_EDITOR = ObjectList([WHO_AND_WHEN, QUESTIONS, LUNDY, WHY], base_form_class=QuestionnaireForm)
