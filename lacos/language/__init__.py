"""Linguistic analysis: one folder a language with its pipeline and lexicons.

Everything above depends on Universal Dependencies labels alone.
"""

from lacos.language.detection import detect
from lacos.language.pipelines import LANGUAGES, LanguageError, analyse, analyse_all, describe, load

__all__ = ["LANGUAGES", "LanguageError", "analyse", "analyse_all", "describe", "detect", "load"]
