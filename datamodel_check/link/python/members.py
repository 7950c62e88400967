"""Attributes and items of values: `value.name`, `value[key]`."""

from typing import TYPE_CHECKING, cast

from datamodel_check.link.describe import depending, describe
from datamodel_check.link.python import calls, enums
from datamodel_check.link.python.names import bound
from datamodel_check.link.scope import LocalScope
from datamodel_check.model.location import Location
from datamodel_check.model.module import Assignment, Block, Expression, Function, If, Member, Name, Statement
from datamodel_check.model.values import (
    Access,
    Application,
    ClassValue,
    Closure,
    Constant,
    External,
    ListValue,
    Namespace,
    ObjectValue,
    Unresolved,
    Value,
)

if TYPE_CHECKING:
    from datamodel_check.link.evaluate import Evaluator
    from datamodel_check.link.python.bindings import PythonBindings


def member(evaluator: "Evaluator", value: Value, name: str, location: Location) -> Value:
    """`value.name`. Methods are `Access`es, which calls know."""
    bindings = cast("PythonBindings", evaluator.bindings)
    match value:
        case Namespace():
            return _of_module(bindings, value, name, location)
        case ClassValue():
            return _of_class(evaluator, value, name, location)
        case External():
            return bindings.external(value.package, ".".join((*value.path, name)))
        case Application(callee=ClassValue() as made) if not value.new:
            return _of_instance(evaluator, value, made, name, location)
        case Application(callee=External(dotted="types.SimpleNamespace")) if name in value.keywords:
            return value.keywords[name]
        case Access() if (known := enums.member(bindings, value, name)) is not None:
            return known
        case Unresolved() if not evaluator.sketching:
            found = depending(value, describe(Access(value, name, location)), location)
            found.alternatives = tuple(member(evaluator, other, name, location) for other in value.alternatives[:_MOST])
            return found
        case Closure() if name in ("__name__", "__qualname__"):
            return Constant(value.function.name or "<lambda>")
        case _:
            return Access(value, name, location)


_MOST = 8


def _of_module(bindings: "PythonBindings", value: Namespace, name: str, location: Location) -> Value:
    if name == "__name__":
        return Constant(module_name(value.path))
    found = bindings.exported(value.path, name)
    if found is not None:
        return found
    return Unresolved(f"{value.path} has no name {name}", describe(Access(value, name, location)), location)


def module_name(path: str) -> str:
    """The dotted name of a module, from the root of the repository."""
    return path.removesuffix(".py").removesuffix("/__init__").rstrip("/").replace("/", ".")


_OF_CLASSES = frozenset({"classproperty", "declared_attr"})
"""Decorators of packages that make a method an attribute of the class: it is what the method says of the class."""


def _of_class(evaluator: "Evaluator", value: ClassValue, name: str, location: Location) -> Value:
    bindings = cast("PythonBindings", evaluator.bindings)
    if name in ("__name__", "__qualname__") and value.declaration.name:
        return Constant(value.declaration.name)
    if name == "__module__":
        return Constant(module_name(value.scope.path))
    found = bindings.classes.find(value, name)
    holder, known = found or (value, None)
    if known is None:
        return Access(value, name, location)
    if isinstance(known, Closure):
        decorators = _decorated(known.function)
        if decorators & _OF_CLASSES:
            return calls.apply(evaluator, known, calls.Items((value,)), location)
        return Access(value, name, location) if decorators & {"classmethod"} else known
    if evaluator.sketching and isinstance(known, Application):
        return Access(value, name, location)  # of `Book.objects`, whose manager a base class may make, `Book` matters
    if enums.is_enum(bindings, holder) and not name.startswith("_") and not isinstance(known, ClassValue):
        return Access(value, name, location)
    return known


def _of_instance(evaluator: "Evaluator", value: Application, made: ClassValue, name: str, location: Location) -> Value:
    bindings = cast("PythonBindings", evaluator.bindings)
    found = bindings.classes.find(made, name)
    known = found[1] if found else None
    assigned = None if isinstance(known, Closure) else _assigned(evaluator, value, made, name)
    if assigned is not None:
        return assigned
    if known is None and name in value.keywords:
        return value.keywords[name]  # a constructor outside the repository keeps what it is given
    read = Access(value, name, location)
    if isinstance(known, Closure) and _decorated(known.function) & {"property", "cached_property"}:
        return read if evaluator.sketching else calls.apply(evaluator, known, calls.Items((value,)), location)
    if known is None or isinstance(known, Closure | ClassValue):
        return read
    unknown = Unresolved("an instance may have another value", describe(read), location, read)
    unknown.alternatives = (known,)
    return unknown


