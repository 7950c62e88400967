"""`facts`: what was read from the code, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datamodel_check.commands.answer import Answer
from datamodel_check.commands.common import add_format_argument, add_state_arguments, open_state

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def add_arguments(parser: ArgumentParser) -> None:
    add_format_argument(parser, "json")
    add_state_arguments(parser)


def run(arguments: Namespace) -> Answer:
    from datamodel_check.pipeline import reading
    from datamodel_check.report import facts

    state = open_state(arguments)
    return Answer(facts.render(reading.read_snapshot(state)), state.notices)
