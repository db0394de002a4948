"""Slow, exact models that teach the fast pipeline: they read the raw news once, and what they are sure of becomes training text.

Needed for training alone (PyTorch). Method: Hinton et al. (2015) and Kim and Rush (2016), distillation by a stronger model's output.
"""
