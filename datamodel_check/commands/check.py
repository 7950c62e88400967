"""`check`: documents against code, and what repairs them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from datamodel_check.commands.answer import Answer
from datamodel_check.commands.common import add_state_arguments, open_state
from datamodel_check.errors import UsageError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence

    from datamodel_check.pipeline import Outcome, State

FORMATS = ("text", "concise", "json", "github")


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", help="only documents here, or sections about code here")
    parser.add_argument("--fix", action="store_true", help="write stale sections anew, and nothing else")
    parser.add_argument("--diff", action="store_true", help="print what --fix would change, and write nothing")
    parser.add_argument("--overwrite-edits", action="store_true", help="with --fix: also sections edited by hand")
    parser.add_argument("--hook", action="store_true", help="for hooks: brief, and exit code 1 if anything was written")
    parser.add_argument("--select", action="append", default=[], metavar="RULES", help="only these rules")
    parser.add_argument("--ignore", action="append", default=[], metavar="RULES", help="not these rules")
    parser.add_argument("--output-format", choices=FORMATS, help="default: text, with --hook concise")
    parser.add_argument(
        "-o",
        dest="outputs",
        action="append",
        default=[],
        metavar="FORMAT=FILE",
        help="also write this format to a file",
    )
    add_state_arguments(parser)


def run(arguments: Namespace) -> Answer:
    from datamodel_check import pipeline

    state = open_state(arguments)
    options = state.options.with_rules(_rules(arguments.select), _rules(arguments.ignore))
    outcome = pipeline.check(
        state._replace(options=options),
        paths=[_in_repository(path, state) for path in arguments.paths],
        fixing=arguments.fix or arguments.diff,
        overwrite_edits=arguments.overwrite_edits,
        write=arguments.fix and not arguments.diff,
    )
    if arguments.diff:
        return _diff(outcome)
    return Answer(_plain(outcome), state.notices, _code(outcome, arguments))


def _plain(outcome: Outcome) -> str:
    lines = []
    for repair in outcome.repairs:
        lines.append(f"{repair.path}: fixed {', '.join(repair.sections)}")
    for finding in outcome.findings:
        lines.append(f"{finding.location}: {finding.severity} {finding.rule} {finding.message}")
        for change in finding.changes:
            lines.append(f"    {change.text}   ({change.location})")
        if finding.cure:
            lines.append(f"    {finding.cure}")
    return "\n".join(lines)


def _code(outcome: Outcome, arguments: Namespace) -> int:
    """1 for errors that are left; a hook, and whoever judges the index, must also learn that something was written."""
    if any(finding.severity == "error" for finding in outcome.findings):
        return 1
    return int(bool(outcome.repairs) and (arguments.hook or arguments.staged))


def _diff(outcome: Outcome) -> Answer:
    from datamodel_check import fix

    text = "".join(fix.diff(repair.path, repair.before, repair.after) for repair in outcome.repairs)
    return Answer(text, outcome.state.notices, int(bool(text or outcome.findings)))


# --- arguments -------------------------------------------------------------------------------------------------------


def _rules(given: Sequence[str]) -> tuple[str, ...]:
    """The words of `--select DM101,DM102 --select DM9`. Raises `UsageError` for one that means no rule."""
    from datamodel_check import rules

    words = [word.strip() for text in given for word in text.split(",") if word.strip()]
    for word in words:
        if not rules.matching(word):
            raise UsageError(f"there is no rule `{word}`", hint=rules.suggest(word))
    return tuple(words)


def _in_repository(path: str, state: State) -> str:
    """A path of the command line, from the repository's root. Raises `UsageError` where there is nothing there."""
    root = state.repository.root
    absolute = os.path.realpath(path)
    relative = os.path.relpath(absolute, os.path.realpath(root)).replace(os.sep, "/")
    if relative == ".." or relative.startswith("../"):
        raise UsageError(f"{path} is not in the repository {root}", hint="Name files or folders of the repository.")
    if not os.path.exists(absolute) and relative not in state.tree:
        hint = f"Commands are {', '.join(COMMANDS)}; files and folders are named from where you stand."
        raise UsageError(f"there is no file or folder {path}", hint=hint)
    return "" if relative == "." else relative


COMMANDS = ("check", "init", "facts", "detect", "manifest", "explain")
