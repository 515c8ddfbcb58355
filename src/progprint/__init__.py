"""progprint: a film festival's text files -> its printed programme."""

__version__ = "0.1.0"
