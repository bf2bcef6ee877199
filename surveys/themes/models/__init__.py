from surveys.themes.models.coding import AgreedThemes, Coding
from surveys.themes.models.quotes import QuoteCandidate
from surveys.themes.models.sets import Theme, ThemeSet

__all__ = ["AgreedThemes", "Coding", "QuoteCandidate", "Theme", "ThemeSet"]
