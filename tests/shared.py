"""Where the real lists, vendors and documents stand; they are read in place, never copied."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"
DATA = SHARED / "data"
VENDORS = DATA / "vendors"

needs_shared = pytest.mark.shared
"""Marks a test that reads the real data; `conftest.py` skips it where they are missing."""
