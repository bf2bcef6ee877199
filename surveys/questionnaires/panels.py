"""The editor's tabs, in the words of the people who use them."""

from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface

from surveys.questionnaires.forms import QuestionnaireForm

QUESTIONS = ObjectList(
    [FieldPanel("title"), FieldPanel("slug"), FieldPanel("items")],
    heading="Questions",
)
WHO_AND_WHEN = ObjectList(
    [
        MultiFieldPanel(
            [FieldPanel("form"), FieldPanel("band"), FieldPanel("level"), FieldPanel("length")],
            heading="Who is it for?",
        ),
        FieldPanel("named"),
        FieldPanel("longer"),
    ],
    heading="Who and when",
)
LUNDY = ObjectList(
    [
        FieldPanel("space_note"),
        FieldPanel("voice_formats"),
        FieldPanel("audience"),
        FieldPanel("influence_due"),
        FieldPanel("purpose"),
        FieldPanel("decision"),
    ],
    heading="Space, voice, audience, influence",
)
QUESTIONNAIRE_TABS = TabbedInterface([QUESTIONS, WHO_AND_WHEN, LUNDY], base_form_class=QuestionnaireForm)
