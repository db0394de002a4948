"""Who: names, offices and roles in the text, each with the political actor that it stands for."""

from lacos.actors.lookup import ActorError, code_of
from lacos.actors.mentions import GUESSED, Mentions, is_guess
from lacos.actors.resolution import resolve

__all__ = ["GUESSED", "ActorError", "Mentions", "code_of", "is_guess", "resolve"]
