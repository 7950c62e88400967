"""Names in prose that look like paths, columns, routes and symbols of the repository. What might be prose is none."""

import posixpath
import re
from collections.abc import Iterator

from datamodel_check.manifest.prose import Sentence, code_words, sentences
from datamodel_check.model.document import Document
from datamodel_check.model.location import Location
from datamodel_check.model.references import Reference

_CODE = re.compile(r"(?<!`)(`+)(?!`)(?P<code>.+?)(?<!`)\1(?!`)")
_LINK = re.compile(r"\]\((?P<target>[^()\s]+)\)")
_HISTORY = re.compile(
    r"(?i)\b(?:removed?|deleted?|renamed?|replaced?|replaces|deprecated?|formerly|previously|legacy|obsolete|"
    r"no longer|used to|was called|were called|old(?:er)?|instead of|migrated?|moved|planned|todo|future|will be|"
    r"example|e\.g\.|for instance|such as|imagine|suppose|hypothetical)\b"
)
"""Words of sentences that may well name what is not there: told of the past, of plans, or as an example."""

_EXTENSIONS = (
    "ts|tsx|js|jsx|mjs|cjs|mts|cts|py|sql|prisma|json|ya?ml|toml|md|mdx|sh|css|scss|go|rs|rb|java|kt|vue|svelte"
)
_PATH = re.compile(rf"(?:\.{{0,2}}/)?(?:[\w.@()\[\]-]+/)+[\w.@()\[\]-]+\.(?:{_EXTENSIONS})")
_ANCHOR = re.compile(r"#L(?P<line>\d+)(?:-L?\d+)?$|:(?P<number>\d+)$")
_ROUTE = re.compile(r"(?:(?P<method>GET|POST|PUT|PATCH|DELETE) +)(?P<path>/[\w\[\]:{}*./-]*)")
_COLUMN = re.compile(r"[a-z][a-z0-9_]*\.[a-z][A-Za-z0-9_]*|[a-z][a-z0-9]*(?:_[a-z0-9]+)+")
_SYMBOL = re.compile(r"(?:[a-z][a-z0-9]*(?:[A-Z][a-z0-9]*)+|[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+)(?:\(\))?")
"""Humps: `useInstallDialog`, `UsageService`. One word alone may be prose."""

_SHORTEST = 6
"""Letters of a name that is looked for."""


def references(document: Document) -> Iterator[Reference]:
    """The names in a document's code spans, headings, table cells and links, in order.

    A symbol that stands in a code block of the document as well is one of its own example.
    """
    own = code_words(document)
    for sentence in sentences(document):
        if not _HISTORY.search(sentence.text):
            in_code = _in_code(document, sentence)
            yield from (one for one in in_code if one.kind != "symbol" or one.name not in own)
            yield from _in_links(document, sentence)


def _in_code(document: Document, sentence: Sentence) -> Iterator[Reference]:
    for match in _CODE.finditer(sentence.text):
        code = match["code"].strip()
        location = Location(document.path, sentence.span)
        if route := _ROUTE.fullmatch(code):
            yield Reference("route", f"{route['method']} {route['path']}", code, location)
        elif found := _path(code):
            yield Reference("path", found[0], code, location, found[1])
        elif len(code) >= _SHORTEST and _COLUMN.fullmatch(code):
            yield Reference("column", code, code, location)
        elif len(code) >= _SHORTEST and _SYMBOL.fullmatch(code):
            yield Reference("symbol", code.removesuffix("()"), code, location)


def _in_links(document: Document, sentence: Sentence) -> Iterator[Reference]:
    for match in _LINK.finditer(sentence.text):
        found = _path(match["target"])
        if found is not None and not re.match(r"[a-z]+:", match["target"]):
            path, line = found
            folder = posixpath.dirname(document.path)
            whole = path.lstrip("/") if path.startswith("/") else posixpath.normpath(posixpath.join(folder, path))
            yield Reference("path", whole, match["target"], Location(document.path, sentence.span), line)


def _path(code: str) -> tuple[str, int | None] | None:
    anchor = _ANCHOR.search(code)
    bare = code[: anchor.start()] if anchor else code.partition("#")[0]
    if not _PATH.fullmatch(bare):
        return None
    line = (anchor["line"] or anchor["number"]) if anchor else None
    return bare.removeprefix("./"), int(line) if line else None
