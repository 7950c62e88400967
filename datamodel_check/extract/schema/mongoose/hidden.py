"""Models that running the modules does not show: those made in functions, and those of a repository's own makers."""

from collections.abc import Iterator, Sequence
from typing import Any

from datamodel_check.extract.imports import imported
from datamodel_check.extract.schema.mongoose.known import PACKAGES
from datamodel_check.extract.schema.mongoose.runtime import Runtime
from datamodel_check.extract.symbols import string
from datamodel_check.model.location import Location
from datamodel_check.model.module import (
    Call,
    Expression,
    Function,
    Literal,
    Member,
    Module,
    Name,
    Object,
    Parameter,
    Property,
)
from datamodel_check.model.printing import text
from datamodel_check.model.program import Program
from datamodel_check.model.values import Access, Application, Closure, External, Unresolved, Value
from datamodel_check.model.walking import walk

_CONNECTIONS = frozenset({"conn", "connection", "db", "database"})


def run_functions(runtime: Runtime, path: str) -> None:
    """Run the functions of a module that make models and that nothing has called, with what their parameters mean."""
    module = runtime.program.module(path)
    for statement in module.statements if module else ():
        for function in _functions(statement):
            if any(True for _ in _unseen(runtime, path, function)):
                _run(runtime, path, function)


def _is_typegooses(call: Call) -> bool:
    match call:
        case Call(Member(_, "getModelForClass") | Name("getModelForClass")):
            return True
        case _:
            return False


def _functions(statement: Any) -> Iterator[Function]:
    """The outermost functions of a statement."""
    return (part for part in walk(statement) if isinstance(part, Function))


def _unseen(runtime: Runtime, path: str, function: Function) -> Iterator[Call]:
    """The calls in a function that may make models, and were not carried out."""
    pending: list[Any] = list(function.body)
    while pending:
        for part in walk(pending.pop()):
            if isinstance(part, Function):
                pending += part.body
            elif isinstance(part, Call) and _makes_model(part) and Location(path, part.span) not in runtime.seen:
                yield part


def declares(module: Module | None) -> bool:
    """Whether a module makes models or schemas, as far as can be told by looking."""
    return module is not None and any(
        isinstance(part, Call) and (_makes_model(part) or _makes_schema(part))
        for statement in module.statements
        for part in walk(statement)  # type: ignore[arg-type]
    )


def _makes_schema(call: Call) -> bool:
    match call:
        case Call(Member(_, "Schema" | "createForClass") | Name("Schema" | "getModelForClass")):
            return True
        case _:
            return False


def _makes_model(call: Call) -> bool:
    """Whether a call reads like `….model("Name", schema)`."""
    match call:
        case Call(Member(_, "model") | Name("model"), (_, second, *_)):
            return not isinstance(second, Literal | Function)
        case Call(Member(_, "getModelForClass") | Name("getModelForClass"), (_, *_)):
            return True
        case _:
            return False


def _run(runtime: Runtime, path: str, function: Function) -> None:
    program = runtime.program
    closure = program.evaluate(function, program.scope(path))
    given = [_given(path, one) for one in function.parameters]
    runtime.perform(path, program.performed(closure, given))
    if isinstance(closure, Closure) and any(True for _ in _unseen(runtime, path, function)):
        runtime.perform(path, _calls(program, closure, given))
    for call in _unseen(runtime, path, function):
        if "schema" in text(call.arguments[-1]).lower() or _is_typegooses(call):  # type: ignore[arg-type]
            place = Location(path, call.span)
            runtime.reader.report(place, "a model is made in a function that cannot be followed", _MISSING)


def _calls(program: Program, closure: Closure, given: Sequence[Value]) -> Iterator[Application]:
    """The calls of a function in order, whichever branch they stand in: it may return before it makes its model."""
    for step in program.steps(closure, given):
        value = program.evaluate(step.expression, step.scope)
        chain: list[Application] = []
        while isinstance(value, Application):
            chain.append(value)
            value = value.callee.object if isinstance(value.callee, Access) else value.callee
        yield from reversed(chain)


_MISSING = "Its collection is missing from the facts; make the model at the top level of its module to have it read."


def _given(path: str, parameter: Parameter) -> Value:
    """What a parameter stands for: `mongoose` itself, a connection, or something that is not known."""
    annotation = text(parameter.annotation) if parameter.annotation is not None else ""
    if parameter.name == "mongoose" or annotation in {"Mongoose", "typeof mongoose", "mongoose.Mongoose"}:
        return External("mongoose", ())
    if parameter.name in _CONNECTIONS or annotation.endswith("Connection"):
        return External("mongoose", ("connection",))
    return Unresolved("it is a parameter", parameter.name, Location(path, parameter.span))


# --- makers of the repository's own ----------------------------------------------------------------------------------


def report_makers(runtime: Runtime, path: str) -> None:
    """Calls like `MakeModelClass({ collectionName: "users", schema })` of a function that uses Mongoose."""
    program = runtime.program
    module = program.module(path)
    for statement in module.statements if module else ():
        for part in walk(statement):  # type: ignore[arg-type]
            given = _collection_name(part)
            if given is None or not isinstance(part, Call):
                continue
            maker = program.evaluate(part.callee, program.scope(path))
            if isinstance(maker, Closure) and _uses_mongoose(program, maker.scope.path):
                name = maker.function.name or text(part.callee)
                collection = string(program.evaluate(given, program.scope(path))) or text(given)
                message = f"the collection {collection} is made by {name}(), a model maker of this repository"
                hint = "Its fields are not read: they are missing from the facts."
                runtime.reader.report(Location(path, part.span), message, hint)


def _collection_name(expression: object) -> Expression | None:
    """The `collectionName` among the options of a call."""
    arguments: Sequence[Any] = expression.arguments if isinstance(expression, Call) else ()
    for argument in arguments:
        for entry in argument.entries if isinstance(argument, Object) else ():
            if isinstance(entry, Property) and entry.key == "collectionName":
                return entry.value
    return None


def _uses_mongoose(program: Program, path: str) -> bool:
    module = program.module(path)
    return module is not None and any(one.source in PACKAGES for one in imported(module))
