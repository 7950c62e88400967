"""What each mode does with the tool."""

import json
import os
from collections import Counter
from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Any

from action import log, tool
from action.inputs import Inputs
from action.result import Result, ToolError
from action.summary import compose

ARTIFACT = "datamodel-check-patch"
"""What the patch is uploaded as; jobs that look at parts of a repository add what tells them apart."""

SHOWN = 9
"""Annotations of one level, of the ten that GitHub shows."""


def check(wanted: Inputs, base: str | None) -> Result:
    """Documents against code; the patch that repairs them lies beside the report. Raises `ToolError`."""
    report, sarif, markdown = (_file(f"report.{kind}") for kind in ("json", "sarif", "md"))
    since = [f"--base={base}"] if base else []
    if wanted.fail_on == "introduced":
        since.append("--fail-on=introduced")
    files = ("-o", f"json={report}", "-o", f"sarif={sarif}", "-o", f"markdown={markdown}")
    done = _completed(tool.run("check", "--output-format=github", *files, *since, *_scope(wanted)))
    log.commands(done.out)
    log.tell(done.err)
    found = json.loads(_read(report))
    patch = _patch(wanted, since)
    return Result(
        0 if wanted.fail_on == "never" else done.code,
        "findings" if found["findings"] else "clean",
        _counts(found),
        report,
        sarif,
        patch,
        artifact(wanted) if patch else "",
        compose(_read(markdown), _told(wanted, base), _read(patch) if patch else "", artifact(wanted)),
    )


def fix_patch(wanted: Inputs, base: str | None) -> Result:
    """As `check`; but what the patch repairs does not fail. Raises `ToolError`."""
    result = check(wanted, base)
    left = [finding for finding in json.loads(_read(result.report))["findings"] if not finding["fixable"]]
    counts = [finding for finding in left if finding["severity"] == "error" and _fails(finding, wanted)]
    return result._replace(code=int(bool(counts)))


def difference(wanted: Inputs, base: str | None) -> Result:
    """What the change does to the data model. Raises `ToolError`."""
    if base is None:
        raise ToolError("the event that started this workflow has no base to compare with; name one with `base`")
    report = _file("difference.json")
    done = _completed(_compare(wanted, base, "json", f"--fail-on={wanted.fail_on}"))
    _write(report, done.out)
    log.tell(done.err)
    found = json.loads(done.out)
    for risk, level in (("breaking", "warning"), ("risky", "notice")):
        _annotate(level, [change for change in found["changes"] if change["risk"] == risk])
    return Result(
        done.code,
        "findings" if found["changes"] else "clean",
        found["summary"],
        report,
        summary=compose("", _told(wanted, base), "", ""),
    )


MODES: Mapping[str, Callable[[Inputs, str | None], Result]] = {
    "check": check,
    "diff": difference,
    "fix-patch": fix_patch,
}


# --- the tool --------------------------------------------------------------------------------------------------------


def _completed(done: tool.Done) -> tool.Done:
    """A run that came to an answer. Raises `ToolError` for one that did not."""
    if done.code not in {0, 1}:
        log.tell(done.err)
        raise ToolError("\n".join(done.err.splitlines()[-2:]) or "the tool was stopped")
    return done


def _scope(wanted: Inputs) -> tuple[str, ...]:
    return (*_config(wanted), "--", *wanted.paths)


def _config(wanted: Inputs) -> tuple[str, ...]:
    return (f"--config={wanted.config}",) if wanted.config else ()


def artifact(wanted: Inputs) -> str:
    """Artifacts of one workflow run have names of their own."""
    scope = (wanted.directory, *wanted.paths, wanted.config)
    return ARTIFACT if scope == (".", "") else f"{ARTIFACT}-{sha256(repr(scope).encode()).hexdigest()[:8]}"


def _patch(wanted: Inputs, since: list[str]) -> str:
    """The file that `git apply` takes; none where it would change nothing."""
    done = _completed(tool.run("check", "--diff", *since, *_scope(wanted)))
    return _write(_file("datamodel-check.patch"), done.out) if done.out else ""


def _told(wanted: Inputs, base: str | None) -> str:
    """The change of the data model as Markdown; empty where it cannot be told."""
    if base is None:
        return ""
    done = _compare(wanted, base, "markdown")
    if done.code:
        log.tell(done.err)
    return done.out


def _compare(wanted: Inputs, base: str, form: str, *options: str) -> tool.Done:
    return tool.run("diff", "--merge-base", f"--output-format={form}", *options, *_config(wanted), base)


# --- findings --------------------------------------------------------------------------------------------------------


def _counts(report: Any) -> dict[str, int]:
    levels = Counter(finding["severity"] for finding in report["findings"])
    known = {"errors": levels["error"], "warnings": levels["warning"], "notes": levels["note"]}
    introduced = sum(bool(finding["introduced"]) for finding in report["findings"])
    return {**known, "introduced": introduced, **report["summary"]}


def _fails(finding: Any, wanted: Inputs) -> bool:
    return wanted.fail_on == "any" or (wanted.fail_on == "introduced" and finding["introduced"] is not False)


def _annotate(level: str, changes: list[Any]) -> None:
    for change in changes[:SHOWN]:
        text = f"{change['risk']}: {change['subject']}: {change['text']}"
        log.annotate(level, f"{text}\n{change['reason'] or ''}", change["path"], change["line"])
    if len(changes) > SHOWN:
        log.annotate(level, f"{len(changes) - SHOWN} more: see the job summary")


# --- files -----------------------------------------------------------------------------------------------------------


def _file(name: str) -> str:
    """A file of this run: the action may run several times in one job."""
    return os.path.join(os.environ["RESULTS"], name)


def _read(path: str) -> str:
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


def _write(path: str, text: str) -> str:
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)
    return path
