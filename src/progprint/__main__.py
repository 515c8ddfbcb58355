"""`python -m progprint` -> the command line."""

import sys

from progprint.cli import main

if __name__ == "__main__":
    sys.exit(main())
