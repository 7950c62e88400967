"""The step: inputs → a mode → annotations, summary and outputs."""

import json
import os
import sys
import tempfile

from action import base, inputs, log, tool
from action.inputs import Inputs
from action.modes import MODES
from action.result import Result, ToolError


def main() -> int:
    os.environ["RESULTS"] = tempfile.mkdtemp(prefix="datamodel-check-", dir=os.environ["RUNNER_TEMP"])
    try:
        wanted = inputs.read(os.environ)
        os.chdir(os.path.join(os.environ["GITHUB_WORKSPACE"], wanted.directory))
        tool.trust(os.path.realpath("."))
        result = MODES[wanted.mode](wanted, _base(wanted))
    except (inputs.InputError, ToolError, OSError) as error:
        log.annotate("error", f"The check could not complete: {error}")
        result = Result(2, "failed", summary="## The data model could not be checked\n\nThe log says why.\n")
    _write(result)
    return result.code


def _base(wanted: Inputs) -> str | None:
    try:
        return base.find(wanted.base, os.environ)
    except base.BaseError as error:
        if wanted.mode == "diff" or wanted.fail_on == "introduced":
            raise ToolError(str(error)) from error
        log.annotate("notice", str(error))
        return None


def _write(result: Result) -> None:
    """The summary and the outputs: https://docs.github.com/actions/reference/workflow-commands#environment-files."""
    path = os.path.join(os.environ["RESULTS"], "summary.md")
    for name in (path, os.environ["GITHUB_STEP_SUMMARY"]):
        with open(name, "a", encoding="utf-8", newline="\n") as file:
            file.write(result.summary)
    outputs = {
        "result": result.verdict,
        "counts": json.dumps(result.counts),
        "report": result.report,
        "sarif-file": result.sarif,
        "patch-file": result.patch,
        "artifact": result.artifact,
        "summary-file": path,
    }
    with open(os.environ["GITHUB_OUTPUT"], "a", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{name}={value}\n" for name, value in outputs.items())


if __name__ == "__main__":
    sys.exit(main())
