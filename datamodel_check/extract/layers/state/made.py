"""What the top level of modules makes with a library's functions, each thing once, by the name that it gets there."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from datamodel_check.extract.layers.naming import stem
from datamodel_check.model.location import Location
from datamodel_check.model.program import Export, Program
from datamodel_check.model.values import Application, Closure, ObjectValue, Unresolved, Value


class Made(NamedTuple):
    """A call that makes something, the binding that holds it, and where that is declared."""

    name: str
    value: Application
    location: Location
    binding: str


def made(program: Program, paths: Sequence[str], is_wanted: Callable[[Value], bool]) -> Iterator[Made]:
    """What is written in a binding itself, then what a function of the repository makes for one: `make("cart")`.

    Each has one name, that by which it is exported: `again` where `export { cart as again }` stands.
    """
    seen: set[int] = set()
    bindings = [(path, binding) for path in paths for binding in program.bindings(path)]
    for is_of_round in (_is_written, _is_called):
        for path, binding in bindings:
            for name, value in _calls(_name(path, binding), binding.value):
                if id(value) not in seen and is_wanted(value) and is_of_round(binding, value):
                    seen.add(id(value))
                    told = _exported(program, path, value) if name == binding.name else None
                    yield Made(told or name, value, _place(binding, value), binding.name)


def _exported(program: Program, path: str, value: Value) -> str | None:
    """The first name by which other modules know something."""
    names = [export.name for export in program.exports(path) if export.value is value and export.name != "default"]
    return names[0] if names else None


def returned(program: Program, paths: Sequence[str], is_wanted: Callable[[Value], bool]) -> Iterator[Made]:
    """What functions make that stand at the top level: `const makeStore = () => configureStore(…)`."""
    for path in paths:
        for binding in program.bindings(path):
            value = result(program, binding.value) if isinstance(binding.value, Closure) else None
            if isinstance(value, Application) and is_wanted(value) and _is_written(binding, value):
                yield Made(_name(path, binding), value, value.location, binding.name)


def result(program: Program, function: Closure) -> Value:
    """What a function comes to when nothing is known of its arguments."""
    place = function.scope.path
    parameters = function.function.parameters
    return program.call(
        function, [Unresolved("it is a parameter", one.name, Location(place, one.span)) for one in parameters]
    )


def _name(path: str, binding: Export) -> str:
    return stem(path).rpartition("/")[2] if binding.name == "default" else binding.name


def _calls(name: str, value: Value) -> Iterator[tuple[str, Application]]:
    """A binding's value, and what an object holds: `atoms.user`."""
    if isinstance(value, Application):
        yield name, value
    for key, one in value.entries.items() if isinstance(value, ObjectValue) else ():
        if isinstance(one, Application):
            yield f"{name}.{key}", one


def _is_written(binding: Export, value: Application) -> bool:
    """Whether the call stands in the binding's own text."""
    around, inner = binding.location, value.location
    return around.path == inner.path and around.span.start <= inner.span.start and inner.span.end <= around.span.end


def _is_called(binding: Export, value: Application) -> bool:
    """Whether something else stands there, of which the second round knows that no other binding holds it."""
    return not _is_written(binding, value)


def _place(binding: Export, value: Application) -> Location:
    return value.location if _is_written(binding, value) else binding.location
