"""Under the report of the tests stands what became of all mutants, layer by layer and system by system.

A module (or one case of it) says by `pytest.mark.mutants(layer, system)` whose mutants it makes. A test that makes many
at once records `(good, made)` under the kind of mutant; one that is about a single mutant need not.
"""

from collections.abc import Callable, Iterator
from typing import cast

import pytest

from tests.mutation.scores import KINDS, Score, table


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "mutants(layer, system): whose mutants these are")


@pytest.fixture(autouse=True)
def _marked(request: pytest.FixtureRequest, record_property: Callable[[str, object], None]) -> None:
    """Reports know no marks, only properties."""
    mark = request.node.get_closest_marker("mutants")
    if mark:
        record_property("mutants", mark.args)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reports = [report for kind in ("passed", "failed") for report in terminalreporter.getreports(kind)]
    scores = [score for report in reports if report.when == "call" for score in _scores(report)]
    if scores:
        terminalreporter.section("mutants")
    for line in table(scores) if scores else ():
        terminalreporter.line(line)


def _scores(report: pytest.TestReport) -> Iterator[Score]:
    properties = dict(report.user_properties)
    if "mutants" in properties:
        layer, system = cast("tuple[str, str]", properties["mutants"])
        for kind in KINDS:
            one = (int(report.passed), 1) if f"::test_{kind}[" in report.nodeid else (0, 0)
            good, made = cast("tuple[int, int]", properties.get(kind, one))
            yield Score(layer, system, kind, good, made)
