"""The names that an expression sees."""

from typing import TypeAlias

from datamodel_check.model.values import Value


class ModuleScope:
    """The top level of a module. Its names are looked up in the module graph."""

    __slots__ = ("path",)

    def __init__(self, path: str) -> None:
        self.path = path


class LocalScope:
    """The names of one call of a function, or of a block in it; they change while its statements run."""

    __slots__ = ("block", "names", "parent", "path")

    def __init__(self, parent: "Scope", names: dict[str, Value] | None = None, *, block: bool = False) -> None:
        self.parent = parent
        self.block = block
        self.path: str = parent.path
        self.names = names if names is not None else {}

    def of_function(self) -> "LocalScope":
        """The scope in which `var` declares names."""
        scope = self
        while scope.block and isinstance(scope.parent, LocalScope):
            scope = scope.parent
        return scope

    def owner(self, name: str) -> "LocalScope | None":
        """The scope that declares `name`; None where it is no local name."""
        scope: Scope = self
        while isinstance(scope, LocalScope):
            if name in scope.names:
                return scope
            scope = scope.parent
        return None


Scope: TypeAlias = ModuleScope | LocalScope
