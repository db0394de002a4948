"""Who: names, offices and roles in the text, each with the political actor that it stands for."""

from lacos.actors.mentions import Mentions
from lacos.actors.resolution import GUESSED, resolve

__all__ = ["GUESSED", "Mentions", "resolve"]
