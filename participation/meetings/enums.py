"""The closed lists that describe a meeting and an invitation. Values are stored; labels are for people."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MeetingKind(models.TextChoices):
    """What the child reads about each kind is an `InviteWording`, edited in the CMS."""

    STRATEGY = "strategy", _("A meeting to plan how to keep you safe")
    NETWORK = "network", _("A meeting of the people around you")
    REVIEW = "review", _("A meeting to check how the plan is going")


class News(models.TextChoices):  # for staff
    """A change the young person has to be told in person (S1)."""

    NONE = "", _("No change")
    MOVED = "moved", _("Moved")
    CANCELLED = "cancelled", _("Not happening")


class PersonKind(models.TextChoices):
    """What somebody at the meeting does, in the words the child reads (S29)."""

    WORKER = "worker", _("your worker")
    CHAIR = "chair", _("runs the meeting and checks promises are kept")
    POLICE = "police", _("police officer, tries to stop people who hurt or use children")
    SCHOOL = "school", _("from your school or college")
    HEALTH = "health", _("nurse or doctor, helps you stay well")
    FAMILY = "family", _("from your family")
    CARER = "carer", _("looks after you where you live")
    HOUSING = "housing", _("helps with a place to live")
    YOUTH = "youth", _("youth worker")
    ADVOCATE = "advocate", _("helps you say what you want, not your worker")
    INTERPRETER = "interpreter", _("turns the talking into your language")


class AdultKind(models.TextChoices):  # for staff
    """Adults who might be given the parent and carer leaflet (S4)."""

    PARENT = "birth_parent", _("Birth parent")
    FOSTER_CARER = "foster_carer", _("Foster carer")
    HOME_STAFF = "home_staff", _("Staff at the children's home")
    OTHER = "other", _("Another adult")


class Decision(models.TextChoices):  # for staff
    SEND = "send", _("Give it to them")
    HOLD = "hold", _("Wait for now")
    NEVER = "never", _("Never")


class SafeToTell(models.TextChoices):  # for staff
    YES = "yes", _("Yes, it is safe to tell them")
    NOT_YET = "not_yet", _("Not yet")


class HandOver(models.TextChoices):  # for staff
    """How the card reaches the young person: by hand, always (S1)."""

    WORKER = "worker", _("I give it to them myself")
    ADVOCATE = "advocate", _("Their advocate gives it to them")
    TRUSTED = "trusted", _("Another adult they trust gives it to them")


class Place(models.TextChoices):  # for staff
    """Where they are, as far as it changes what we may give them (S20)."""

    COMMUNITY = "community", _("At home, in care or in their own place")
    CUSTODY = "custody", _("In custody")


class Behind(models.TextChoices):  # for staff
    """What the agreed word opens (S2)."""

    WHEN = "when", _("When, where and who")
    READ = "read", _("Who has read their words")
    ADVOCATE = "advocate", _("News about an advocate")
    OUTCOME = "outcome", _("What came of it")


class TakePart(models.TextChoices):
    """The choices of question Q17; the ids are those of the question bank."""

    ALL = "all-of-it", _("Go to all of it")
    SOME = "some-of-it", _("Go to some of it")
    REMOTE = "phone-or-video", _("Join by phone or video")
    BEFORE = "one-person-before", _("Meet one person before")
    WORDS = "my-words", _("Send my words")
    DRAWING = "drawing-or-voice", _("Send a drawing or voice note")
    SPEAKER = "someone-speaks", _("Have someone speak for me")
    NOT_NOW = "not-this-time", _("Not this time")


class WantsAdvocate(models.TextChoices):
    """The choices of question Q19; the ids are those of the question bank."""

    YES = "yes", _("Yes, I'd like an advocate")
    TELL_ME = "tell-me-more", _("Tell me more first")
    NO = "no", _("No, thank you")
    HAVE_ONE = "have-one", _("I have one already")


class LineKind(models.TextChoices):
    DECIDED = "decided", _("What was decided")
    WHY = "why", _("Why")
    COULD_NOT = "could_not", _("What we could not do")
    NEXT = "next", _("What happens next")
    NOT_YET = "not_yet", _("A part we can't tell you yet")


class VisitReason(models.TextChoices):  # for staff
    OTHER_HAS_CARD = "other_has_card", _("Someone else has their card")
    ASK_ALONE = "ask_alone", _("Ask them alone whether these are their words")


class VisitResult(models.TextChoices):  # for staff
    KEPT = "kept", _("Spoke with them. The card stays as it is")
    NEW_CODE = "new_code", _("Spoke with them. A new code was made")
    STOPPED = "stopped", _("Spoke with them. The card was stopped")
