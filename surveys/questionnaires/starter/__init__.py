"""The questions and questionnaires we ship: original text, plain data, no database."""
