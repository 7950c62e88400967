"""`clean`: forgets what earlier runs found out. Nothing but time depends on it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from datamodel_check.commands.answer import Answer
from datamodel_check.errors import WriteError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def add_arguments(parser: ArgumentParser) -> None:
    """It takes nothing: what is remembered of a repository is one folder."""


def run(arguments: Namespace) -> Answer:  # noqa: ARG001
    from datamodel_check.memory import store

    common = store.home(os.getcwd())
    if common is None:
        return Answer("nothing is remembered here\n")
    folder = os.path.join(common, store.FOLDER)
    try:
        files, size = store.forget(common)
    except OSError as error:
        raise WriteError(
            f"{folder} cannot be removed ({error.strerror})", hint="Remove the folder by hand; nothing depends on it."
        ) from error
    if not files:
        return Answer(f"nothing is remembered in {folder}\n")
    return Answer(f"removed {files} file{'s' * (files != 1)} ({size / 1_000_000:.1f} MB) from {folder}\n")
