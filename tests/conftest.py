"""Fixtures of all tests, and what stands under their report: how often the real libraries agree."""

import os
from collections import Counter

import pytest
from hypothesis import settings

# Its assertions speak for the tests that use it; before anything imports it.
pytest.register_assert_rewrite("tests.extract.vocabulary")

# How long an example takes depends on the machine, and which are tried must not depend on luck: a commit is green or
# red for good. `HYPOTHESIS_PROFILE=explore pytest` tries many others.
settings.register_profile("repeatable", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=3000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))

# What one test found out must not answer another one. The tests of the memory itself switch it on.
os.environ["DATAMODEL_CHECK_CACHE"] = "off"

COUNTED = {
    "conformance": "schemas with the facts of the real library",
    "merges": "merges of branches that change different tables, clean and true",
    "healed": "merges of branches that change one table, stale or in conflict, and healed",
    "writes": "interrupted writes after which every document was whole",
}


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    good: Counter[str] = Counter()
    made: Counter[str] = Counter()
    reports = [*terminalreporter.getreports("passed"), *terminalreporter.getreports("failed")]
    for report in reports:
        for name, value in report.user_properties:
            if name in COUNTED:
                good[name] += value[0]
                made[name] += value[1]
    if made:
        terminalreporter.section("counted")
    for name, meaning in COUNTED.items():
        if made[name]:
            terminalreporter.line(f"{good[name]} of {made[name]} {meaning}")
