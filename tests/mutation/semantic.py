"""Mutants of the sample application whose facts differ: each names what `check` has to say about it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tests.mutation.columns import column_name, of_column, size_edits, step_edits
from tests.mutation.constraints import of_constraint
from tests.mutation.edits import other_value, swapped
from tests.mutation.sample import COLUMNS, CONSTANTS, SCHEMA, SCHEMAS, Files, Mutant
from tests.mutation.source import Edit, Entry, Table, chain, entries, exports, string, tables, text, within

if TYPE_CHECKING:
    from tree_sitter import Node


def mutants(files: Files) -> Iterator[Mutant]:
    """All of them, in a fixed order."""
    for path in sorted(files):
        if path.startswith(f"{SCHEMA}/") and path.endswith(".ts"):
            for table in tables(path, files[path], SCHEMAS):
                yield from _of_table(files, table)
            yield from _of_enums(path, files[path])
            yield from _of_relations(path, files[path])
    yield from _of_shared_columns(files)
    yield from _of_constants(files)
    yield from _of_barrel(files)
    yield from _of_view(files)


# --- tables ----------------------------------------------------------------------------------------------------------


def _of_table(files: Files, table: Table) -> Iterator[Mutant]:
    def mutant(kind: str, *edits: Edit) -> Mutant:
        return Mutant(kind, table.key, edits, (table.key,))

    path, name = table.path, table.name
    yield mutant("rename-table", Edit(path, name.start_byte, name.end_byte, f"'{string(name)}_renamed'"))
    yield mutant("hide-table", Edit(path, table.export.start_byte, table.export.start_byte + len("export "), ""))
    first = table.columns[0]
    yield Mutant(
        "add-column",
        f"{table.key}.added",
        (
            Edit(path, first.start, first.start, "added: addedType('added'),\n    "),
            Edit(path, 0, 0, "import { real as addedType } from 'drizzle-orm/pg-core'\n"),
        ),
        (f"{table.key}.added",),
    )
    for column in table.columns:
        yield from of_column(files, table, column)
    for number, constraint in enumerate(table.constraints):
        yield from of_constraint(table, constraint, number)


# --- enums, relations, and what lies in other files ------------------------------------------------------------------


def _of_enums(path: str, content: bytes) -> Iterator[Mutant]:
    for _, value, statement in exports(path, content):
        made = chain(path, value)
        maker = text(made.maker) if made else ""
        if made is None or not (maker == "pgEnum" or maker.endswith(".enum")):
            continue
        schema = SCHEMAS.get(maker.removesuffix(".enum"))
        name = string(made.arguments[0])
        key = f"{schema}.{name}" if schema else name
        yield Mutant("rename-enum", key, tuple(other_value(path, made.arguments[0])), (key,))
        yield Mutant("hide-enum", key, (Edit(path, statement.start_byte, statement.start_byte + 7, ""),), (key,))
        for array in within(made.arguments[1], "array"):
            yield from _of_values(path, array, key)


def _of_values(path: str, array: "Node", enum: str) -> Iterator[Mutant]:
    """An enum's values: one more, one less, one renamed, two exchanged."""
    values = array.named_children
    end = values[-1].end_byte
    yield Mutant("add-enum-value", enum, (Edit(path, end, end, ", 'added'"),), (enum, "added"))
    yield Mutant("drop-enum-value", enum, (Edit(path, values[-2].end_byte, end, ""),), (enum, string(values[-1])))
    yield Mutant("rename-enum-value", enum, tuple(other_value(path, values[-1])), (enum, f"{string(values[-1])}x"))
    yield Mutant("reorder-enum", enum, swapped(path, values[-2], values[-1]), (enum,))


def _of_relations(path: str, content: bytes) -> Iterator[Mutant]:
    for code_name, value, _ in exports(path, content):
        made = chain(path, value)
        if made is None or text(made.maker) != "relations":
            continue
        table = code_name.removesuffix("Relations")
        helpers = text(made.arguments[1]).split("=>")[0]
        for relation in entries(path, next(within(made.arguments[1], "object"))):
            yield from _of_relation(path, table, relation, helpers)


