"""`init`: a configuration and a first document, green at once; what to adopt of others. It overwrites nothing."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from datamodel_check.commands.answer import Answer
from datamodel_check.commands.common import open_state
from datamodel_check.errors import RepositoryError, UsageError, WriteError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable, Iterator, Sequence

    from datamodel_check.model.snapshot import Snapshot
    from datamodel_check.pipeline.values import State

CONFIGURATION = "datamodel-check.toml"
DOCUMENT = "docs/data-model.md"
SHOWN = 3
"""As many of the team's own documents are named."""
AT_THE_ROOT = "DATA_MODEL.md"
"""Where git ignores the folder of documents, as it is where documentation is generated."""


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("document", nargs="?", metavar="DOCUMENT", help=f"default: {DOCUMENT}")
    parser.add_argument("--config", metavar="FILE", help="use this configuration file, and write none")
    parser.set_defaults(isolated=False)


def run(arguments: Namespace) -> Answer:
    from datamodel_check import config, fingerprint, fix
    from datamodel_check.pipeline import adopting, reading

    state = open_state(arguments)
    path = _document_path(arguments.document, state)
    snapshot = reading.read_snapshot(state)
    _require_tables(snapshot)
    files: dict[str, bytes] = {}
    if state.options.file is None:
        files[CONFIGURATION] = config.first_configuration(state.tree).encode()
        state = state._replace(options=config.read(CONFIGURATION, files[CONFIGURATION]))
    files[path] = fix.first_document(snapshot, path, fingerprint.digest, fingerprint.text_digest, state.layout)
    for name, content in files.items():
        _write(os.path.join(state.repository.root, name), content)
    others = [other for other in adopting.adoptable(state) if other != path]
    adopted = tuple(one.path for one in adopting.adopt(state, others, snapshot, tables=False))
    return Answer("\n".join(_report(snapshot, files, adopted)), state.notices)


def _document_path(document: str | None, state: State) -> str:
    """Where to write, from the repository's root. Raises `UsageError` where nothing may be written."""
    root = os.path.realpath(state.repository.root)
    default = AT_THE_ROOT if state.repository.ignores(DOCUMENT) else DOCUMENT
    absolute = os.path.realpath(document or os.path.join(root, default))
    path = os.path.relpath(absolute, root).replace(os.sep, "/")
    if path.startswith("../") or not path.endswith((".md", ".mdx")):
        raise UsageError(f"{document} is no Markdown file of this repository", hint=f"Name one, such as {DOCUMENT}.")
    if os.path.lexists(absolute):
        raise UsageError(
            f"{path} exists already, and nothing is overwritten",
            hint="Name another one, as in `datamodel-check init docs/schema.md`. Or run `datamodel-check adopt "
            f"{path}` to keep true what it says.",
        )
    if state.repository.ignores(path):
        raise UsageError(f"git ignores {path}, so nobody would ever check it", hint="Name a path that is not ignored.")
    if not state.options.is_document(path):
        raise UsageError(f"{path} cannot be a document, says {state.options.file}", hint="Name a path that it allows.")
    return path


def _require_tables(snapshot: Snapshot) -> None:
    if any(source.tables for source in snapshot.sources):
        return
    used = [detection.system for detection in snapshot.detections if detection.detected]
    if used:
        message = f"{', '.join(used)} is used here, but not one table could be read, so there is nothing to document"
    else:
        message = "no schema was found in this repository, so there is nothing to document"
    raise RepositoryError(message, hint="Run `datamodel-check detect` to see what was looked at and passed over.")


def _write(path: str, content: bytes) -> None:
    from datamodel_check import fix

    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
    except OSError as error:
        message = f"the folder of {path} cannot be made: {error.strerror}"
        raise WriteError(message, hint="Mend that and run the command again.") from error
    fix.write(path, None, content)


def _report(snapshot: Snapshot, written: Iterable[str], adopted: Sequence[str]) -> Iterator[str]:
    from datamodel_check.report.protocol import count

    yield "Found"
    for source in snapshot.sources:
        facts = f"{count(len(source.tables), 'table')}, {count(len(source.enums), 'enum')}"
        yield f"  {source.id} ({source.dialect}): {facts}"
    yield "Written"
    yield from (f"  {path}" for path in written)
    yield "Next"
    yield "  Read the document, write what only people know between its sections, and commit it."
    if adopted:
        named = ", ".join(adopted[:SHOWN]) + (f" and {len(adopted) - SHOWN} more" if len(adopted) > SHOWN else "")
        yield f"  {named} {'speak' if len(adopted) > 1 else 'speaks'} of the data model, too:"
        yield "  `datamodel-check adopt` shows what of it can be put under review."
    yield "  Then add the hook to .pre-commit-config.yaml, or run `datamodel-check` in CI."
    if snapshot.diagnostics:
        yield f"  Not everything in the code could be read ({len(snapshot.diagnostics)}): `datamodel-check` says what."
