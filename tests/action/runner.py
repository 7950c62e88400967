"""A runner for composite actions: the steps of `action.yml` run with bash and the files of GITHUB_*, as on GitHub.

Actions that a step `uses` are not run: their outputs are given, and what they were called with is kept.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

ROOT = Path(__file__).parents[2]

AWAY = ("GITHUB_", "RUNNER_", "GIT_")
"""The beginnings of variables that steps do not inherit: tests may run in CI or in a hook."""


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


class Event(NamedTuple):
    """What started the workflow: its name, what GitHub tells of it, and the commit that GITHUB_SHA names."""

    name: str = "workflow_dispatch"
    payload: Mapping[str, Any] = {}
    commit: str = ""


class Runner:
    """Runs the action in workspaces; `temp` is RUNNER_TEMP, where the action installs itself once."""

    def __init__(self, temp: Path) -> None:
        self.temp = temp
        self.action: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text())
        self.installed: dict[str, str] = {}

    def install(self) -> None:
        run = _Run(self, self.temp, {}, Event())
        run.steps("python", "install")
        assert run.code == 0, run.log
        self.installed = run.known

    def check(self, workspace: Path, inputs: Mapping[str, str] | None = None, event: Event | None = None) -> Outcome:
        """The steps after the installation."""
        run = _Run(self, workspace, inputs or {}, event or Event())
        run.known |= {name: value for name, value in self.installed.items() if name.startswith("steps.")}
        run.steps("run", "patch")
        outputs = {name: run.substituted(spec["value"]) for name, spec in self.action["outputs"].items()}
        return Outcome(run.code, run.log, outputs, run.summary, run.used)


class _Run:
    """One run of some steps."""

    def __init__(self, runner: Runner, workspace: Path, inputs: Mapping[str, str], event: Event) -> None:
        given = {name: str(spec["default"]) for name, spec in runner.action["inputs"].items()} | dict(inputs)
        self.all_steps = runner.action["runs"]["steps"]
        self.workspace = workspace
        self.known = {f"inputs.{name}": value for name, value in given.items()}
        self.known |= {"github.action_path": str(ROOT), "steps.python.outputs.python-path": sys.executable}
        self.code, self.log, self.summary = 0, "", ""
        self.used: dict[str, dict[str, str]] = {}
        self.files = {
            name: runner.temp / name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_EVENT_PATH")
        }
        self.files["GITHUB_EVENT_PATH"].write_text(json.dumps(event.payload))
        self.environment = _clean_environment() | {
            "GITHUB_EVENT_NAME": event.name,
            "GITHUB_SHA": event.commit,
            "GITHUB_WORKSPACE": str(workspace),
            "RUNNER_TEMP": str(runner.temp),
        }
        self.environment |= {name: str(path) for name, path in self.files.items()}

    def steps(self, *names: str) -> None:
        for step in self.all_steps:
            if step["id"] in names and self._is_wanted(step.get("if", "success()")):
                self._use(step) if "uses" in step else self._run(step)

    def _is_wanted(self, condition: str) -> bool:
        """Conditions are `A && B` of status functions and comparisons with the empty string."""
        parts = re.sub(r"^\$\{\{ (.*) \}\}$", r"\1", condition).split(" && ")
        unconditional = {"!cancelled()", "always()"}
        if self.code and not unconditional & set(parts):
            return False
        compared = [part.removesuffix(" != ''") for part in parts if part not in unconditional | {"success()"}]
        return all(self._value(name) for name in compared)

    def _use(self, step: dict[str, Any]) -> None:
        _, _, revision = step["uses"].partition("@")
        assert re.fullmatch(r"[0-9a-f]{40}", revision), "actions are pinned by their full commit id"
        self.used[step["id"]] = {name: self.substituted(str(value)) for name, value in step["with"].items()}

    def _run(self, step: dict[str, Any]) -> None:
        assert "${{" not in step["run"], "expressions in scripts can be injected into"
        for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY"):
            self.files[name].write_text("")
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=self.workspace,
            env=self.environment | {name: self.substituted(value) for name, value in step.get("env", {}).items()},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        self.code, self.log = done.returncode, self.log + done.stdout
        for line in self.files["GITHUB_OUTPUT"].read_text().splitlines():
            name, _, value = line.partition("=")
            self.known[f"steps.{step['id']}.outputs.{name}"] = value
        self.summary += self.files["GITHUB_STEP_SUMMARY"].read_text()

    def substituted(self, text: str) -> str:
        return re.sub(r"\$\{\{ (.+?) \}\}", lambda found: self._value(found[1]), text)

    def _value(self, expression: str) -> str:
        """Names of contexts and strings, joined by `||`."""
        values = (part[1:-1] if part.startswith("'") else self.known.get(part, "") for part in expression.split(" || "))
        return next((value for value in values if value), "")


def _clean_environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith(AWAY)}
