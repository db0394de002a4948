"""Who says so: speakers, cues and contents, the speaker's stance."""

from lacos.statements.finding import find
from lacos.statements.persons import stances
from lacos.statements.voice import give_voice
from lacos.statements.weighing import weigh

__all__ = ["find", "give_voice", "stances", "weigh"]
