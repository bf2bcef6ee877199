from participation.listening.models.alerts import Alert, AlertStep
from participation.listening.models.people import Listener, NotThem, ReaderDuty
from participation.listening.models.readings import Nudge, Reading

__all__ = ["Alert", "AlertStep", "Listener", "NotThem", "Nudge", "ReaderDuty", "Reading"]
