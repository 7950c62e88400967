"""The first document: what `init` writes, green at once."""

from collections import Counter
from collections.abc import Callable, Iterable

from datamodel_check.fix.apply import apply
from datamodel_check.fix.plan import plan
from datamodel_check.manifest import read
from datamodel_check.manifest.syntax import comment, write
from datamodel_check.markdown import Layout, print_blocks
from datamodel_check.model.blocks import Code, Heading, Text
from datamodel_check.model.document import Argument
from datamodel_check.model.schema import Source, Table, View
from datamodel_check.model.snapshot import Snapshot
from datamodel_check.views import claims
from datamodel_check.views.facts import declared

BARE = Layout(guards=())

INTRODUCTION = """\
# Data model

This page says what the code says. Its tables and diagrams are generated from
the schema's source and checked on every commit, so they cannot go stale
unnoticed. The words around them are written by people: add to them, move
sections, delete what nobody reads. `datamodel-check --fix` brings the generated
parts up to date and leaves everything else alone."""


def first_document(
    snapshot: Snapshot,
    path: str,
    digest: Callable[[object], str],
    text_digest: Callable[[str], str],
    layout: Layout = Layout(),  # noqa: B008 - immutable
) -> bytes:
    """A document at `path` that shows all that the snapshot holds.

    It is written as a person would, opening lines only, and then filled in as `--fix` does.
    """
    mdx = path.endswith(".mdx")
    skeleton = "\n\n".join((INTRODUCTION, *_parts(snapshot, mdx=mdx))) + "\n"
    document = read(path, skeleton.encode())
    made = plan(document, claims(document, snapshot, digest), text_digest, layout=layout)
    return apply(document.content, made.edits)


def _parts(snapshot: Snapshot, *, mdx: bool) -> Iterable[str]:
    """Headings and opening lines, in order."""

    def section(title: str, view: str) -> tuple[str, str]:
        return f"## {title}", _opening(view, mdx=mdx)

    sources = snapshot.sources
    if sources:
        yield from section("Overview", "tables")
        yield from section("Diagram", "erd")
        yield "## Tables"
        yield from _tables(sources, mdx=mdx)
    if any(source.enums for source in sources):
        yield from section("Enums", "enums")
    if any(source.relations or table.foreign_keys for source in sources for table in source.tables):
        yield from section("Relations", "relations")
    if sources:
        yield from section("Key files", "key-files")
    yield from section("Technology", "discovery")


def _tables(sources: Iterable[Source], *, mdx: bool) -> Iterable[str]:
    """A section for each table and view; where several sources have one of that name, it says which is meant."""
    tables = [(source, table) for source in sources for table in declared(source)]
    count = Counter(table.key for _, table in tables)
    for source, table in tables:
        which = source.id if count[table.key] > 1 else None
        yield _heading(table, which)
        arguments = (Argument(None, table.key), *((Argument("source", which),) if which else ()))
        yield _opening("table", *arguments, mdx=mdx)


def _heading(table: Table | View, source: str | None) -> str:
    where = (Text(" in "), Code(source)) if source else ()
    return print_blocks([Heading(1, (Code(table.key), *where))], path="", depth=2, layout=BARE)


def _opening(view: str, *arguments: Argument, mdx: bool) -> str:
    return comment(write("begin", (Argument(None, view), *arguments)), mdx=mdx)
