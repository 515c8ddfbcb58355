"""Content folder -> Programme: what is said, checked and frozen."""

from progprint.programme.read import desk_for, read_programme

__all__ = ["desk_for", "read_programme"]
