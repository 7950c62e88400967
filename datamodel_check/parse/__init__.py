"""The bytes of one file → a `Module`. All use of tree-sitter stays inside this package."""

from datamodel_check.model.module import Module

_TYPESCRIPT = (".ts", ".mts", ".cts")
_TSX = (".tsx", ".jsx", ".js", ".mjs", ".cjs")


def module(path: str, content: bytes) -> Module | None:
    """The parsed file, or None where its suffix is of no known language.

    Never raises for what the file says: what cannot be read is among the module's problems.
    """
    # Plain JavaScript may hold JSX, and has no `<T>x` casts that the tsx grammar would misread.
    if path.endswith(_TYPESCRIPT):
        dialect = "typescript"
    elif path.endswith(_TSX):
        dialect = "tsx"
    else:
        return None
    from datamodel_check.parse import typescript

    return typescript.module(path, content, dialect)
