"""The invite texts in the CMS: editors write, administrators publish (D32)."""

from typing import Any

from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel, ObjectList
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from accounts.models import Role
from core.read_aloud import READ_ALOUD, ReadAloudForm
from participation.meetings.models import InviteWording


class WordingPolicy(ModelPermissionPolicy):
    """The same rule as `InviteWording.publish`, so that nobody is shown a button that refuses."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        if action in ("publish", "delete"):
            return bool(user.is_active and user.has_role(Role.ADMINISTRATOR))
        return bool(user.is_active and user.has_role(Role.ADMINISTRATOR, Role.PARTICIPATION_WORKER))


WHAT_TO_READ = (
    "Every young person with this text hears the same recording. Read these words only, and never a name, a day, "
    "a time or a place. Where the text has {worker} say “your worker”; for {chair} say “the person who runs the "
    "meeting”. When and where stays out of the recording, and the page says so."
)


class InviteWordingViewSet(SnippetViewSet):
    model = InviteWording
    icon = "mail"
    menu_label = "Invite texts"
    add_to_admin_menu = True
    copy_view_enabled = False
    list_display = ["kind", "audience", "language", "live"]
    list_filter = ["kind", "audience", "live"]
    words = [
        MultiFieldPanel([FieldPanel("kind"), FieldPanel("audience"), FieldPanel("language")], heading="For whom"),
        MultiFieldPanel([FieldPanel("title"), FieldPanel("what"), FieldPanel("why")], heading="What and why"),
        MultiFieldPanel([FieldPanel("not_blame"), FieldPanel("your_say")], heading="Not to blame, a say"),
        MultiFieldPanel(
            [FieldPanel("before"), FieldPanel("on_the_day"), FieldPanel("afterwards")], heading="How it works"
        ),
        MultiFieldPanel([FieldPanel("choices"), FieldPanel("no_is_ok")], heading="Choices"),
        MultiFieldPanel(
            [FieldPanel("who_reads"), FieldPanel("advocate"), FieldPanel("rights")],
            heading="Who reads, help, rights",
        ),
        MultiFieldPanel(
            [HelpPanel(WHAT_TO_READ), *(FieldPanel(name) for name in READ_ALOUD)], heading="Read aloud by a person"
        ),
    ]
    edit_handler = ObjectList(words, base_form_class=ReadAloudForm)


# before the snippet: Wagtail would else hand out a policy of its own
register_permission_policy(InviteWording, WordingPolicy(InviteWording))
register_snippet(InviteWordingViewSet)
