"""`manifest`: the fingerprints in the documents, which together are the manifest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from datamodel_check.commands.answer import Answer
from datamodel_check.commands.common import add_format_argument, add_state_arguments, open_state

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable, Iterator

    from datamodel_check.model.document import Document, Section


def add_arguments(parser: ArgumentParser) -> None:
    add_format_argument(parser, "text", "json")
    add_state_arguments(parser)


def run(arguments: Namespace) -> Answer:
    from datamodel_check.pipeline import reading

    state = open_state(arguments)
    documents, _ = reading.read_documents(state)
    if arguments.output_format == "text":
        return Answer("\n".join(_lines(documents)), state.notices)
    import json

    return Answer(json.dumps({"version": 1, "documents": list(map(_document, documents))}, indent=2), state.notices)


def _lines(documents: Iterable[Document]) -> Iterator[str]:
    for document in documents:
        for section in document.sections:
            yield f"{document.path}:{section.opening.line}: {section.title}: {_words(section)}"


def _words(section: Section) -> str:
    if section.entry is None:
        return "no fingerprint"
    text = f" text={section.entry.text}" if section.entry.text else ""
    items = f" items={len(section.entry.items)}" if section.entry.items else ""
    return f"v{section.entry.scheme} facts={section.entry.facts}{text}{items}"


def _document(document: Document) -> dict[str, Any]:
    return {"path": document.path, "sections": [_section(section) for section in document.sections]}


def _section(section: Section) -> dict[str, Any]:
    entry = section.entry
    return {
        "kind": section.kind,
        "title": section.title,
        "line": section.opening.line,
        "scheme": entry.scheme if entry else None,
        "facts": entry.facts if entry else None,
        "text": entry.text if entry else None,
        "items": {item.name: item.digest for item in entry.items} if entry else {},
    }
