"""Names of the studio's addresses for questionnaires, as Wagtail makes them."""

NAMESPACE = "wagtailsnippets_questionnaires_questionnaire"
EDIT = f"{NAMESPACE}:edit"
PUBLISH = f"{NAMESPACE}:publish"
BANK = "wagtailsnippets_questionnaires_bankquestion:list"
