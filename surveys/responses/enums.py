from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class TicketKind(TextChoices):  # for staff
    MEETING = "meeting", _("A meeting")
    CONSULTATION = "consultation", _("A consultation")


class AnswerState(TextChoices):  # for staff
    """A blank never looks like "no views": each way of not answering keeps its own name (S24)."""

    ANSWERED = "answered", _("Answered")
    SKIPPED = "skipped", _("Skipped")
    DECLINED = "declined", _("I don't want to say")
    NOT_ASKED = "not_asked", _("Not asked")


class Share(TextChoices):
    """The one sharing choice, made at review (S8)."""

    JUST = "just", _("Just my worker and the person who runs the meeting")
    PEOPLE = "people", _("People at the meeting can hear what I tick")


class FilledBy(TextChoices):
    ME = "me", _("Me")
    HELP = "help", _("Me, with help")
    OTHER = "other", _("Someone else")


class Helper(TextChoices):
    """Who sits with the child. A kind of person, never a name: names of others are not ours to keep."""

    WORKER = "worker", _("Your worker")
    CARER = "carer", _("Someone you live with")
    FRIEND = "friend", _("A friend")
    ADVOCATE = "advocate", _("Your advocate")
    OTHER = "other", _("Someone else")


class ChangeKind(TextChoices):
    CHANGE = "change", _("Change something")
    TAKE_BACK = "take_back", _("Take it back")


class PieceKind(TextChoices):
    """Other ways to answer than words. No photo in the first release (S19)."""

    DRAWING = "drawing", _("A drawing")
    VOICE = "voice", _("A voice note")
