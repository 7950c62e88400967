"""What the names of Python's modules stand for, evaluated once: the same binding is always the same object."""

import builtins
from collections.abc import Callable, Iterator, Sequence

from datamodel_check.link.bindings import Bindings
from datamodel_check.link.budget import ExhaustedError
from datamodel_check.link.describe import depending
from datamodel_check.link.drafts import Drafts, UndecidedError
from datamodel_check.link.files import Files
from datamodel_check.link.graph import Graph, MissingModule
from datamodel_check.link.python.classes import Classes
from datamodel_check.link.python.evaluate import PythonEvaluator
from datamodel_check.link.python.names import ANY, Event, Table, table
from datamodel_check.link.python.resolver import NAMESPACE, PythonResolver
from datamodel_check.link.scope import LocalScope, ModuleScope, Scope
from datamodel_check.link.statements import run
from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.module import Binding, Class, Expression, Function, Import, Module, Statement
from datamodel_check.model.program import Effect, Export, Skipped
from datamodel_check.model.values import Constant, External, ListValue, Namespace, Unresolved, Value

_LATER = 1 << 62

_DEEPEST = 60
"""Modules through which a name may be handed on."""


class PythonBindings(Bindings):
    """The values of all names of Python's modules."""

    def __init__(self, files: Files, parse: Callable[[str, bytes], Module | None]) -> None:
        self.resolver = PythonResolver(files)
        super().__init__(Graph(files, parse, self.resolver), files, PythonEvaluator)
        self.classes = Classes(self)
        self._tables: dict[str, Table] = {}
        self._found: dict[tuple[str, str, int], Value | None] = {}
        self._searched: list[tuple[str, str]] = []

    # --- names -------------------------------------------------------------------------------------------------------

    def name(self, path: str, name: str, location: Location) -> Value:  # noqa: ARG002
        found = self._lookup(path, name)
        if found is None and not hasattr(builtins, name):
            found = self._beyond(path, name)
        return self.external("builtins", name) if found is None else found

    def _beyond(self, path: str, name: str) -> Value | None:
        """What a module takes, with `import *`, from a package outside the repository, as far as anybody can know."""
        for event in () if path.endswith(NAMESPACE) or name.startswith("_") else self._table(path).get(ANY, ()):
            source = _source(event.what)
            if self.graph.resolve(source, path) is None:
                return self.external(source, name)
        return None

    def declares(self, path: str, name: str) -> bool:
        return name in self._table(path)

    def exported(self, path: str, name: str) -> Value | None:
        """An attribute of a module: one of its names, or a module in its package."""
        found = None if path.endswith(NAMESPACE) else self._lookup(path, name)
        if found is not None:
            return found
        inner = self.resolver.submodule(path, name)
        return self._module(inner) if inner else self._beyond(path, name)

    def exports(self, path: str) -> Sequence[Export]:
        found = []
        for name in self._public(path):
            value = self.exported(path, name)
            if value is not None:
                found.append(Export(name, value, self._place(path, name)))
        return found

    def own(self, path: str) -> Sequence[Export]:
        names = self._table(path)
        return [
            Export(name, value, self._place(path, name))
            for name, events in names.items()
            if name != ANY
            and not name.startswith("#")
            and not all(isinstance(e.what, Import) for e in events)
            and (value := self._lookup(path, name)) is not None
        ]

    def external(self, package: str, name: str | None) -> External:
        """Something outside the repository, by its dotted name; always the same object."""
        dotted = package if name is None else f"{package}.{name}"
        first, _, rest = dotted.partition(".")
        key = (first, rest)
        if key not in self._externals:
            self._externals[key] = External(first, tuple(rest.split(".")) if rest else ())
        return self._externals[key]

    def knows(self, value: External) -> bool:
        """Whether it is Python's code that an external value comes from."""
        return self._externals.get((value.package, ".".join(value.path))) is value

    def imported(self, importer: str, source: str, name: str, location: Location) -> Value:
        """What `from source import name` brings; of the name `*` the module itself."""
        target = self.graph.resolve(source, importer)
        if isinstance(target, MissingModule):
            return Unresolved(f"cannot find module '{source}'", name, location)
        if target is None:
            return self.external(source, None if name == ANY else name)
        inner = self.resolver.submodule(target, name) if target == importer else None
        if name == ANY or inner:  # `from . import x` in a package is its module
            return self._module(inner or target)
        found = self.exported(target, name)
        if found is not None:
            return found
        if target.endswith(NAMESPACE):
            return self.external(source, name)
        return Unresolved(f"'{source}' has no name '{name}'", name, location)

    def all_of(self, importer: str, source: str) -> Iterator[str]:
        """The names that `from source import *` brings."""
        target = self.graph.resolve(source, importer)
        if isinstance(target, str) and not target.endswith(NAMESPACE):
            yield from self._public(target)

    def _module(self, path: str) -> Namespace:
        if path not in self._namespaces:
            self._namespaces[path] = Namespace(path)
        found = self._namespaces[path]
        assert isinstance(found, Namespace)
        return found

    def _table(self, path: str) -> Table:
        if path not in self._tables:
            module = self.graph.module(path)
            self._tables[path] = table(module) if module else {}
        return self._tables[path]

    def _public(self, path: str) -> Sequence[str]:
        """The names in `__all__`, else those that begin with no underscore."""
        names = self._table(path)
        if "__all__" in names:
            listed = self._lookup(path, "__all__")
            if isinstance(listed, ListValue) and not listed.open:
                texts = [item.value for item in listed.items if isinstance(item, Constant)]
                return [text for text in texts if isinstance(text, str)]
        found = dict.fromkeys(name for name in names if not name.startswith(("_", "#", ANY)))
        if (path, ANY) in self._searched or len(self._searched) > _DEEPEST:
            return list(found)
        self._searched.append((path, ANY))
        try:
            for event in names.get(ANY, ()):
                found.update(dict.fromkeys(self.all_of(path, _source(event.what))))
        finally:
            self._searched.pop()
        return list(found)

    def _place(self, path: str, name: str) -> Location:
        events = self._table(path).get(name)
        return Location(path, events[-1].what.span if events else NOWHERE)

    # --- values ------------------------------------------------------------------------------------------------------

    def _lookup(self, path: str, name: str) -> Value | None:
        """What a name stands for at the moment that is being evaluated; None where the module has no such name."""
        now = self._clock.get(path, _LATER)
        found = self._at(path, name, now)
        return self._at(path, name, _LATER) if found is None and now != _LATER else found

    def _at(self, path: str, name: str, now: int) -> Value | None:
        names = self._table(path)
        events = names.get(name, ())
        if ANY in names:
            events = sorted([*events, *names[ANY]], key=lambda event: event.start)
        reached = [event for event in events if event.start < now]
        if not reached:
            return None
        key = (path, name, reached[-1].start)
        if key in self._found:
            return self._found[key]
        if key in self._pending or ((path, name) in self._searched[-_DEEPEST:] and len(self._searched) > _DEEPEST):
            return Unresolved(f"it is cyclic: {name} refers to itself", name, Location(path, reached[-1].what.span))
        self._searched.append((path, name))
        try:
            self._found[key] = self._followed(path, name, reached)
        finally:
            self._searched.pop()
        return self._found[key]

    def _followed(self, path: str, name: str, events: Sequence[Event]) -> Value | None:
        """The value after the events, beginning with the last that hangs on nothing before it."""
        later: list[Event] = []
        value: Value | None = None
        for event in reversed(events):
            if event.certain or _is_star(event.what):
                value = self._given(path, name, event)
                if value is not None:
                    break
            else:
                later.append(event)
        for event in reversed(later):
            value = self._changed_by(path, name, value, event)
        return value

    def _given(self, path: str, name: str, event: Event) -> Value | None:
        """What an event gives a name; None where `import *` does not bring it."""
        match event.what:
            case Import(local, source, original, span) if local == ANY:
                return (
                    self.imported(path, source, name, Location(path, span))
                    if self._brings(path, source, name)
                    else None
                )
            case Import(_, source, original, span):
                return self.imported(path, source, original, Location(path, span))
            case Binding() as binding:
                return self._bound(path, binding)
            case _:
                return None

    def _brings(self, path: str, source: str, name: str) -> bool:
        if (path, f"* {name}") in self._searched or len(self._searched) > _DEEPEST:
            return False
        self._searched.append((path, f"* {name}"))
        try:
            return name in self.all_of(path, source)
        finally:
            self._searched.pop()

    def _bound(self, path: str, binding: Binding) -> Value:
        key = (path, binding.name, binding.span.start)
        if key in self._pending:
            return Unresolved(
                f"it is cyclic: {binding.name} refers to itself", binding.name, Location(path, binding.span)
            )
        if key not in self._values:
            assert binding.value is not None
            self._values[key] = self._evaluated_once(key, binding)
        return self._values[key]

    def evaluated(self, expression: Expression, scope: Scope, moment: int | None = None) -> Value:
        """The value of an expression that stands in the body of a class, evaluated by itself.

        `moment` is how far its module has been run there, where that is known.
        """
        location = Location(scope.path, expression.span)
        evaluator = self.evaluator
        drafts, sketching = evaluator.drafts, evaluator.sketching
        evaluator.drafts, evaluator.sketching = Drafts(), False
        now = self._clock.get(scope.path, _LATER)
        self._clock[scope.path] = now if moment is None else moment
        try:
            with evaluator.budget.answer():
                return evaluator.evaluate(expression, scope)
        except UndecidedError as error:
            return error.because or Unresolved(error.reason, "", location)
        except ExhaustedError as error:
            return Unresolved(error.reason, "", location)
        finally:
            evaluator.drafts, evaluator.sketching = drafts, sketching
            self._clock[scope.path] = now

    def changed(self, statement: Statement, name: str, before: Value | None, scope: LocalScope) -> Value:
        """The value of a name of a class after a statement of its body that changes it."""
        location = Location(scope.path, statement.span)
        if before is None:
            return Unresolved(f"{name} has no value", name, location)
        evaluator = self.evaluator
        drafts, evaluator.drafts = evaluator.drafts, Drafts()
        try:
            with evaluator.budget.answer():
                inner = LocalScope(scope, {name: evaluator.drafts.copy(before), "#tracked": Constant(name)})
                run(evaluator, (statement,), inner)
                return inner.names[name]
        except (UndecidedError, ExhaustedError) as error:
            because = getattr(error, "because", None) or Unresolved(error.reason, name, location)
            return evaluator.drafts.opened(before, because)
        finally:
            evaluator.drafts = drafts

    def _evaluated_once(self, key: tuple[str, str, int], binding: Binding) -> Value:
        location = Location(key[0], binding.span)
        assert binding.value is not None
        try:
            with self.evaluator.budget.answer(), self._evaluating(key, key[0], binding.span.start):
                return self.evaluator.evaluate(binding.value, ModuleScope(key[0]))
        except UndecidedError as error:
            return depending(error.because or Unresolved(error.reason, "", location), binding.name, location)
        except ExhaustedError as error:
            return Unresolved(error.reason, binding.name, location)

    def _changed_by(self, path: str, name: str, value: Value | None, event: Event) -> Value | None:
        """The value after a statement that may change it."""
        statement = event.what
        if isinstance(statement, Import):  # for types alone
            return value if value is not None else self._given(path, name, event)
        key = (path, f"{name} {statement.span.start}", statement.span.start)
        if key in self._pending:
            return value
        location = Location(path, statement.span)
        names = {} if value is None else {name: self.evaluator.drafts.copy(value)}
        scope = LocalScope(ModuleScope(path), names)
        with self.evaluator.budget.answer(), self._evaluating(key, path, statement.span.start):
            if value is not None:
                names[name] = self.evaluator.drafts.copy(value)
            scope.names["#tracked"] = Constant(name)
            try:
                run(self.evaluator, (statement,), scope)
                return scope.names.get(name)
            except (UndecidedError, ExhaustedError) as error:
                because = getattr(error, "because", None) or Unresolved(error.reason, name, location)
        return because if value is None else self.evaluator.drafts.opened(value, because)

    # --- effects -----------------------------------------------------------------------------------------------------

    def effects(self, path: str) -> Sequence[Effect]:
        module = self.graph.module(path)
        found: list[Effect] = []
        for statement in module.statements if module else ():
            if isinstance(statement, Binding) and isinstance(statement.value, Function | Class):
                found += self._decorated(path, statement, statement.value)
            elif isinstance(statement, Binding):
                if statement.value is not None:
                    self._bound(path, statement)
                    found += self._effects.get((path, statement.name, statement.span.start), ())
            else:
                found += self._performed(path, statement)
        return found

    def _decorated(self, path: str, binding: Binding, value: Function | Class) -> Sequence[Effect]:
        """What its decorators do with a function or a class, the nearest first."""
        key = (path, f"#@{binding.span.start}", 0)
        if key not in self._effects and value.decorators:
            target = self._bound(path, binding)
            location = Location(path, binding.span)
            with self.evaluator.budget.answer(), self._evaluating(key, path, binding.span.start):
                try:
                    for decorator in reversed(value.decorators):
                        found = self.evaluator.evaluate(decorator, ModuleScope(path))
                        self.evaluator.call(found, (target,), location)
                except (UndecidedError, ExhaustedError) as error:
                    because = Unresolved(error.reason, binding.name, location)
                    self._effects[key].append(Skipped(binding, ModuleScope(path), because))
        return self._effects.get(key, ())


def _is_star(what: Statement | Import) -> bool:
    return isinstance(what, Import) and what.local == ANY


def _source(what: Statement | Import) -> str:
    """The module that an `import *` names."""
    return what.source if isinstance(what, Import) else ""
