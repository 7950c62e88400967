"""Fixtures of all tests, and what stands under their report: how many mutants were made, and what became of them."""

from collections import Counter

import pytest
from hypothesis import settings

# How long an example takes depends on the machine, and on nothing that these tests are about.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

COUNTED = {
    "semantic": "semantic mutants reported, the fact named",
    "cosmetic": "cosmetic mutants silent",
    "conformance": "schemas with the facts of the real library",
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
