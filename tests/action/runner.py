"""A runner for composite actions: the steps of `action.yml` run with bash and the files of GITHUB_*, as on GitHub.

Actions that a step `uses` are not run: their outputs are given, and what they were called with is kept.
"""

import json
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from tests.action.steps import Event, Steps, Used

ROOT = Path(__file__).parents[2]


class Outcome(NamedTuple):
    """What a run of the action left behind."""

    code: int
    log: str
    outputs: dict[str, str]
    """Those of the action."""
    summary: str
    used: dict[str, dict[str, str]]
    """Of each step that uses an action and was not skipped, its id and what it was called with."""

    @property
    def annotations(self) -> list[str]:
        return [line for line in self.commands if re.match(r"::(error|warning|notice)\b", line)]

    @property
    def commands(self) -> list[str]:
        """What GitHub's runner takes for commands (`ActionCommand.cs`, `ActionCommandManager.cs` of its sources)."""
        found, stopped = [], None
        for line in self.log.splitlines():
            if stopped:
                stopped = None if line.strip() == f"::{stopped}::" else stopped
            elif line.lstrip().startswith("::") or "##[" in line:
                found.append(line)
                stop = re.match(r"::stop-commands::(.+)", line)
                stopped = stop[1] if stop else None
        return [line for line in found if not line.startswith("::stop-commands::")]

    @property
    def counts(self) -> Any:
        return json.loads(self.outputs["counts"])

    def file(self, output: str) -> str:
        """The text of the file that an output names."""
        return Path(self.outputs[output]).read_bytes().decode()


class Runner:
    """Runs the action in workspaces; `temp` is RUNNER_TEMP, where the action installs itself once."""

    def __init__(self, temp: Path) -> None:
        self.temp = temp
        self.action: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text())
        self.installed: dict[str, str] = {}

    def install(self, workspace: Path | None = None) -> None:
        steps = self._steps(workspace or self.temp, {}, Event(), {})
        steps.run(self._named("python", "install"))
        assert steps.code == 0, steps.log
        self.installed = steps.known

    def check(self, workspace: Path, inputs: Mapping[str, str] | None = None, event: Event | None = None) -> Outcome:
        """The steps after the installation."""
        used: dict[str, dict[str, str]] = {}
        steps = self._steps(workspace, inputs or {}, event or Event(), used)
        steps.known |= {name: value for name, value in self.installed.items() if name.startswith("steps.")}
        steps.run(self._named("run", "patch"))
        outputs = {name: steps.substituted(spec["value"]) for name, spec in self.action["outputs"].items()}
        return Outcome(steps.code, steps.log, outputs, steps.summary, used)

    def _named(self, *names: str) -> list[dict[str, Any]]:
        return [step for step in self.action["runs"]["steps"] if step["id"] in names]

    def _steps(
        self, workspace: Path, inputs: Mapping[str, str], event: Event, used: dict[str, dict[str, str]]
    ) -> Steps:
        def use(step: dict[str, Any], given: dict[str, str]) -> Used:
            used[step["id"]] = given
            return Used(outputs={"python-path": sys.executable} if step["id"] == "python" else {})

        given = {name: str(spec["default"]) for name, spec in self.action["inputs"].items()} | dict(inputs)
        known = {f"inputs.{name}": value for name, value in given.items()} | {"github.action_path": str(ROOT)}
        return Steps(workspace, self.temp, known, use, event)
