"""Two PDFs -> what changed between them, and a report to look at."""

from progprint.proofs.compare import Comparison, compare_files
from progprint.proofs.listing import as_json_object, lines_of
from progprint.proofs.report import write_report

__all__ = ["Comparison", "as_json_object", "compare_files", "lines_of", "write_report"]
