"""Modules and the names that they give to one another, without evaluating anything."""

from collections.abc import Callable
from typing import NamedTuple, Protocol, TypeAlias

from datamodel_check.link.files import Files
from datamodel_check.link.writes import Changes, changes
from datamodel_check.model.location import Location, Span
from datamodel_check.model.module import Binding, Export, Import, Module


class Origin(NamedTuple):
    """A top-level binding of a module."""

    path: str
    name: str


class Whole(NamedTuple):
    """A module itself."""

    path: str


class Outside(NamedTuple):
    """Something of a package outside the repository; of the package itself the name is None."""

    package: str
    name: str | None


class Missing(NamedTuple):
    """A name that should lead somewhere, and does not."""

    reason: str
    location: Location
    unvalued: bool = False
    """The module that should export it is there: perhaps it is a type."""


Found: TypeAlias = Origin | Whole | Outside | Missing


class MissingModule(NamedTuple):
    """A specifier that names a file of the repository, which is not there."""


class _Search:
    """Where one look for an export has been, and through how many modules it has come."""

    __slots__ = ("depth", "seen")

    def __init__(self) -> None:
        self.depth = 0
        self.seen: set[tuple[str, str]] = set()


_DEEPEST = 200
"""Modules through which a name may be handed on."""


class Resolver(Protocol):
    def resolve(self, specifier: str, importer: str) -> str | MissingModule | None:
        """The file that a specifier names; None where it is outside the repository."""


