"""Checks on words: how hard a text is, whether it blames, whether it can be plainer. Pure Python."""

from core.wording.blame import blaming_words
from core.wording.checks import Finding, check_text
from core.wording.jargon import jargon
from core.wording.passages import Passage, passages, plain_text
from core.wording.readability import Reading, readability
from core.wording.rules import RULES, Level, Rule
from core.wording.targets import SUBGROUP_SUMMARY, TARGETS, Target, target_for

__all__ = [
    "RULES",
    "SUBGROUP_SUMMARY",
    "TARGETS",
    "Finding",
    "Level",
    "Passage",
    "Reading",
    "Rule",
    "Target",
    "blaming_words",
    "check_text",
    "jargon",
    "passages",
    "plain_text",
    "readability",
    "target_for",
]
