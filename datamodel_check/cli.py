"""The command line: arguments → a command → output and exit code. Nothing else prints or exits.

Exit codes: 0 clean, 1 findings, 2 could not complete, 130 interrupted.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from datamodel_check import __version__
from datamodel_check.commands import COMMANDS
from datamodel_check.errors import DatamodelCheckError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator, Sequence

    from datamodel_check.commands.answer import Answer

CLEAN, FINDINGS, FAILED, INTERRUPTED = 0, 1, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Runs a command. Returns the exit code."""
    _speak_utf8()
    words = list(sys.argv[1:] if argv is None else argv)
    if words and words[0] in {"-h", "--help", "help"}:
        _write(_overview())
        return CLEAN
    if words and words[0] in {"-V", "--version"}:
        _write(f"datamodel-check {__version__}\n")
        return CLEAN
    try:
        return _run(words)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has seen enough. Python would complain again when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED


def _run(words: list[str]) -> int:
    from importlib import import_module
    from shutil import get_terminal_size

    words_given = list(words)
    name = words.pop(0) if words and words[0] in COMMANDS else "check"
    command = import_module(f"datamodel_check.commands.{name.replace('-', '_')}")
    parser = _parser(name)
    command.add_arguments(parser)
    try:
        arguments = _parse(parser, words)
    except SystemExit as exit_:  # argparse has printed the help or what is wrong
        return FAILED if exit_.code else CLEAN
    arguments.words = words_given
    arguments.color = _wants_color(arguments.color)
    arguments.width = get_terminal_size().columns if sys.stdout.isatty() else None
    try:
        with _progress(arguments):
            answer = command.run(arguments)
    except DatamodelCheckError as error:
        _complain(error)
        return FAILED
    except Exception as error:
        if arguments.debug:
            raise
        _write_error(f"internal error: {type(error).__name__}: {error}")
        _write_error(
            "This is a bug in datamodel-check. Please report it with the output of the same command and --debug."
        )
        return FAILED
    _print(answer, arguments)
    return int(answer.code)


# --- arguments -------------------------------------------------------------------------------------------------------


def _parser(name: str) -> ArgumentParser:
    from argparse import ArgumentParser

    parser = ArgumentParser(prog=f"datamodel-check {name}", description=f"{COMMANDS[name].capitalize()}.")
    group = parser.add_argument_group("output")
    group.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="default: %(default)s")
    group.add_argument("-q", "--quiet", action="store_true", help="print findings and errors only")
    group.add_argument("--debug", action="store_true", help="show a traceback where datamodel-check itself fails")
    return parser


def _parse(parser: ArgumentParser, words: list[str]) -> Namespace:
    """Options may stand among the paths; what follows `--` are paths, which `parse_intermixed_args` forgets."""
    end = words.index("--") if "--" in words else len(words)
    arguments = parser.parse_intermixed_args(words[:end])
    literal = words[end + 1 :]
    if literal and "paths" not in arguments:
        parser.error(f"unexpected arguments: {' '.join(literal)}")
    if literal:
        arguments.paths += literal
    return arguments


def _overview() -> str:
    width = max(map(len, COMMANDS))
    commands = "\n".join(f"  {name:<{width}}  {summary}" for name, summary in COMMANDS.items())
    return f"""\
usage: datamodel-check [COMMAND] [OPTIONS] [PATH ...]

Keeps data-model documents true to the code they describe.

commands:
{commands}

`datamodel-check COMMAND --help` says what a command takes; `datamodel-check --version` which version this is.
Exit codes: 0 clean, 1 findings, 2 could not complete.
"""


def _wants_color(choice: str) -> bool:
    """Whether to print in colour (https://no-color.org, https://force-color.org)."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout.isatty() and os.environ.get("TERM") != "dumb")


# --- output ----------------------------------------------------------------------------------------------------------


def _speak_utf8() -> None:
    """Hook runners on Windows hand over streams that cannot take every sign (pre-commit/pre-commit#1862).

    Line ends stay as they are: a patch with others does not apply.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")


@contextmanager
def _progress(arguments: Namespace) -> Iterator[None]:
    """Says on a terminal that the tool is at work, once that has taken a second."""
    is_watched = sys.stderr.isatty() and not {"CI", "PRE_COMMIT"} & os.environ.keys()
    if not is_watched or arguments.quiet or getattr(arguments, "hook", False):
        yield
        return
    from threading import Timer

    timer = Timer(1, _write_error, ["reading the repository…"])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _print(answer: Answer, arguments: Namespace) -> None:
    plain = getattr(arguments, "hook", False)
    if not arguments.quiet:
        for notice in answer.notices:
            _write_error(f"note: {notice}", plain=plain)
    _write(_spoken(answer.text, plain=plain))


def _complain(error: DatamodelCheckError) -> None:
    _write_error(f"error: {error.message}")
    if error.hint:
        _write_error(f"help: {error.hint}")


def _write(text: str) -> None:
    if text:
        sys.stdout.write(text if text.endswith("\n") else f"{text}\n")
        sys.stdout.flush()


def _write_error(line: str, *, plain: bool = False) -> None:
    """One line on standard error; names in it come from anybody, and a line break would begin a line of their own."""
    from datamodel_check.markdown.escaping import visible

    line = visible(line)
    sys.stderr.write(_spoken(line, plain=plain) + "\n")


def _spoken(text: str, *, plain: bool) -> str:
    if not plain:
        return text
    from datamodel_check.report import plain as signs

    return signs.plain(text)
