"""Which files import which packages: their text first, for that is cheap, and only what it names is parsed."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from datamodel_check.errors import UnreadableFileError
from datamodel_check.extract.decoys import decoy
from datamodel_check.extract.imports import Imported, imported
from datamodel_check.extract.protocol import Settings
from datamodel_check.extract.systems import PACKAGES, PYTHON
from datamodel_check.model.module import Binding, Call, Function, Member, Module, Name
from datamodel_check.model.program import Program
from datamodel_check.model.record import Record


def _either(packages: Iterable[str]) -> bytes:
    return b"|".join(re.escape(package.encode()) for package in sorted(packages, reverse=True))


_QUOTED = re.compile(rb"""["'](%s)(?:/[^"'\n]*)?["']""" % _either(set(PACKAGES) - PYTHON))
_PYTHON = re.compile(rb"^[ \t]*(?:from|import)[ \t]+(%s)\b" % _either(PYTHON), re.MULTILINE)


class Sighting(NamedTuple):
    """An import of a package; `local` is what the module calls it."""

    path: str
    line: int
    package: str
    name: str


class Sightings:
    """The imports of a tree's candidates. Places that are not the application's own are kept apart."""

    def __init__(self, program: Program, paths: Iterable[str], settings: Settings) -> None:
        self.program = program
        self.settings = settings
        self.reasons = {path: decoy(path, settings) for path in paths}
        self.own = [path for path, reason in self.reasons.items() if reason is None]
        self.others = [path for path, reason in self.reasons.items() if reason is not None]
        self._mentions: dict[str, list[str]] = {package: [] for package in PACKAGES}
        self._imports: dict[str, tuple[Imported, ...]] = {}
        for path in self.reasons:
            for package in self._mentioned(path):
                self._mentions[package].append(path)

    def read(self, path: str) -> bytes:
        try:
            return self.program.tree.read(path)
        except UnreadableFileError:
            return b""  # whoever reads the file for its facts reports it

    def first(self, packages: Sequence[str], paths: Iterable[str]) -> Sighting | None:
        """The first import of one of the packages in the paths."""
        return next((one for path in paths for one in self.of(path, packages)), None)

    def mentioning(self, packages: Iterable[str], *, own: bool = True) -> list[str]:
        """The paths whose text names one of the packages, as an import would."""
        found = {path for package in packages for path in self._mentions[package]}
        return sorted(path for path in found if (self.reasons[path] is None) is own)

    def of(self, path: str, packages: Sequence[str]) -> Iterator[Sighting]:
        """The imports of one of the packages in a file, the parsed module deciding."""
        if path.endswith(".py"):
            yield from self._of_python(path, packages)
            return
        for one in self.imports(path):
            for package in packages:
                if one.source == package or one.source.startswith(f"{package}/"):
                    yield Sighting(path, one.span.line, package, one.name)
                    break

    def imports(self, path: str) -> tuple[Imported, ...]:
        """What a module of JavaScript imports at run time."""
        if path not in self._imports:
            module = self.program.module(path)
            self._imports[path] = tuple(imported(module)) if module is not None else ()
        return self._imports[path]

    def makes(self, path: str, packages: Sequence[str], names: Sequence[str]) -> Sighting | None:
        """The import by which a module takes one of the names from the packages.

        What is taken as a whole counts where the module calls it, or calls one of the names of it.
        """
        if "default" not in names and not any(name.encode() in self.read(path) for name in names):
            return None
        whole = [one for one in self.of(path, packages) if one.name in {"default", "*"}]
        named = [one for one in self.of(path, packages) if one.name in names and one.name != "default"]
        if named:
            return named[0]
        module = self.program.module(path) if whole else None
        return whole[0] if module is not None and _calls(module, packages, names) else None

    def _mentioned(self, path: str) -> set[str]:
        found = (_PYTHON if path.endswith(".py") else _QUOTED).findall(self.read(path))
        return {package.decode() for package in found}

    def _of_python(self, path: str, packages: Sequence[str]) -> Iterator[Sighting]:
        content = self.read(path)
        for found in _PYTHON.finditer(content):
            package = found[1].decode()
            if package in packages:
                yield Sighting(path, content.count(b"\n", 0, found.start(1)) + 1, package, "*")


def _calls(module: Module, packages: Sequence[str], names: Sequence[str]) -> bool:
    """Whether a module calls what it takes from the packages as a whole, or one of the names of that."""
    wholes = {one.local for one in module.imports if one.original in {"default", "*"} and _is_of(one.source, packages)}
    wholes |= {
        one.name
        for one in module.statements
        if isinstance(one, Binding) and isinstance(one.value, Call) and _requires(one.value, packages)
    }
    for call in _all_calls(module):
        callee: object = call.callee
        if isinstance(callee, Name) and callee.id in wholes and "default" in names:
            return True
        if isinstance(callee, Member) and callee.name in names:
            owner: object = callee.object
            if isinstance(owner, Name) and owner.id in wholes:
                return True
    return False


def _is_of(source: str, packages: Sequence[str]) -> bool:
    return any(source == package or source.startswith(f"{package}/") for package in packages)


def _requires(call: Call, packages: Sequence[str]) -> bool:
    callee: object = call.callee
    source: Any = getattr(call.arguments[0], "value", None) if call.arguments else None
    return isinstance(callee, Name) and callee.id == "require" and isinstance(source, str) and _is_of(source, packages)


def _all_calls(module: Module) -> Iterator[Call]:
    """Every call of a module, also those in functions."""
    pending: list[Any] = [module.statements]
    while pending:
        node = pending.pop()
        if isinstance(node, Call):
            yield node
        if isinstance(node, Record):
            pending.extend(getattr(node, field) for field in reversed(node._fields))
        elif isinstance(node, Function):
            pending.append(node.body)
        elif isinstance(node, tuple):
            pending.extend(reversed(node))
