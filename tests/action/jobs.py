"""Runs a job of a workflow: its own steps with bash, our action with the runner, other actions as the test says."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from tests.action.runner import Outcome, Runner
from tests.action.steps import Event, Steps, Used

OURS = ("./", "datamodel-check/datamodel-check@")


class Job(NamedTuple):
    """What is left of a job."""

    code: int
    log: str
    known: Mapping[str, str]
    checks: tuple[Outcome, ...]


def run(
    runner: Runner,
    job: Mapping[str, Any],
    workspace: Path,
    known: Mapping[str, str] | None = None,
    event: Event | None = None,
    actions: Mapping[str, Callable[[dict[str, str]], Mapping[str, str]]] | None = None,
) -> Job:
    """`known` are contexts (`github.ref`), `actions` what other actions do, by their names without a version."""
    checks: list[Outcome] = []
    event = event or Event()

    def use(step: dict[str, Any], given: dict[str, str]) -> Used:
        name = step["uses"].partition("@")[0]
        if step["uses"].startswith(OURS):
            checks.append(runner.check(workspace, given, event))
            return Used(checks[-1].code, checks[-1].log, checks[-1].outputs)
        act = (actions or {}).get(name)
        return Used(outputs=act(given) if act else {})

    contexts = {"runner.temp": str(runner.temp), "github.event_name": event.name, **(known or {})}
    steps = Steps(workspace, runner.temp, contexts, use, event)
    steps.run(job["steps"])
    return Job(steps.code, steps.log, steps.known, tuple(checks))


def workflow(text: str) -> dict[str, Any]:
    """The jobs of a workflow."""
    jobs: dict[str, Any] = yaml.safe_load(text)["jobs"]
    return jobs
