"""`baseline`: what is wrong today is written down, so that a team can begin."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from datamodel_check.commands.answer import Answer
from datamodel_check.commands.common import add_state_arguments, open_state

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def add_arguments(parser: ArgumentParser) -> None:
    add_state_arguments(parser, staged=False)


def run(arguments: Namespace) -> Answer:
    from datamodel_check import fix
    from datamodel_check.compare import baseline
    from datamodel_check.pipeline import checking

    state = open_state(arguments)
    outcome = checking.check(state, with_baseline=False)
    text = baseline.write(outcome.findings).encode()
    count = len(baseline.read(baseline.FILE, text))
    before = state.tree.read(baseline.FILE) if baseline.FILE in state.tree else None
    if before != text:
        fix.write(os.path.join(state.repository.root, baseline.FILE), before, text)
    known = f"{count} finding{'' if count == 1 else 's'}"
    return Answer(f"{baseline.FILE} knows {known}; commit it\n", state.notices)