class Graph:
    """The modules of a repository, parsed when first asked for."""

    def __init__(self, files: Files, parse: Callable[[str, bytes], Module | None], resolver: Resolver) -> None:
        self._files = files
        self._parse = parse
        self._resolver = resolver
        self._modules: dict[str, Module | None] = {}
        self._declarations: dict[str, dict[str, Binding]] = {}
        self._imports: dict[str, dict[str, Import]] = {}
        self._changes: dict[str, dict[str, Changes]] = {}
        self._tables: dict[str, tuple[dict[str, Export], list[Export]]] = {}
        self._exports: dict[tuple[str, str], Found | None] = {}
        self._resolved: dict[tuple[str, str], str | MissingModule | None] = {}

    def module(self, path: str) -> Module | None:
        """The parsed file; None where there is none, or none that can be parsed."""
        if path not in self._modules:
            content = self._files.read(path)
            self._modules[path] = None if content is None else self._parse(path, content)
        return self._modules[path]

    def declarations(self, path: str) -> dict[str, Binding]:
        """The top-level bindings of a module by name, in order. Of a function declared twice the last one counts."""
        if path not in self._declarations:
            found: dict[str, Binding] = {}
            module = self.module(path)
            for statement in module.statements if module else ():
                if isinstance(statement, Binding) and (statement.name not in found or statement.kind == "function"):
                    found[statement.name] = statement
            self._declarations[path] = found
        return self._declarations[path]

    def changes(self, path: str) -> dict[str, Changes]:
        """What happens to a module's top-level names after their declaration."""
        if path not in self._changes:
            module = self.module(path)
            self._changes[path] = changes(module.statements) if module else {}
        return self._changes[path]

    def resolve(self, specifier: str, importer: str) -> str | MissingModule | None:
        """The file that a specifier names; None where it is outside the repository."""
        key = (specifier, importer)
        if key not in self._resolved:
            self._resolved[key] = self._resolver.resolve(specifier, importer)
        return self._resolved[key]

    # --- names -------------------------------------------------------------------------------------------------------

    def find(self, path: str, name: str) -> Found | None:
        """What a name means at the top level of a module; None where it is neither declared nor imported there."""
        if name in self.declarations(path):
            return Origin(path, name)
        imported = self._imported_names(path).get(name)
        return self.imported(path, imported.source, imported.original, imported.span) if imported else None

    def imported(self, importer: str, source: str, name: str, span: Span) -> Found:
        """What a name of another module means; `*` is the module itself."""
        target = self.resolve(source, importer)
        if isinstance(target, str) and name != "*":
            return self.export(target, name) or _no_export(importer, source, name, span)
        return self._imported(importer, source, name, span, _Search())

    def export(self, path: str, name: str) -> Found | None:
        """What a module exports under a name; None where that is nothing that has a value."""
        key = (path, name)
        if key not in self._exports:
            self._exports[key] = self._export(path, name, _Search())
        return self._exports[key]

    def exported_names(self, path: str) -> tuple[tuple[str, Location], ...]:
        """The exported names, each once with the place where the module says so; `export *` comes last."""
        return tuple(self._exported_names(path).items())

    def _imported_names(self, path: str) -> dict[str, Import]:
        if path not in self._imports:
            module = self.module(path)
            self._imports[path] = {found.local: found for found in module.imports if found.local} if module else {}
        return self._imports[path]

    def _imported(self, importer: str, source: str, name: str, span: Span, search: _Search) -> Found:
        target = self.resolve(source, importer)
        if target is None:
            return Outside(source, None if name == "*" else name)
        if isinstance(target, MissingModule):
            return Missing(f"cannot find module '{source}'", Location(importer, span))
        if name == "*":
            return Whole(target)
        found = self._export(target, name, search)
        return found or _no_export(importer, source, name, span)

    def _export(self, path: str, name: str, search: _Search) -> Found | None:
        if (path, name) in search.seen or search.depth > _DEEPEST:
            return None
        search.seen.add((path, name))
        if path.endswith(".json"):
            return Origin(path, name)
        search.depth += 1
        try:
            return self._looked_up(path, name, search)
        finally:
            search.depth -= 1

    def _looked_up(self, path: str, name: str, search: _Search) -> Found | None:
        named, _ = self._exports_of(path)
        if name in named:
            return self._meant(path, named[name], search)
        if name == "default":
            return None
        return self._starred(path, name, search) or self._common(path, name)

    def _meant(self, path: str, export: Export, search: _Search) -> Found | None:
        if export.source is not None:
            return self._imported(path, export.source, export.original, export.span, search)
        if export.original in self.declarations(path):
            return Origin(path, export.original)
        imported = self._imported_names(path).get(export.original)
        if imported is None or imported.typing:
            return None
        return self._imported(path, imported.source, imported.original, imported.span, search)

    def _starred(self, path: str, name: str, search: _Search) -> Found | None:
        """What comes in by `export *`: from a module of the repository, else from the one package that is left."""
        outside: list[Export] = []
        for export in self._exports_of(path)[1]:
            target = self.resolve(export.source or "", path)
            found = self._export(target, name, search) if isinstance(target, str) else None
            if found is not None:
                return found
            if target is None:
                outside.append(export)
        if not outside:
            return None
        if len(outside) > 1:
            sources = ", ".join(f"'{export.source}'" for export in outside)
            return Missing(f"'{name}' may come from any of {sources}", Location(path, outside[0].span))
        return Outside(outside[0].source or "", name)

    def _exports_of(self, path: str) -> tuple[dict[str, Export], list[Export]]:
        """The exports that have a name, and those of everything that another module exports."""
        if path not in self._tables:
            module = self.module(path)
            exports = [export for export in module.exports if not export.typing] if module else []
            named = {export.name: export for export in reversed(exports) if export.name != "*"}
            self._tables[path] = named, [export for export in exports if export.name == "*"]
        return self._tables[path]

    def _common(self, path: str, name: str) -> Found | None:
        """`module.exports = { name: … }` exports its members too."""
        if "default" in self.declarations(path) and path.endswith((".js", ".cjs", ".cts")):
            return Origin(path, f"default.{name}")
        return None

    def _exported_names(self, path: str) -> dict[str, Location]:
        found: dict[str, Location] = {}
        pending, seen = [path], {path}
        while pending:
            current = pending.pop()
            named, stars = self._exports_of(current)
            for name, export in reversed(named.items()):
                if name != "default" or current == path:
                    found.setdefault(name, Location(current, export.span))
            targets = [self.resolve(export.source or "", current) for export in stars]
            for target in reversed(targets):
                if isinstance(target, str) and target not in seen:
                    seen.add(target)
                    pending.append(target)
        return found


def _no_export(importer: str, source: str, name: str, span: Span) -> Missing:
    return Missing(f"'{source}' exports no value '{name}'", Location(importer, span), unvalued=True)
