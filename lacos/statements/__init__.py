"""Who says so: speakers, cues and contents, the speaker's stance."""

from lacos.statements.finding import find
from lacos.statements.voice import give_voice

__all__ = ["find", "give_voice"]
