"""Bytes of a PDF file, ours or a stranger's, and a profile -> findings with page and place."""

from progprint.press.preflight.kept import preflight
from progprint.press.preflight.types import Finding, Report

__all__ = ["Finding", "Report", "preflight"]