def _assigned(evaluator: "Evaluator", value: Application, made: ClassValue, name: str) -> Value | None:
    """What the constructor sets an attribute to, where it does so once, of what it is given: `self.size = size`."""
    bindings = cast("PythonBindings", evaluator.bindings)
    found = bindings.classes.find(made, "__init__")
    init = found[1] if found else None
    if not isinstance(init, Closure) or not init.function.parameters:
        return None
    this = init.function.parameters[0].name
    set_ = [one for one in init.function.body if isinstance(one, Assignment) and _is_of(one.target, this, name)]
    if len(set_) != 1 or value.open or any(bound(init.function.body)) or _is_changed(init.function.body, this, name):
        return None
    scope = LocalScope(init.scope)  # type: ignore[arg-type]
    calls.bind(evaluator, init.function, calls.Items((value, *value.arguments), value.keywords), scope)
    return evaluator.evaluate(set_[0].value, scope)


def _is_of(target: Expression, this: str, name: str) -> bool:
    return (
        isinstance(target, Member)
        and target.name == name
        and isinstance(target.object, Name)
        and target.object.id == this
    )


def _is_changed(body: tuple[Statement, ...], this: str, name: str) -> bool:
    """Whether an attribute is set inside another statement."""
    inner = [one for s in body if isinstance(s, If | Block) for one in (*_branches(s),)]
    return any(
        (isinstance(one, Assignment) and _is_of(one.target, this, name)) or _is_changed((one,), this, name)
        for one in inner
    )


def _branches(statement: If | Block) -> tuple[Statement, ...]:
    return (*statement.then, *statement.otherwise) if isinstance(statement, If) else statement.body


def _decorated(function: Function) -> set[str]:
    """The plain names of a function's decorators."""
    found = set()
    for decorator in function.decorators:
        name = decorator.id if isinstance(decorator, Name) else getattr(decorator, "name", "")
        inner = decorator.object if isinstance(decorator, Member) else None  # declared_attr.directive
        found |= {str(name)} | ({inner.id} if isinstance(inner, Name) else set())
    return found


# --- items -----------------------------------------------------------------------------------------------------------


def subscript(evaluator: "Evaluator", value: Value, keys: tuple[Value, ...], location: Location) -> Value:
    """`value[key]`; of a generic class it is the class."""
    key = keys[0] if len(keys) == 1 else ListValue(keys)
    match value:
        case ClassValue():
            bindings = cast("PythonBindings", evaluator.bindings)
            is_enum = enums.is_enum(bindings, value) and isinstance(key, Constant)
            return (
                member(evaluator, value, str(key.value), location) if is_enum and isinstance(key, Constant) else value
            )
        case ObjectValue():
            return _of_dict(evaluator, value, key, location)
        case ListValue() | Constant(str()):
            found = _of_list(evaluator, value, key, location)
            if found is not None:
                return found
        case External() if value.dotted == "os.environ":
            return Unresolved("it is read from the environment", f"os.environ[{evaluator.describe(key)}]", location)
        case External() | Application() | Access():
            item = _item(evaluator)
            return Application(item, (value, *keys), location)
        case _:
            pass
    written = f"{evaluator.describe(value)}[{evaluator.describe(key)}]"
    return evaluator.depending(value if isinstance(value, Unresolved) else key, written, location)


def _item(evaluator: "Evaluator") -> External:
    """`operator.getitem`: stands for the subscript of something symbolic."""
    return evaluator.bindings.external("operator", "getitem")


def _of_dict(evaluator: "Evaluator", value: ObjectValue, key: Value, location: Location) -> Value:
    name = evaluator.key(key)
    if name is not None and name in value.entries and name not in value.uncertain:
        return value.entries[name]
    written = f"{evaluator.describe(value)}[{evaluator.describe(key)}]"
    if value.open:
        return evaluator.depending(value.open[0], written, location)
    if name is not None:
        return Unresolved(f"there is no key {name!r}", written, location)
    return evaluator.either(key, tuple(value.entries.values()), written, location)


def _of_list(evaluator: "Evaluator", value: ListValue | Constant, key: Value, location: Location) -> Value | None:
    length = len(value.items) if isinstance(value, ListValue) else len(str(value.value))
    unknown = value.open if isinstance(value, ListValue) else ()
    place = _index(key)
    if place is None:
        return None
    if unknown and (isinstance(place, slice) or not 0 <= place < length):
        return None
    if isinstance(place, int) and not -length <= place < length:
        return Unresolved("the index is out of range", f"{evaluator.describe(value)}[{place}]", location)
    if isinstance(value, Constant):
        return Constant(str(value.value)[place])
    if isinstance(place, slice):
        return evaluator.drafts.list(ListValue(value.items[place]))
    return value.items[place]


def _index(key: Value) -> int | slice | None:
    match key:
        case Constant(int() as place):
            return place
        case Application(callee=External(path=("slice",)), arguments=bounds):
            parts = [bound.value for bound in bounds if isinstance(bound, Constant)]
            if len(parts) == 3 and all(part is None or isinstance(part, int) for part in parts):
                return slice(*parts) if parts[2] != 0 else None
        case _:
            pass
    return None
