"""Pages of a PDF file -> sheets that a press prints and a binder folds.

Nothing is imported here: `file` opens PDFs, `types` and `sizes` are what the command line needs at once.
"""
