"""The order in which Python runs the modules of a project: in it fields are created, and so stand in their tables.

https://docs.python.org/3/reference/import.html: a package's own module runs before those inside it, and an import
runs where it stands.
"""

from collections.abc import Collection, Iterable, Mapping

from datamodel_check.model.program import Program


def order(program: Program, first: Iterable[str], modules: Collection[str]) -> Mapping[str, int]:
    """The place of each of `modules` when those of `first` are imported in turn; others are not looked into."""
    found: dict[str, int] = {}
    for path in first:
        _run(program, path, frozenset(modules), found, set())
    return found


def _run(program: Program, path: str, modules: frozenset[str], found: dict[str, int], running: set[str]) -> None:
    if path in found or path in running or path not in modules:
        return
    running.add(path)
    package = f"{path.rpartition('/')[0]}/__init__.py"
    _run(program, package, modules, found, running)
    module = program.module(path)
    for one in module.imports if module else ():
        if one.typing:
            continue
        source = program.resolve(one.source, path)
        inner = program.resolve(f"{one.source.rstrip('.')}.{one.original}", path) if one.original != "*" else None
        for target in (source, inner):
            if target is not None:
                _run(program, target, modules, found, running)
    found[path] = len(found)
