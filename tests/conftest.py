"""What holds for all tests: properties are tried on the same examples every time, and no core idles."""

import os

from hypothesis import settings

settings.register_profile("repeatable", derandomize=True, database=None, deadline=None)
settings.load_profile("repeatable")


def pytest_xdist_auto_num_workers() -> int:
    """One process more than there are cores, as the end-to-end tests wait for others most of their time."""
    return (os.cpu_count() or 1) + 1
