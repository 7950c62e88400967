"""What the functions of a route are called: as the code names them where it declares the route."""

from collections.abc import Iterator
from typing import Any

from datamodel_check.extract.layers.express.stacks import Running
from datamodel_check.extract.layers.express.syntax import calls_within
from datamodel_check.extract.layers.reach.objects import instance_of
from datamodel_check.extract.symbols import symbol
from datamodel_check.model.location import Location
from datamodel_check.model.module import Binding, Call, Expression, Function, List, Member, Name, Spread
from datamodel_check.model.printing import text
from datamodel_check.model.program import Program
from datamodel_check.model.values import Access, Application, Closure, Value


class Names:
    """Answers for one program."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._calls: dict[str, dict[tuple[int, int], Call]] = {}
        self._bound: dict[str, dict[int, str]] = {}

    def of(self, running: Running) -> str:
        """The name of a function that runs for a route."""
        written = self._written(running.call)
        expression = written[-running.position] if running.position <= len(written) else None
        return self._of(running.function, expression, running.call.path)

    def _of(self, value: Value, written: Expression | None, path: str) -> str:
        """The name of a function: of a method with its class, else as written, else as it is declared."""
        if isinstance(value, Application) and isinstance(value.callee, Access) and value.callee.name == "bind":
            value = value.callee.object
        if isinstance(value, Access):
            made = instance_of(value.object)
            if made is not None and made.declaration.name:
                return f"{made.declaration.name}.{value.name}"
        said = self._said(written, path) if written is not None else None
        return said or self._declared(value)

    def _said(self, written: Expression, path: str) -> str | None:
        """A name of the module, or a member of one; what is wrapped stands for what wraps it."""
        if isinstance(written, Call):
            if isinstance(written.callee, Member) and written.callee.name == "bind":
                return self._said(written.callee.object, path)
            inside = (self._said(one, path) for one in written.arguments if self._is_function(one, path))  # type: ignore[arg-type]
            return next((one for one in inside if one), None) or self._said(written.callee, path)
        root: Any = written
        while isinstance(root, Member):
            root = root.object
        known = isinstance(root, Name) and root.id != "this" and self._is_of_module(root.id, path)
        return text(written) if known else None

    def _is_function(self, argument: object, path: str) -> bool:
        """Whether an argument is a function by name, which the function that it is given to wraps."""
        if not isinstance(argument, Name | Member | Call):
            return False
        value = self._program.evaluate(argument, self._program.scope(path))
        return isinstance(value, Closure) or (isinstance(value, Access) and instance_of(value.object) is not None)

    def _is_of_module(self, name: str, path: str) -> bool:
        module = self._program.module(path)
        if module is None:
            return False
        bound = (one.name for one in module.statements if isinstance(one, Binding))
        return name in {one.local for one in module.imports} or name in bound

    def _declared(self, value: Value) -> str:
        if isinstance(value, Closure):
            found = self._bindings(value.scope.path).get(value.function.span.start)
            return value.function.name or found or ""
        known = symbol(value)
        if known is not None:
            return ".".join(part for part in known.path if part != "default") or known.package
        return self._declared(value.callee) if isinstance(value, Application) else ""

    def _bindings(self, path: str) -> dict[int, str]:
        """The names of a module's top-level functions, by where these begin."""
        if path not in self._bound:
            found: dict[int, str] = {}
            module = self._program.module(path)
            for statement in module.statements if module else ():
                if isinstance(statement, Binding) and isinstance(statement.value, Function):
                    found[statement.value.span.start] = statement.name
            self._bound[path] = found
        return self._bound[path]

    # --- as written --------------------------------------------------------------------------------------------------

    def _written(self, call: Location) -> list[Expression]:
        """The arguments of a call, those of arrays too."""
        found = self._index(call.path).get((call.span.start, call.span.end))
        return list(_flat(found.arguments)) if found is not None else []

    def _index(self, path: str) -> dict[tuple[int, int], Call]:
        if path not in self._calls:
            module = self._program.module(path)
            found = {(one.span.start, one.span.end): one for one in calls_within(module.statements if module else ())}
            self._calls[path] = found
        return self._calls[path]


def _flat(arguments: tuple[Any, ...]) -> Iterator[Expression]:
    for one in arguments:
        if isinstance(one, List):
            yield from _flat(one.items)
        elif not isinstance(one, Spread):
            yield one
