"""Who says so: speakers, cues and contents, the speaker's stance, and which events are only somebody's word."""

from lacos.statements.attribution import attribute
from lacos.statements.finding import find
from lacos.statements.voice import give_voice

__all__ = ["attribute", "find", "give_voice"]
