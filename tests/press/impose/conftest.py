"""Finds the makers of numbered files and the folder of sheets beside this file."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
