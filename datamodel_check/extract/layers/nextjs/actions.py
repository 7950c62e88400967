"""Server actions: https://nextjs.org/docs/app/getting-started/updating-data.

A module that begins with 'use server' exports nothing else; a function may begin with it as well.
"""

import re
from collections.abc import Iterator, Sequence

from datamodel_check.extract.layers.nextjs.handlers import Handlers
from datamodel_check.extract.protocol import Handled
from datamodel_check.model.layers import Route
from datamodel_check.model.location import Location
from datamodel_check.model.module import Binding, Evaluate, Function, Literal, Module, Statement
from datamodel_check.model.program import Program
from datamodel_check.model.values import Application, Closure, Unresolved

USE_SERVER = "use server"

_DIRECTIVE = re.compile(
    rb"(?:\s|//[^\n]*\n|/\*.*?\*/|['\"]use (?!server)[\w ]+['\"];?)*['\"]use server['\"]", re.DOTALL
)
"""What a module of actions begins with: strings alone at its top say nothing to whoever evaluates it."""


def routes(program: Program, handlers: Handlers, paths: Sequence[str]) -> Iterator[Handled]:
    """The actions of these modules."""
    for path in paths:
        module = program.module(path)
        if module is None:
            continue
        if _DIRECTIVE.match(program.tree.read(path)):
            yield from _of_module(program, handlers, path)
        else:
            yield from _of_functions(program, handlers, module)


def _of_module(program: Program, handlers: Handlers, path: str) -> Iterator[Handled]:
    for export in program.exports(path):
        if export.location.path == path and isinstance(export.value, Closure | Application | Unresolved):
            found = handlers.exported(path, export.name, export.value)
            if found.functions:
                yield Handled(_route(path, export.name, export.location, found.auth), found.functions)


def _of_functions(program: Program, handlers: Handlers, module: Module) -> Iterator[Handled]:
    """Functions of the module itself that say it of themselves."""
    for statement in module.statements:
        value = statement.value if isinstance(statement, Binding) else None
        if isinstance(statement, Binding) and isinstance(value, Function) and _begins(value.body):
            found = handlers.body(program.evaluate(value, program.scope(module.path)))
            place = Location(module.path, statement.span)
            yield Handled(_route(module.path, statement.name, place, found.auth), found.functions)


def _route(path: str, name: str, place: Location, auth: tuple[str, ...]) -> Route:
    return Route("nextjs", "action", "", path, name, place, tuple(sorted(auth)))


def _begins(statements: Sequence[Statement]) -> bool:
    """Whether the first statements are directives, and one of them this."""
    for statement in statements:
        if not (isinstance(statement, Evaluate) and isinstance(statement.value, Literal)):
            return False
        if statement.value.value == USE_SERVER:
            return True
    return False
