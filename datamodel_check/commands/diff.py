"""`diff`: what happened to the data model between two revisions, and what may break by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check.commands.answer import Answer
from datamodel_check.commands.common import add_format_argument, add_state_arguments, open_state
from datamodel_check.model.change import RISKS

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from datamodel_check.model.change import ModelDiff


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("base", metavar="BASE", help="a revision; `A..B` and `A...B` mean what they mean to git")
    parser.add_argument("head", metavar="HEAD", nargs="?", help="another revision; default: the work tree")
    parser.add_argument("--merge-base", action="store_true", help="from where HEAD left BASE, as `BASE...HEAD`")
    parser.add_argument(
        "--fail-on", choices=(*RISKS, "never"), default="never", help="exit with 1 from this risk on; default: never"
    )
    add_format_argument(parser, "text", "markdown", "json")
    add_state_arguments(parser)


def run(arguments: Namespace) -> Answer:
    from datamodel_check import report
    from datamodel_check.pipeline import revisions
    from datamodel_check.report import difference

    base, head, forked = _revisions(arguments)
    state = open_state(arguments)
    found, notices = revisions.difference(state, base, head, from_fork=forked)
    style = report.Style(arguments.color, arguments.width)
    text = difference.render(arguments.output_format, found, style)
    return Answer(text, (*state.notices, *notices), _code(found, arguments.fail_on))


def _revisions(arguments: Namespace) -> tuple[str, str | None, bool]:
    """Base, head, and whether the base is where the head left it. Raises `UsageError`."""
    from datamodel_check.errors import UsageError

    base, dots, head = arguments.base.partition("..")
    forked = head.startswith(".")
    if dots and arguments.head:
        raise UsageError(f"`{arguments.base}` names two revisions already", hint=f"Leave out `{arguments.head}`.")
    if dots:
        return base or "HEAD", head.removeprefix(".") or "HEAD", forked or arguments.merge_base
    if arguments.head and arguments.staged:
        raise UsageError("both a revision and --staged are given to compare with", hint="Leave out one of them.")
    return arguments.base, arguments.head, arguments.merge_base


def _code(found: ModelDiff, fail_on: str) -> int:
    if fail_on == "never":
        return 0
    return int(any(found.of_risk(risk) for risk in RISKS[: RISKS.index(fail_on) + 1]))
