"""The tree-sitter grammars, loaded when the first file of their language is parsed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tree_sitter import Parser

_parsers: dict[str, Parser] = {}

_GRAMMARS = {
    "python": ("tree_sitter_python", "language"),
    "tsx": ("tree_sitter_typescript", "language_tsx"),
    "typescript": ("tree_sitter_typescript", "language_typescript"),
}
"""The package of each grammar, and its function in there."""


def parser(dialect: str) -> Parser:
    """The parser for `typescript`, `tsx` or `python`."""
    if dialect not in _parsers:
        from tree_sitter import Language, Parser

        package, language = _GRAMMARS[dialect]
        _parsers[dialect] = Parser(Language(getattr(_binding(package), language)()))
    return _parsers[dialect]


def _binding(package: str) -> Any:
    """The extension module of a grammar package.

    The packages' own `__init__` imports importlib.resources for queries that nobody here asks for: twice the time that
    it takes to load the grammar. Where the extension is not found as expected, the package itself is imported.
    """
    from importlib.machinery import PathFinder

    found = PathFinder.find_spec(package)
    spec = PathFinder.find_spec("_binding", found.submodule_search_locations) if found else None
    if spec is None or spec.loader is None:
        from importlib import import_module

        return import_module(package)
    binding: Any = spec.loader.create_module(spec)
    spec.loader.exec_module(binding)
    return binding