def _of_relation(path: str, table: str, relation: Entry, helpers: str) -> Iterator[Mutant]:
    what, names = f"{table}.{relation.key}", (relation.key,)
    yield Mutant("drop-relation", what, (Edit(path, relation.start, relation.end, ""),), names)
    at = relation.start
    yield Mutant("rename-relation", what, (Edit(path, at, at + len(relation.key), f"{relation.key}Renamed"),), names)
    maker = relation.chain.maker
    other = "many" if text(maker) == "one" else "one"
    if len(relation.chain.arguments) == 1 and other in helpers:
        yield Mutant("change-relation", what, (Edit(path, maker.start_byte, maker.end_byte, other),), names)


def _of_shared_columns(files: Files) -> Iterator[Mutant]:
    """A group of columns that many tables spread: each of them changes."""
    path, content = COLUMNS, files[COLUMNS]
    users = [table for table in _all_tables(files) if b"...timestamps" in _span(files, table)]
    for name, value, _ in exports(path, content):
        for column in entries(path, value) if name == "timestamps" else ():
            names = tuple(f"{table.key}.{column_name(column)}" for table in users)
            for kind, edit in step_edits(column.chain, in_key=False):
                if kind not in {"add-unique", "add-default"}:
                    yield Mutant(kind, f"timestamps.{column.key}", (edit,), names)
            for kind, edit in size_edits(column.chain):
                yield Mutant(kind, f"timestamps.{column.key}", (edit,), names)


def _all_tables(files: Files) -> list[Table]:
    return [table for path in sorted(files) if path.startswith(SCHEMA) for table in tables(path, files[path], SCHEMAS)]


def _span(files: Files, table: Table) -> bytes:
    return files[table.path][table.export.start_byte : table.export.end_byte]


def _of_constants(files: Files) -> Iterator[Mutant]:
    """Constants of another package of the workspace, from which the schema takes its values."""
    enums = {"USER_ROLES": "user_role", "ORDER_STATUSES": "order_status"}
    for name, value, _ in exports(CONSTANTS, files[CONSTANTS]):
        if name in enums:
            yield from _of_values(CONSTANTS, next(within(value, "array")), enums[name])
        elif name == "DEFAULT_CURRENCY":
            edit = Edit(CONSTANTS, value.start_byte, value.end_byte, "'USD'")
            yield Mutant("change-default", name, (edit,), ("books.currency", "USD"))
        elif name == "BOOK_FORMATS":
            at = next(within(value, "pair")).start_byte
            edit = Edit(CONSTANTS, at, at, "box: 'Box set',\n  ")
            yield Mutant("add-enum-value", name, (edit,), ("book_format", "box"))


def _of_barrel(files: Files) -> Iterator[Mutant]:
    """A file of the schema that is no longer exported: its tables are gone."""
    path = f"{SCHEMA}/index.ts"
    for line in files[path].decode().splitlines(keepends=True):
        module = line.split("'")[1].removeprefix("./")
        gone = [table.key for table in _all_tables(files) if table.path == f"{SCHEMA}/{module}.ts"]
        if gone:
            at = files[path].index(line.encode())
            yield Mutant("hide-file", module, (Edit(path, at, at + len(line), ""),), tuple(gone))


def _of_view(files: Files) -> Iterator[Mutant]:
    path = f"{SCHEMA}/catalog.ts"
    name = b"'published_reviews'"
    at = files[path].index(name)
    yield Mutant(
        "rename-view", "published_reviews", (Edit(path, at, at + len(name), "'best_reviews'"),), ("published_reviews",)
    )
    condition = b"eq(reviews.status, 'published')"
    at = files[path].index(condition)
    yield Mutant(
        "change-view",
        "published_reviews",
        (Edit(path, at, at + len(condition), "eq(reviews.status, 'pending')"),),
        ("published_reviews",),
    )
