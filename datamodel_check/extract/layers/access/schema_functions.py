"""Functions that a schema of Mongoose gives to its models and documents: `schema.statics.byEmail = function () {…}`.

https://mongoosejs.com/docs/guide.html#statics
"""

from collections.abc import Iterator, Sequence

from datamodel_check.extract.symbols import argument, entry
from datamodel_check.model.module import Assignment, Call, Evaluate, Literal, Member, Statement
from datamodel_check.model.program import Program, Scope
from datamodel_check.model.values import Application, Closure

_SINGULAR = {"static": "statics", "method": "methods"}


class SchemaFunctions:
    """Answers for one program."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._found: dict[Application, dict[tuple[str, str], Closure]] = {}

    def find(self, schema: Application, kind: str, name: str) -> Closure | None:
        """The function that a schema holds under a name; `kind` is `statics` or `methods`."""
        if schema not in self._found:
            self._found[schema] = dict(self._all(schema))
        return self._found[schema].get((kind, name))

    def _all(self, schema: Application) -> Iterator[tuple[tuple[str, str], Closure]]:
        """Those of its options, of statements of its module, and of plugins that are functions of the repository."""
        path = schema.location.path
        options = argument(schema.arguments, 1)
        for kind in ("statics", "methods"):
            held = entry(options, kind)
            for name, value in getattr(held, "entries", {}).items():
                if isinstance(value, Closure):
                    yield (kind, name), value
        module = self._program.module(path)
        yield from self._in(module.statements if module else (), self._program.scope(path), schema)

    def _in(
        self, statements: Sequence[Statement], scope: Scope, schema: Application
    ) -> Iterator[tuple[tuple[str, str], Closure]]:
        for statement in statements:
            if isinstance(statement, Assignment):
                yield from self._assigned(statement, scope, schema)
            elif isinstance(statement, Evaluate) and isinstance(statement.value, Call):
                yield from self._called(statement.value, scope, schema)

    def _assigned(
        self, statement: Assignment, scope: Scope, schema: Application
    ) -> Iterator[tuple[tuple[str, str], Closure]]:
        target = statement.target
        if not isinstance(target, Member) or not isinstance(target.object, Member):
            return
        kind = target.object.name
        if kind in _SINGULAR.values() and self._program.evaluate(target.object.object, scope) is schema:
            function = self._program.evaluate(statement.value, scope)
            if isinstance(function, Closure):
                yield (kind, target.name), function

    def _called(self, call: Call, scope: Scope, schema: Application) -> Iterator[tuple[tuple[str, str], Closure]]:
        callee = call.callee
        if not isinstance(callee, Member) or self._program.evaluate(callee.object, scope) is not schema:
            return
        given = [one for one in call.arguments if not isinstance(one, Literal)]
        function = self._program.evaluate(given[0], scope) if given else None  # type: ignore[arg-type]
        if not isinstance(function, Closure):
            return
        name = call.arguments[0]
        if callee.name in _SINGULAR and isinstance(name, Literal):
            yield (_SINGULAR[callee.name], str(name.value)), function
        elif callee.name == "plugin":
            for expression, inside in self._assignments(function, schema):
                yield from self._assigned(expression, inside, schema)

    def _assignments(self, plugin: Closure, schema: Application) -> Iterator[tuple[Assignment, Scope]]:
        """The assignments of a plugin, which is called with the schema."""
        scopes: dict[int, Scope] = {}
        for step in self._program.steps(plugin, (schema,)):
            scopes[id(step.expression)] = step.scope
        for statement in plugin.function.body:
            if isinstance(statement, Assignment) and id(statement.value) in scopes:
                yield statement, scopes[id(statement.value)]
