"""Mutants of the sample application that mean the same: `check` must not say a word about them."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from tests.mutation import declarations, expressions, imports, tokens
from tests.mutation.sample import COLUMNS, CONSTANTS, SCHEMA, Files
from tests.mutation.source import applied

REWRITINGS = {
    **tokens.REWRITINGS,
    **imports.REWRITINGS,
    **expressions.REWRITINGS,
    **declarations.REWRITINGS,
}


class Mutant(NamedTuple):
    kind: str
    what: str
    files: Files

    def __str__(self) -> str:
        return f"{self.kind} {self.what}"


def mutants(files: Files) -> Iterator[Mutant]:
    """All of them, in a fixed order."""
    code = sorted(path for path in files if path.startswith(("packages/db/src", "packages/shared/src")))
    for path in [*code, "packages/db/drizzle.config.ts"]:
        for kind, rewriting in REWRITINGS.items():
            edits = rewriting(path, files[path])
            if edits:
                yield Mutant(kind, path, applied(files, edits))
        for kind, encode in ENCODINGS.items():
            yield Mutant(kind, path, {**files, path: encode(files[path])})
    for kind, change in _CHANGES.items():
        changed = change(files)
        assert changed != files, f"{kind} changes nothing"
        yield Mutant(kind, "", changed)


# --- bytes -----------------------------------------------------------------------------------------------------------

ENCODINGS: Mapping[str, Callable[[bytes], bytes]] = {
    "crlf": lambda content: content.replace(b"\n", b"\r\n"),
    "byte-order-mark": lambda content: b"\xef\xbb\xbf" + content,
    "no-final-newline": lambda content: content.rstrip(b"\n"),
    "trailing-spaces": lambda content: content.replace(b"\n", b"  \n"),
    "blank-lines": lambda content: content.replace(b"\n", b"\n\n"),
    "tabs": lambda content: content.replace(b"  ", b"\t"),
}


# --- across files ----------------------------------------------------------------------------------------------------


def _substituted(path: str, old: str, new: str) -> Callable[[Files], Files]:
    def substitute(files: Files) -> Files:
        assert old.encode() in files[path], f"{path} does not hold {old}"
        return {**files, path: files[path].replace(old.encode(), new.encode())}

    return substitute


def _renamed_helper(files: Files) -> Files:
    """The file of shared column groups is no schema file: it may be called what it likes."""
    moved = {path: content.replace(b"~/columns", b"~/shared/columns") for path, content in files.items()}
    return {
        **{path: content for path, content in moved.items() if path != COLUMNS},
        "packages/db/src/shared/columns.ts": files[COLUMNS],
    }


def _reversed_barrel(files: Files) -> Files:
    path = f"{SCHEMA}/index.ts"
    return {**files, path: b"".join(reversed(files[path].splitlines(keepends=True)))}


def _named_barrel(files: Files) -> Files:
    """`export { a, b } from` for `export * from`."""
    return _substituted(f"{SCHEMA}/index.ts", "export * from './inventory'", _INVENTORY)(files)


_INVENTORY = """import { movements as moved } from './inventory'
export { moved as movements }
export { inventory, movementReason, stock, warehouses } from './inventory'"""


def _moved_constants(files: Files) -> Files:
    """The constants in another file of the package, and this one exporting them again."""
    folder = CONSTANTS.rsplit("/", 1)[0]
    return {**files, CONSTANTS: b"export * from './values'\n", f"{folder}/values.ts": files[CONSTANTS]}


def _inlined_columns(files: Files) -> Files:
    """What `...timestamps` stands for, written out."""
    path = f"{SCHEMA}/accounts.ts"
    group = files[COLUMNS].decode().split("timestamps = {")[1].split("\n}")[0]
    return {**files, path: files[path].replace(b"    ...timestamps,", group.encode())}


_LOOK_ALIKE = b"""import { pgTable, text } from 'drizzle-orm/pg-core'

export const fixture = pgTable('fixture', { id: text('id') })
"""

_CHANGES: Mapping[str, Callable[[Files], Files]] = {
    "renamed-helper": _renamed_helper,
    "reversed-barrel": _reversed_barrel,
    "named-barrel": _named_barrel,
    "moved-constants": _moved_constants,
    "inlined-columns": _inlined_columns,
    "mode-of-a-column": _substituted(f"{SCHEMA}/accounts.ts", ", mode: 'string'", ""),
    "function-for-sql": _substituted(f"{SCHEMA}/orders.ts", ".default(sql`now()`)", ".defaultNow()"),
    "usual-rule-said": _substituted(
        f"{SCHEMA}/catalog.ts", "() => authors.id)", "() => authors.id, { onDelete: 'no action' })"
    ),
    "usual-method-said": _substituted(
        f"{SCHEMA}/accounts.ts", "sessions_expires_at_idx').on(", "sessions_expires_at_idx').using('btree', "
    ),
    "plain-config": _substituted("packages/db/drizzle.config.ts", "defineConfig({", "({"),
    "schema-in-list": _substituted("packages/db/drizzle.config.ts", "'./src/schema/index.ts'", "['./src/schema/*.ts']"),
    "application-code": _substituted("apps/web/lib/books.ts", ".limit(50)", ".limit(20)"),
    "dependency-update": _substituted("apps/web/package.json", "^0.45.0", "^0.45.4"),
    "new-test": lambda files: {**files, f"{SCHEMA}/accounts.test.ts": _LOOK_ALIKE},
    "new-look-alike": lambda files: {
        **files,
        "apps/web/lib/tables.ts": _LOOK_ALIKE.replace(b"drizzle-orm/pg-core", b"./other"),
    },
}
