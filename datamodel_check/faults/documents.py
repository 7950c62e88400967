"""Faults in documents: what people, merges and formatters do to the lines of a section."""

import re
from collections.abc import Iterator

from datamodel_check.faults.protocol import PLANTED
from datamodel_check.model.document import Document, Section
from datamodel_check.model.fault import DocumentFault

_WORD = re.compile(rb"[A-Za-z]{3,}")
_FACTS = re.compile(rb"facts=[0-9a-f]")


def of_document(document: Document) -> Iterator[DocumentFault]:
    for section in document.sections:
        for text, content in _of_section(document.content, section):
            yield DocumentFault(section.title, text, document.path, content)
    for value in document.values:
        content = _put(document.content, value.body.start, value.body.end, PLANTED.encode())
        yield DocumentFault(value.title, "value rewritten", document.path, content)


def _of_section(content: bytes, section: Section) -> Iterator[tuple[str, bytes]]:
    closing = section.closing
    if closing.start == closing.end or section.entry is None:
        return
    digest = _FACTS.search(content, closing.start, closing.end)
    if digest is not None:
        other = b"0" if content[digest.end() - 1 : digest.end()] != b"0" else b"1"
        yield "fingerprint of other facts", _put(content, digest.end() - 1, digest.end(), other)
    if section.kind == "view":
        word = _WORD.search(content, section.body.start, section.body.end)
        if word is not None:
            yield "generated text edited", _put(content, word.start(), word.end(), PLANTED.encode())
    if closing.end <= section.body.start:
        return
    yield "closing line lost", _put(content, closing.start, closing.end, b"")
    marker = b"<<<<<<< ours\n=======\n>>>>>>> theirs\n\n"
    yield "merge conflict left behind", _put(content, closing.start, closing.start, marker)


def _put(content: bytes, start: int, end: int, text: bytes) -> bytes:
    return content[:start] + text + content[end:]
