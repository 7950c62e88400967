"""The classes that modules declare, also where that hangs on what only a running project knows."""

from collections.abc import Iterable, Iterator

from datamodel_check.model.module import Binding, Call, Class, If, Statement
from datamodel_check.model.program import Program
from datamodel_check.model.values import ClassValue, Unresolved, Value
from datamodel_check.model.walking import walk


def declared_classes(program: Program, path: str) -> Iterator[ClassValue]:
    """The classes of a module, each once; `if not is_model_registered("shop", "Order"):` counts as met."""
    names: set[str] = set()
    for binding in program.bindings(path):
        found = _class(binding.value)
        if found is not None:
            names.add(binding.name)
            yield found
    module = program.module(path)
    for written in _doubtful(module.statements if module else ()):
        value = program.evaluate(written, program.scope(path))
        if written.name not in names and isinstance(value, ClassValue):
            yield value


def _class(value: Value) -> ClassValue | None:
    found = value.alternatives if isinstance(value, Unresolved) else (value,)
    return next((one for one in found if isinstance(one, ClassValue)), None)


def _doubtful(statements: Iterable[Statement]) -> Iterator[Class]:
    """The classes in branches whose tests call something."""
    for statement in statements:
        if isinstance(statement, If) and any(isinstance(part, Call) for part in walk(statement.test)):
            for inner in (*statement.then, *statement.otherwise):
                if isinstance(inner, Binding) and isinstance(inner.value, Class):
                    yield inner.value
