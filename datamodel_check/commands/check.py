"""`check`: documents against code, and what repairs them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from datamodel_check.commands.answer import Answer
from datamodel_check.commands.common import add_state_arguments, open_state
from datamodel_check.errors import UnreadableFileError, UsageError, WriteError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator, Sequence

    from datamodel_check.config import Options
    from datamodel_check.model.finding import Finding
    from datamodel_check.pipeline.values import Outcome, State
    from datamodel_check.report import Report

FORMATS = ("text", "concise", "json", "github", "markdown", "sarif", "gitlab", "junit")

COVERING = {"json", "markdown"}
"""Formats that say how much is documented."""


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", help="only documents here, or sections about code here")
    parser.add_argument("--fix", action="store_true", help="write stale sections anew, and nothing else")
    parser.add_argument(
        "--fix=prose-names", dest="names", action="store_true", help="new names in reviewed prose for what was renamed"
    )
    parser.add_argument("--diff", action="store_true", help="print what --fix would change, and write nothing")
    parser.add_argument("--overwrite-edits", action="store_true", help="with --fix: also sections edited by hand")
    parser.add_argument("--hook", action="store_true", help="for hooks: brief, and exit code 1 if anything was written")
    parser.add_argument("--base", metavar="REV", help="tell what is new since then; migrations of it must stay")
    parser.add_argument(
        "--fail-on", choices=("any", "introduced"), help="which errors count: all, or those that --base did not have"
    )
    parser.add_argument("--select", action="append", default=[], metavar="RULES", help="only these rules")
    parser.add_argument("--ignore", action="append", default=[], metavar="RULES", help="not these rules")
    parser.add_argument("--output-format", choices=FORMATS, help="default: text, with --hook concise")
    parser.add_argument(
        "-o", dest="outputs", action="append", default=[], metavar="FORMAT=FILE", help="also write a report to a file"
    )
    add_state_arguments(parser)


def run(arguments: Namespace) -> Answer:
    from datamodel_check import report
    from datamodel_check.pipeline import checking, remembering

    files = [_output(given) for given in arguments.outputs]
    state = open_state(arguments)
    options = state.options.with_rules(_rules(arguments.select), _rules(arguments.ignore))
    if arguments.fail_on:
        options = options._replace(fail_on=arguments.fail_on)
    paths = [_in_repository(path, state) for path in arguments.paths]
    outcome = checking.check(state._replace(options=options), paths)
    if arguments.fix or arguments.names or arguments.diff:
        from datamodel_check.pipeline import repairing

        what = repairing.Repairing(arguments.overwrite_edits, arguments.names)
        outcome = repairing.repair(outcome, paths, what, write=not arguments.diff)
    if arguments.diff:
        return _diff(outcome)
    made = _report(outcome, with_coverage=bool(COVERING & {*(name for name, _ in files), arguments.output_format}))
    for name, path in files:
        _write(path, report.render(name, made, report.Style()))
    if arguments.quiet and not made.findings and not made.written:
        return Answer()
    name = arguments.output_format or ("concise" if arguments.hook else "text")
    style = report.Style(arguments.color, arguments.width, ascii=arguments.hook)
    notices = (*made.notices, *_to_stage(outcome, arguments))
    text = report.render(name, made, style)
    if arguments.staged and not notices:
        remembering.remember(outcome, arguments.words, text)
    return Answer(_patch(outcome) + text if arguments.names else text, notices, _code(outcome, arguments))


def _to_stage(outcome: Outcome, arguments: Namespace) -> Iterator[str]:
    from shlex import join

    written = [repair.path for repair in outcome.repairs]
    if written and (arguments.hook or arguments.staged):
        yield f"look at what was written, then stage it: {join(('git', 'add', *written))}"
    if outcome.unstaged:
        yield f"what is on the disk is right, but not staged: {join(('git', 'add', *outcome.unstaged))}"


def _diff(outcome: Outcome) -> Answer:
    """What `--fix` would change; findings that it leaves alone are told beside it."""
    text = _patch(outcome)
    left = tuple(f"{finding.location}: {finding.rule} {finding.message}" for finding in outcome.findings)
    code = int(bool(text) or any(_counts(finding, outcome.state.options) for finding in outcome.findings))
    return Answer(text, (*outcome.state.notices, *left), code)


def _patch(outcome: Outcome) -> str:
    from datamodel_check import fix

    return "".join(fix.diff(repair.path, repair.before, repair.after) for repair in outcome.repairs)


def _code(outcome: Outcome, arguments: Namespace) -> int:
    """1 for errors that are left. What was written is not staged yet: hooks and who judges the index must learn it."""
    if any(_counts(finding, outcome.state.options) for finding in outcome.findings):
        return 1
    return int(bool(outcome.repairs) and (arguments.hook or arguments.staged))


def _counts(finding: Finding, options: Options) -> bool:
    return finding.severity == "error" and (options.fail_on == "any" or finding.introduced is not False)


# --- reports ---------------------------------------------------------------------------------------------------------


def _report(outcome: Outcome, *, with_coverage: bool) -> Report:
    from datamodel_check.pipeline.checking import unreadable
    from datamodel_check.pipeline.covering import covered
    from datamodel_check.report import Report

    return Report(
        outcome.findings,
        documents=len(outcome.pages),
        sections=sum(len(page.document.sections) for page in outcome.pages),
        tables=sum(len(source.tables) for source in outcome.snapshot.sources),
        suppressed=outcome.suppressed,
        unread=unreadable(outcome),
        written=tuple(repair.path for repair in outcome.repairs),
        notices=outcome.state.notices,
        texts=_texts(outcome),
        coverage=covered(outcome.snapshot, outcome.pages) if with_coverage else (),
    )


def _texts(outcome: Outcome) -> dict[str, bytes]:
    """The files that findings name, as far as they can be read: repaired documents as they are now."""
    texts = {repair.path: repair.after for repair in outcome.repairs}
    for finding in outcome.findings:
        for location in (finding.location, *finding.related):
            if location.path not in texts and location.path in outcome.state.tree:
                try:
                    texts[location.path] = outcome.state.tree.read(location.path)
                except UnreadableFileError:
                    continue  # that is what the finding says
    return texts


def _write(path: str, text: str) -> None:
    try:
        with open(path, "w", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(text)
    except OSError as error:
        message = f"the report {path} cannot be written: {error.strerror}"
        raise WriteError(message, hint="Name a file in a folder that exists.") from error


# --- arguments -------------------------------------------------------------------------------------------------------


def _output(given: str) -> tuple[str, str]:
    """Format and file of `-o json=report.json`. Raises `UsageError`."""
    name, _, path = given.partition("=")
    if name not in FORMATS or not path:
        raise UsageError(f"cannot write `-o {given}`", hint=f"Write FORMAT=FILE; formats are {', '.join(FORMATS)}.")
    return name, path


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
    root = os.path.realpath(state.repository.root)
    relative = os.path.relpath(os.path.realpath(path), root).replace(os.sep, "/")
    if relative == ".." or relative.startswith("../"):
        raise UsageError(f"{path} is not in the repository {root}", hint="Name files or folders of the repository.")
    if not os.path.exists(path) and relative not in state.tree:
        raise UsageError(f"there is no file or folder {path}", hint=_instead(path))
    return "" if relative == "." else relative


def _instead(path: str) -> str:
    """A mistyped command looks like a path."""
    from difflib import get_close_matches

    from datamodel_check.commands import COMMANDS

    close = get_close_matches(path, COMMANDS, 1)
    return f"Did you mean the command `{close[0]}`?" if close else "`datamodel-check --help` lists the commands."
