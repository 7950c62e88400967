"""Contexts, and who provides and reads them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from datamodel_check.extract.layers.naming import stem
from datamodel_check.extract.layers.state.borrowing import own_and_borrowers
from datamodel_check.extract.layers.state.members import Members, of_object, present, type_of
from datamodel_check.extract.layers.state.react_context.elements import elements
from datamodel_check.extract.layers.state.react_context.known import is_context, is_reader, provided
from datamodel_check.extract.layers.state.sites import sites
from datamodel_check.extract.layers.type_text import type_text
from datamodel_check.extract.protocol import Settings, States
from datamodel_check.model.layers import State
from datamodel_check.model.location import Location
from datamodel_check.model.module import Binding, Call, Expression, Keyword, Object, Spread, Subscript
from datamodel_check.model.program import Program
from datamodel_check.model.values import Application, ObjectValue, Value


class Context(NamedTuple):
    """A context as it is bound in its module; `type` is that of its value."""

    name: str
    value: Application
    location: Location
    type: Expression | None


class Users(NamedTuple):
    """The components that provide a context and the hooks that read it, each with its module."""

    providers: set[tuple[str, str]]
    hooks: set[tuple[str, str]]


def contexts(program: Program, candidates: Sequence[str], settings: Settings) -> States:
    """The contexts that the application's own files make."""
    own = own_and_borrowers(program, candidates, settings, is_context, ("createContext",))
    found = [context for path in own for context in _made(program, path)]
    users = {id(one.value): Users(set(), set()) for one in found}
    if found:
        for path in own:
            _use(program, path, users)
    members = Members(program)
    return States(tuple(_state(one, users[id(one.value)], members) for one in found))


# --- what is made ----------------------------------------------------------------------------------------------------


def _made(program: Program, path: str) -> Iterator[Context]:
    """The contexts that a module's own bindings hold."""
    module = program.module(path)
    written = {one.name: one for one in module.statements if isinstance(one, Binding)} if module else {}
    for binding in program.bindings(path):
        statement = written.get(binding.name)
        value = binding.value
        if statement is None or not isinstance(statement.value, Call):
            continue
        if isinstance(value, Application) and is_context(value):
            name = stem(path).rpartition("/")[2] if binding.name == "default" else binding.name
            yield Context(name, value, binding.location, _type(statement))


def _type(statement: Binding) -> Expression | None:
    """The `T` of `createContext<T>(…)`, or of `const context: Context<T> = …`."""
    if isinstance(statement.value, Call) and statement.value.type_arguments:
        return statement.value.type_arguments[0]
    return statement.annotation.keys[0] if isinstance(statement.annotation, Subscript) else None


# --- who uses it -----------------------------------------------------------------------------------------------------


def _use(program: Program, path: str, users: dict[int, Users]) -> None:
    """Adds the components and hooks of a module."""
    module = program.module(path)
    for statement in module.statements if module else ():
        if isinstance(statement, Binding) and statement.value is not None:
            for element in elements(statement.value):
                context = provided(program.evaluate(element, program.scope(path)))
                if context is not None and id(context) in users:
                    users[id(context)].providers.add((path, statement.name))
    for read, hook in _read(program, path):
        if id(read) in users:
            users[id(read)].hooks.add((path, hook))


def _read(program: Program, path: str) -> Iterator[tuple[Value, str]]:
    """What hooks read with `useContext`."""
    for site in sites(program, path):
        if site.holder.startswith("use") and is_reader(program.evaluate(site.call.callee, site.scope)):
            for one in site.call.arguments[:1]:
                if not isinstance(one, Spread | Keyword):
                    yield program.evaluate(one, site.scope), site.holder


# --- what is told ----------------------------------------------------------------------------------------------------


def _state(context: Context, users: Users, members: Members) -> State:
    held = members.of_type(context.type, context.location.path) if context.type is not None else None
    default = context.value.arguments[0] if context.value.arguments else None
    if held is None and context.type is None and isinstance(default, ObjectValue):
        held = of_object(default)
    options = [f"provider {name}" for name in _names(users.providers)]
    options += [f"hook {name}" for name in _names(_near(users, context.location.path))]
    told = _told(context, default)
    value = [f"value {told}"] if told else []
    return State("react-context", "context", context.name, context.location, held or (), options=(*value, *options))


def _told(context: Context, default: Value | None) -> str | None:
    """The type of the value, unless its members say all of it."""
    if context.type is None:
        return type_of(default) if default is not None else None
    return None if isinstance(present(context.type), Object) else type_text(context.type)


def _near(users: Users, path: str) -> set[tuple[str, str]]:
    """The hooks beside the context or its provider; where there are none, all that read it."""
    near = {path, *(provider for provider, _ in users.providers)}
    return {one for one in users.hooks if one[0] in near} or users.hooks


def _names(found: set[tuple[str, str]]) -> list[str]:
    return sorted({stem(path).rpartition("/")[2] if name == "default" else name for path, name in found})
