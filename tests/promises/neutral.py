"""Words that tell a bystander what the place is for. None of them stands where a screen can be seen in passing."""

import re

TELLING = re.compile(
    r"exploit|abus(?:e|ing)|safeguard|police|council|social (?:work|care)|sexual|victim|crim(?:e|inal)"
    r"|groom|traffick|county lines|at risk|in danger|protection|derby|missing (?:child|person|from)"
    r"|\bmash\b|\bmace\b|\bcse\b|\bcce\b|\bvyp\b",
    re.IGNORECASE,
)
