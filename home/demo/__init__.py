"""A whole council, invented: it goes in through the same functions that the web uses."""
