"""Names of TypeScript's types: where they are declared, imports and re-exports followed, also those of types alone."""

from collections.abc import Iterator
from typing import NamedTuple

from datamodel_check.model.module import Binding, Export, Import, Module, TypeDeclaration
from datamodel_check.model.program import Program


class Declared(NamedTuple):
    """An alias, an interface, a class or an enum, and the module that declares it."""

    declaration: TypeDeclaration | Binding
    path: str


class Outside(NamedTuple):
    """A name that comes from a package outside the repository, or leads nowhere."""

    package: str


class TypeNames:
    """Answers for one program."""

    def __init__(self, program: Program) -> None:
        self._program = program

    def find(self, name: str, path: str, *, exported: bool = False) -> Declared | Outside | None:
        """What a name means in a module, or among its exports; None where it is declared nowhere: a global."""
        return self._exported(name, path, set()) if exported else self._local(name, path, set())

    def declared(self, name: str, path: str) -> TypeDeclaration | Binding | Outside | None:
        found = self.find(name, path)
        return found.declaration if isinstance(found, Declared) else found

    def module(self, name: str, path: str) -> str | None:
        """The module of the repository that `import * as name` names."""
        for one in _imports(self._program.module(path), name):
            return self._program.resolve(one.source, path) if one.original == "*" else None
        return None

    def _local(self, name: str, path: str, seen: set[tuple[str, str, bool]]) -> Declared | Outside | None:
        module = self._program.module(path)
        if module is None or (path, name, False) in seen:
            return None
        seen.add((path, name, False))
        for statement in module.statements:
            if isinstance(statement, TypeDeclaration | Binding) and statement.name == name and _is_type(statement):
                return Declared(statement, path)
        for one in _imports(module, name):
            return self._elsewhere(one.original, one.source, path, seen)
        return None

    def _exported(self, name: str, path: str, seen: set[tuple[str, str, bool]]) -> Declared | Outside | None:
        module = self._program.module(path)
        if module is None or (path, name, True) in seen:
            return None
        seen.add((path, name, True))
        for export in module.exports:
            if export.name == name and export.name != "*":
                return self._handed_on(export, path, seen)
        for export in module.exports:
            found = self._elsewhere(name, export.source, path, seen) if export.name == "*" and export.source else None
            if isinstance(found, Declared):
                return found
        return None

    def _handed_on(self, export: Export, path: str, seen: set[tuple[str, str, bool]]) -> Declared | Outside | None:
        if export.source is None:
            return self._local(export.original, path, seen)
        return self._elsewhere(export.original, export.source, path, seen)

    def _elsewhere(self, name: str, source: str, importer: str, seen: set[tuple[str, str, bool]]) -> Declared | Outside:
        target = self._program.resolve(source, importer)
        found = None if target is None else self._exported(name, target, seen)
        return Outside(source) if found is None else found


def _imports(module: Module | None, name: str) -> Iterator[Import]:
    return (one for one in (module.imports if module else ()) if one.local == name)


def _is_type(statement: TypeDeclaration | Binding) -> bool:
    return isinstance(statement, TypeDeclaration) or statement.kind in {"class", "enum"}
