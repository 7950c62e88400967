"""Which components use a hook, a store or a server action: found by imports, and by the names in their bodies."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from datamodel_check.extract.decoys import decoy
from datamodel_check.extract.layers.importers import Importers
from datamodel_check.extract.layers.naming import SCRIPTS
from datamodel_check.extract.protocol import Settings
from datamodel_check.model.location import Location
from datamodel_check.model.module import Binding, Export, Function, Member, Module, Name, Opaque
from datamodel_check.model.program import Program
from datamodel_check.model.record import Record


class _Part(NamedTuple):
    """A top-level binding: a component, a hook, or what one of them is made with."""

    path: str
    name: str


class Users:
    """Answers for one program."""

    def __init__(self, program: Program) -> None:
        self._program = program
        paths = [path for path in program.tree.paths if path.endswith(SCRIPTS) and decoy(path, Settings()) is None]
        self._importers = Importers(program, paths)
        self._names: dict[str, dict[str, frozenset[str]]] = {}
        self._found: dict[_Part, frozenset[str]] = {}

    def components(self, name: str, location: Location) -> frozenset[str]:
        """The components, as `path#Name`, that use what is declared at a place, hooks in between seen through."""
        first = self._holder(name, location)
        if first is None:
            return frozenset()
        if first not in self._found:
            self._found[first] = frozenset(self._search(first))
        return self._found[first]

    def _search(self, first: _Part) -> Iterator[str]:
        seen = {first}
        pending = [first]
        while pending:
            part = pending.pop()
            if _is_component(part):
                yield f"{part.path}#{part.name}"
                continue
            following = {one for one in self._users(part) if one not in seen}
            seen |= following
            pending += sorted(following)

    def _holder(self, name: str, location: Location) -> _Part | None:
        """The top-level binding that is declared at a place, or stands around it."""
        module = self._program.module(location.path)
        for statement in module.statements if module else ():
            if isinstance(statement, Binding):
                around = statement.span.start <= location.span.start and location.span.end <= statement.span.end
                if around or (statement.name == name and not location.span.end):
                    return _Part(location.path, statement.name)
        return None

    # --- uses --------------------------------------------------------------------------------------------------------

    def _users(self, part: _Part) -> Iterator[_Part]:
        """The top-level bindings that name a part, in its own module and in those that import it."""
        pending = [(part.path, part.name)]
        seen = set(pending)
        while pending:
            path, name = pending.pop()
            yield from self._naming(path, {name: name}, part)
            exported = self._exported(path, name)
            for importer in sorted(self._importers.of(path)):
                locals_ = self._locals(importer, path, exported)
                yield from self._naming(importer, locals_, part)
                for handed in self._handed_on(importer, path, exported):
                    if (importer, handed) not in seen:
                        seen.add((importer, handed))
                        pending.append((importer, handed))

    def _exported(self, path: str, name: str) -> frozenset[str]:
        module = self._program.module(path)
        exports = module.exports if module else ()
        return frozenset(one.name for one in exports if one.source is None and one.original == name) | (
            {name} if any(_hands_on(one, name) for one in exports) else frozenset()
        )

    def _locals(self, importer: str, path: str, exported: frozenset[str]) -> dict[str, str]:
        """The names under which a module knows what another exports; of a namespace the member."""
        module = self._program.module(importer)
        found: dict[str, str] = {}
        for one in module.imports if module else ():
            if one.typing or self._program.resolve(one.source, importer) != path:
                continue
            if one.original in exported:
                found[one.local] = one.local
            elif one.original == "*":
                found |= {f"{one.local}.{name}": one.local for name in exported}
        return found

    def _handed_on(self, importer: str, path: str, exported: frozenset[str]) -> Iterator[str]:
        """The names under which a module exports what it has from another."""
        module = self._program.module(importer)
        for one in module.exports if module else ():
            if one.source is None or one.typing or self._program.resolve(one.source, importer) != path:
                continue
            if one.name == "*":
                yield from sorted(exported - {"default"})
            elif one.original in exported:
                yield one.name

    def _naming(self, path: str, names: dict[str, str], part: _Part) -> Iterator[_Part]:
        if not names:
            return
        for binding, inside in self._bodies(path).items():
            if inside & names.keys() and _Part(path, binding) != part:
                yield _Part(path, binding)

    def _bodies(self, path: str) -> dict[str, frozenset[str]]:
        """The names, and members of names, in each top-level binding of a module."""
        if path not in self._names:
            module = self._program.module(path)
            self._names[path] = {name: frozenset(_names(value)) for name, value in _bindings(module)}
        return self._names[path]


def _bindings(module: Module | None) -> Iterator[tuple[str, object]]:
    for statement in module.statements if module else ():
        if isinstance(statement, Binding):
            yield statement.name, statement.value


def _names(value: object) -> Iterator[str]:
    pending: list[Any] = [value]
    while pending:
        node = pending.pop()
        if isinstance(node, Function):
            pending += [node.parameters, node.body]
        elif isinstance(node, Name):
            yield node.id
        elif isinstance(node, Opaque):
            yield from _embedded(node.text)
        elif isinstance(node, Record):
            if isinstance(node, Member) and isinstance(node.object, Name):
                yield f"{node.object.id}.{node.name}"
            pending.extend(getattr(node, field) for field in node._fields)
        elif type(node) is tuple:
            pending.extend(node)


_EMBEDDED = re.compile(
    r"""(?P<open>\{)|(?P<close>\})|"[^"]*"|'[^']*'|(?P<name>[A-Za-z_$][\w$]*(?:\s*\.\s*[A-Za-z_$][\w$]*)?)"""
)


def _embedded(text: str) -> Iterator[str]:
    """The names in the braces of JSX."""
    depth = 0
    for found in _EMBEDDED.finditer(text):
        depth += bool(found["open"]) - bool(found["close"])
        if found["name"] and depth > 0:
            name = "".join(found["name"].split())
            yield from {name, name.partition(".")[0]}


def _hands_on(export: Export, name: str) -> bool:
    return export.source is not None and (export.name == name or export.name == "*")


def _is_component(part: _Part) -> bool:
    """Whether a binding is a component: https://react.dev/learn/your-first-component#step-2-define-the-function."""
    return part.path.endswith((".tsx", ".jsx")) and (part.name[:1].isupper() or part.name == "default")
