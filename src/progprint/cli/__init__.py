"""Words typed at a prompt -> an exit code; the only room that prints."""

from progprint.cli.guard import main

__all__ = ["main"]
