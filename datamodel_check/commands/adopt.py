"""`adopt`: reviewed sections around what a team's own documents say of the data model; their words stay as they are."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from datamodel_check.commands.answer import Answer
from datamodel_check.commands.common import add_state_arguments, open_state, refuse_unattended
from datamodel_check.errors import UsageError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator, Sequence

    from datamodel_check.pipeline.adopting import Adoption
    from datamodel_check.pipeline.values import State


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("documents", nargs="*", metavar="DOCUMENT", help="default: all Markdown files")
    parser.add_argument("--write", action="store_true", help="write it; without this the changes are only shown")
    parser.add_argument("--tables", action="store_true", help="generate tables of columns in place of those found")
    add_state_arguments(parser, staged=False)


def run(arguments: Namespace) -> Answer:
    from datamodel_check import fix
    from datamodel_check.pipeline import adopting

    if arguments.write:
        refuse_unattended("adopt --write")
    state = open_state(arguments)
    paths = _named(arguments.documents, state) if arguments.documents else tuple(adopting.adoptable(state))
    adopted = tuple(adopting.adopt(state, paths, tables=arguments.tables))
    if not adopted:
        return Answer("no prose was found that names a table, route, store, service or type\n", state.notices)
    if not arguments.write:
        patch = "".join(fix.diff(one.path, one.before, one.after) for one in adopted)
        again = " ".join(("datamodel-check adopt", *arguments.documents, *(["--tables"] if arguments.tables else [])))
        notices = (*_told(adopted), f"nothing is written yet: `{again} --write` writes it")
        return Answer(patch, (*state.notices, *notices))
    for one in adopted:
        fix.write(os.path.join(state.repository.root, one.path), one.before, one.after)
    return Answer("\n".join((*_told(adopted), *NEXT)) + "\n", state.notices)


NEXT = (
    "What they say counts as true today. When a fact that they name changes, `datamodel-check` says so.",
    "Read the diff, correct the selectors where you know better, and commit it.",
)


def _named(documents: Sequence[str], state: State) -> tuple[str, ...]:
    """Raises `UsageError` for what is no document of the repository."""
    paths = []
    root = os.path.realpath(state.repository.root)
    for document in documents:
        path = os.path.relpath(os.path.realpath(document), root).replace(os.sep, "/")
        if path not in state.tree or not path.endswith((".md", ".mdx")):
            raise UsageError(
                f"{document} is no Markdown file of this repository", hint="Name one that git knows, or add it to git."
            )
        paths.append(path)
    return tuple(dict.fromkeys(paths))


def _told(adopted: Sequence[Adoption]) -> Iterator[str]:
    from datamodel_check.report.protocol import count

    for one in adopted:
        parts = [count(len(one.proposals), "reviewed section")] if one.proposals else []
        parts += [count(len(one.tables), "generated table")] if one.tables else []
        yield f"{one.path}: {', '.join(parts)}"
