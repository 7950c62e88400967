"""What several commands take, and how it opens the repository."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from datamodel_check.errors import UsageError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from datamodel_check.pipeline.values import State


def add_state_arguments(parser: ArgumentParser, *, staged: bool = True) -> None:
    """Which state of the repository is meant, and which configuration."""
    if staged:
        parser.add_argument("--staged", action="store_true", help="judge what is staged, not what lies on the disk")
    parser.add_argument("--config", metavar="FILE", help="use this configuration file")
    parser.add_argument("--isolated", action="store_true", help="use no configuration file")


def add_format_argument(parser: ArgumentParser, *formats: str) -> None:
    """The format to print in; the first one is the default."""
    parser.add_argument("--output-format", choices=formats, default=formats[0], help="default: %(default)s")


def open_state(arguments: Namespace) -> State:
    """The state that the arguments of `add_state_arguments` mean."""
    from datamodel_check.pipeline import reading

    return reading.open_state(
        ".",
        staged=getattr(arguments, "staged", False),
        config_file=arguments.config,
        isolated=arguments.isolated,
        base=getattr(arguments, "base", None),
    )


UNATTENDED = ("CI", "PRE_COMMIT", "GITHUB_ACTIONS", "GITLAB_CI")
"""Variables that tell that nobody sits here."""


def refuse_unattended(command: str) -> None:
    """Raises `UsageError` where no person can have read anything."""
    for name in UNATTENDED:
        if os.environ.get(name):
            raise UsageError(
                f"`{command}` says that a person has read the prose, and {name} says that nobody sits here",
                hint="Run it on your machine, then commit the document.",
            )
