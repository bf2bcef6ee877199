"""Disclosure control: counts in, protected tables out.

Pure Python: no Django, no database, no clock, no file. Everything that decides whether one
young person could be recognised in a published number is in this folder and can be read,
tested and attacked on its own. The method and its reasons are told in docs/disclosure.md.
"""
