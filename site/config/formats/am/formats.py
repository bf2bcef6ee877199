"""Django has none for this language: days and numbers as in British English until a speaker says better."""

from config.formats.british import *  # noqa: F403  a module of formats is all its names
