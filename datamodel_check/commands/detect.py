"""`detect`: what the repository uses, with evidence, and what was passed over and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check.commands.answer import Answer
from datamodel_check.commands.common import add_format_argument, add_state_arguments, open_state

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

PARTS = ("version", "detections", "passed_over", "diagnostics")
"""What of the facts the JSON holds."""


def add_arguments(parser: ArgumentParser) -> None:
    add_format_argument(parser, "text", "json")
    add_state_arguments(parser)


def run(arguments: Namespace) -> Answer:
    from datamodel_check.pipeline import reading
    from datamodel_check.report import detections, facts

    state = open_state(arguments)
    snapshot = reading.read_snapshot(state, layers=())
    if arguments.output_format == "text":
        return Answer(detections.render(snapshot), state.notices)
    import json

    known = facts.facts(snapshot)
    return Answer(json.dumps({part: known[part] for part in PARTS}, indent=2), state.notices)
