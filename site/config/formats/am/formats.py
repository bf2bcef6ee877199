"""Django has none for this language: days and numbers as in British English until a speaker says better."""

from django.conf.locale.en_GB.formats import *  # noqa: F403  a module of formats is all its names
