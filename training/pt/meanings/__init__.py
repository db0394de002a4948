"""The vectors of lemmas of :mod:`lacos.language.meanings`: ``python -m training.pt.meanings``."""
