from participation.listening.models.alerts import Alert, AlertStep
from participation.listening.models.interpreters import (
    Interpreter,
    InterpreterChoice,
    InterpreterDays,
    InterpreterWanted,
    Interpreting,
)
from participation.listening.models.people import Listener, NotThem, ReaderDuty
from participation.listening.models.readings import LaterReader, Nudge, Reading

__all__ = [
    "Alert",
    "AlertStep",
    "Interpreter",
    "InterpreterChoice",
    "InterpreterDays",
    "InterpreterWanted",
    "Interpreting",
    "LaterReader",
    "Listener",
    "NotThem",
    "Nudge",
    "ReaderDuty",
    "Reading",
]
