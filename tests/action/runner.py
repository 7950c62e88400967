"""A runner for composite actions: the steps of `action.yml` run with bash and the files of GITHUB_*, as on GitHub."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

ROOT = Path(__file__).parents[2]


class Outcome(NamedTuple):
    """What a run of the action left behind."""

    code: int
    log: str
    outputs: dict[str, str]
    summary: str

    @property
    def annotations(self) -> list[str]:
        return [line for line in self.log.splitlines() if line.startswith("::")]


class Runner:
    """Runs the action in workspaces; `temp` is RUNNER_TEMP, where the action installs itself once."""

    def __init__(self, temp: Path) -> None:
        self.temp = temp
        self.action: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text())

    def install(self) -> None:
        outcome = self._run(("python", "install"), temp_workspace(self.temp), {})
        assert outcome.code == 0, outcome.log

    def check(self, workspace: Path, inputs: Mapping[str, str] | None = None) -> Outcome:
        return self._run(("check",), workspace, inputs or {})

    def _run(self, steps: tuple[str, ...], workspace: Path, given: Mapping[str, str]) -> Outcome:
        inputs = {name: str(spec["default"]) for name, spec in self.action["inputs"].items()} | dict(given)
        files = {name: self.temp / name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
        for file in files.values():
            file.write_text("")
        known = {f"inputs.{name}": value for name, value in inputs.items()}
        known |= {"github.action_path": str(ROOT), "steps.python.outputs.python-path": sys.executable}
        code, log = 0, ""
        for step in self.action["runs"]["steps"]:
            if step["id"] not in steps or "run" not in step:
                continue
            assert "${{" not in step["run"], "expressions in scripts can be injected into"
            environment = {name: _substituted(value, known) for name, value in step.get("env", {}).items()}
            done = subprocess.run(
                [step["shell"], "-c", step["run"]],
                cwd=workspace,
                env=_clean_environment()
                | {k: str(v) for k, v in files.items()}
                | environment
                | {"RUNNER_TEMP": str(self.temp), "GITHUB_WORKSPACE": str(workspace)},
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                check=False,
            )
            code, log = done.returncode, log + done.stdout
            if code:
                break
        lines = files["GITHUB_OUTPUT"].read_text().splitlines()
        outputs = dict(line.split("=", 1) for line in lines)
        return Outcome(code, log, outputs, files["GITHUB_STEP_SUMMARY"].read_text())


def temp_workspace(temp: Path) -> Path:
    folder = temp / "workspace"
    folder.mkdir(exist_ok=True)
    return folder


def _substituted(value: str, known: Mapping[str, str]) -> str:
    return re.sub(r"\$\{\{ (\S+) \}\}", lambda found: known[found[1]], str(value))


def _clean_environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "RUNNER_"))}
