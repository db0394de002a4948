"""The training of the network of :mod:`lacos.events.network`: ``python -m training.pt.coder``."""
