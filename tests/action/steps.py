"""Runs the steps of a composite action or of a job with bash and the files of GITHUB_*, as GitHub does."""

import json
import os
import subprocess
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from tests.action.expressions import is_wanted, substituted

AWAY = ("GITHUB_", "RUNNER_", "GIT_")
"""The beginnings of variables that steps do not inherit: tests may run in CI or in a hook."""

Use: TypeAlias = Callable[[dict[str, Any], dict[str, str]], "Used"]
"""What a step that uses an action comes to; it is given the step and its inputs."""


class Used(NamedTuple):
    code: int = 0
    log: str = ""
    outputs: Mapping[str, str] = {}


class Event(NamedTuple):
    """What started the workflow: its name, what GitHub tells of it, and the commit that GITHUB_SHA names."""

    name: str = "workflow_dispatch"
    payload: Mapping[str, Any] = {}
    commit: str = ""


class Steps:
    """Steps that run one after the other. `known` are the values that expressions may name."""

    def __init__(self, workspace: Path, temp: Path, known: Mapping[str, str], use: Use, event: Event) -> None:
        self.workspace = workspace
        self.known = dict(known)
        self.code, self.log, self.summary = 0, "", ""
        self._use = use
        self._files = {name: temp / name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_EVENT_PATH")}
        self._files["GITHUB_EVENT_PATH"].write_text(json.dumps(event.payload))
        self._environment = {name: value for name, value in os.environ.items() if not name.startswith(AWAY)} | {
            "GITHUB_EVENT_NAME": event.name,
            "GITHUB_SHA": event.commit,
            "GITHUB_WORKSPACE": str(workspace),
            "RUNNER_TEMP": str(temp),
            **{name: str(path) for name, path in self._files.items()},
        }

    def run(self, steps: Iterable[dict[str, Any]]) -> None:
        for step in steps:
            if is_wanted(step.get("if", "success()"), self.known, failed=bool(self.code)):
                given = {name: self.substituted(str(value)) for name, value in step.get("with", {}).items()}
                done = self._use(step, given) if "uses" in step else self._run(step)
                self.log += done.log
                if done.code and not step.get("continue-on-error"):
                    self.code = self.code or done.code
                self.known[f"steps.{step.get('id')}.outcome"] = "failure" if done.code else "success"
                for name, value in done.outputs.items():
                    self.known[f"steps.{step.get('id')}.outputs.{name}"] = value

    def substituted(self, text: str) -> str:
        return substituted(text, self.known)

    def _run(self, step: dict[str, Any]) -> Used:
        assert "${{" not in step["run"], "expressions in scripts can be injected into"
        for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY"):
            self._files[name].write_text("")
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=self.workspace,
            env=self._environment | {name: self.substituted(str(text)) for name, text in step.get("env", {}).items()},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        self.summary += self._files["GITHUB_STEP_SUMMARY"].read_text()
        lines = self._files["GITHUB_OUTPUT"].read_text().splitlines()
        return Used(done.returncode, done.stdout, dict(line.split("=", 1) for line in lines))
