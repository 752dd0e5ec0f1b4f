"""Settings of the whole suite: a steady hypothesis profile, and the skip of tests without real data."""

import os

import pytest
from hypothesis import HealthCheck, settings
from shared import SHARED

settings.register_profile("suite", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")

if os.environ.get("TESTS_NEED_SHARED") and not SHARED.is_dir():
    pytest.exit("the real data are asked for but not beside the checkout", returncode=3)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs the real data where they are not beside the checkout."""
    if not SHARED.is_dir():
        for item in items:
            if item.get_closest_marker("shared"):
                item.add_marker(pytest.mark.skip(reason="needs ../shared"))
