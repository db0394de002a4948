"""Who: names, offices and roles in the text, each with the political actor that it stands for."""

from lacos.actors.mentions import GUESSED, Mentions, is_guess
from lacos.actors.resolution import resolve

__all__ = ["GUESSED", "Mentions", "is_guess", "resolve"]
