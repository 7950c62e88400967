"""What the names of modules stand for, evaluated once: the same binding is always the same object."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from datamodel_check.link.budget import ExhaustedError, TooDeepError
from datamodel_check.link.describe import depending
from datamodel_check.link.drafts import Drafts, UndecidedError, is_mutable
from datamodel_check.link.evaluate import Evaluator, enum
from datamodel_check.link.files import Files
from datamodel_check.link.graph import Found, Graph, Missing, Origin, Outside, Whole
from datamodel_check.link.intrinsics import CONSTANTS
from datamodel_check.link.json_values import value_of
from datamodel_check.link.scope import LocalScope, ModuleScope
from datamodel_check.link.statements import run
from datamodel_check.link.writes import Changes, assigned
from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.module import Binding, Expression, Field, Function, Object, Statement
from datamodel_check.model.program import Effect, Export, Skipped
from datamodel_check.model.values import (
    Access,
    Application,
    ClassValue,
    Closure,
    Constant,
    External,
    Namespace,
    Unresolved,
    Value,
)

_LATER = 1 << 62

_LARGEST_JSON = 1 << 20


class Bindings:
    """The values of all modules' names."""

    def __init__(self, graph: Graph, files: Files, evaluator: type[Evaluator] = Evaluator) -> None:
        self.evaluator = evaluator(self)
        self.graph = graph
        self._files = files
        self._values: dict[tuple[str, str, int], Value] = {}
        self._changed: dict[tuple[str, str], Value] = {}
        self._names: dict[tuple[str, str], Value] = {}
        self._externals: dict[tuple[str, str | None], External] = {}
        self._namespaces: dict[str, Value] = {}
        self._statics: dict[tuple[int, int], tuple[ClassValue, Value]] = {}
        self._sketches: dict[tuple[str, str], Unresolved] = {}
        self._effects: dict[tuple[str, str, int] | tuple[int, int], list[Effect]] = {}
        """What happened while each binding was evaluated."""
        self._pending: set[tuple[str, str, int] | tuple[int, int]] = set()
        self._clock: dict[str, int] = {}
        """How far each module has been run at the moment whose values are being evaluated."""

    # --- names -------------------------------------------------------------------------------------------------------

    def name(self, path: str, name: str, location: Location) -> Value:
        """What a name means at the top level of a module; what is declared nowhere is a global."""
        found = self.graph.find(path, name)
        if found is None:
            return CONSTANTS.get((name,)) or self.external("", name)
        return self._value(found, name, location)

    def declares(self, path: str, name: str) -> bool:
        """Whether a name is declared or imported at the top level of a module."""
        return self.graph.find(path, name) is not None

    def exported(self, path: str, name: str) -> Value | None:
        """What a module exports under a name, evaluated; None where it exports no such value."""
        found = self.graph.export(path, name)
        return None if found is None else self._value(found, name, Location(path, NOWHERE))

    def exports(self, path: str) -> Sequence[Export]:
        """Everything that a module exports, evaluated."""
        if path.endswith(".json"):
            return [Export("default", self._json(path, "default"), Location(path, NOWHERE))]
        found: list[Export] = []
        for name, place in self.graph.exported_names(path):
            origin = self.graph.export(path, name)
            if origin is not None and not (isinstance(origin, Missing) and origin.unvalued):
                declared = self.graph.declarations(origin.path).get(origin.name) if isinstance(origin, Origin) else None
                location = Location(origin.path, declared.span) if declared and isinstance(origin, Origin) else place
                found.append(Export(name, self._value(origin, name, place), location))
        return found

    def own(self, path: str) -> Sequence[Export]:
        """A module's own top-level bindings, evaluated."""
        return [
            Export(name, self.binding(path, name), Location(path, declaration.span))
            for name, declaration in self.graph.declarations(path).items()
        ]

    def external(self, package: str, name: str | None) -> External:
        """Something of a package, always the same object."""
        key = (package, name)
        if key not in self._externals:
            self._externals[key] = External(package, () if name is None else (name,))
        return self._externals[key]

    def required(self, specifier: str, location: Location) -> Value:
        """`require(specifier)`: what the module's `module.exports` is, else the module."""
        target = self.graph.resolve(specifier, location.path)
        if isinstance(target, str) and (target.endswith(".json") or "default" in self.graph.declarations(target)):
            return self._value(Origin(target, "default"), specifier, location)
        return self.namespace(specifier, location)

    def namespace(self, specifier: str, location: Location) -> Value:
        """`import(specifier)`."""
        found = self.graph.imported(location.path, specifier, "*", location.span)
        return self._value(found, f"import('{specifier}')", location)

    def _value(self, found: Found, name: str, location: Location) -> Value:
        match found:
            case Origin(path, original):
                value = self.binding(path, original)
                return self._sketched(path, original, value) if self.evaluator.sketching else value
            case Whole(path):
                return self._json(path, "default") if path.endswith(".json") else self._namespace(path, name, location)
            case Outside(package, original):
                return self.external(package, original)
            case Missing(reason, place):
                key = (place.path, f"{name} {place.span.start}")
                if key not in self._names:
                    self._names[key] = Unresolved(reason, name, place)
                return self._names[key]

    def _namespace(self, path: str, name: str, location: Location) -> Value:
        if path not in self._namespaces:
            readable = self.graph.module(path) is not None
            self._namespaces[path] = (
                Namespace(path) if readable else Unresolved(f"{path} holds no code", name, location)
            )
        return self._namespaces[path]

    def _json(self, path: str, name: str) -> Value:
        key = (path, name, 0)
        if key not in self._values:
            if name == "default":
                self._values[key] = self._read_json(path)
            else:
                whole = self._json(path, "default")
                self._values[key] = self.evaluator.member(whole, name, Location(path, NOWHERE))
        return self._values[key]

    def _read_json(self, path: str) -> Value:
        from json import loads

        content = self._files.read(path) or b""
        if len(content) > _LARGEST_JSON:
            return Unresolved(f"{path} is too large", path, Location(path, NOWHERE))
        try:
            return value_of(loads(content.decode("utf-8-sig")), path)
        except (ValueError, RecursionError):
            return Unresolved(f"{path} is no valid JSON", path, Location(path, NOWHERE))

    # --- bindings ----------------------------------------------------------------------------------------------------

    def binding(self, path: str, name: str) -> Value:
        """What a top-level binding stands for at the moment that is being evaluated, and in the end when none is."""
        if path.endswith(".json"):
            return self._json(path, name)
        declarations = self.graph.declarations(path)
        if name in declarations:  # also `exports.x` of CommonJS
            return self._binding(path, name, declarations[name])
        name, _, member = name.partition(".")
        value = self._binding(path, name, declarations[name])
        return self.evaluator.member(value, member, Location(path, NOWHERE)) if member else value

    def _binding(self, path: str, name: str, declaration: Binding) -> Value:
        initial = self._initial(path, name, declaration)
        if declaration.kind in ("class", "function") or (
            declaration.kind != "let" and declaration.kind != "var" and not is_mutable(initial)
        ):
            return initial
        changes = self.graph.changes(path).get(name)
        return initial if changes is None else self._after(path, name, initial, changes)

    def _initial(self, path: str, name: str, declaration: Binding) -> Value:
        key = (path, name, 0)
        if key not in self._values:
            location = Location(path, declaration.span)
            if key in self._pending:
                return Unresolved(f"it is cyclic: {name} refers to itself", name, location)
            if declaration.value is None:
                declared = declaration.kind == "const"
                missing = Unresolved("it is only declared", name, location)
                self._values[key] = missing if declared else CONSTANTS["undefined",]
            else:
                self._values[key] = self._evaluated(key, declaration, declaration.value)
        return self._values[key]

    def _evaluated(self, key: tuple[str, str, int], declaration: Binding, value: Expression) -> Value:
        """The value of a declaration; names that stand at the end of a long way of other names are evaluated first."""
        if self._pending:
            return self._compute(key, declaration, value)
        location = Location(key[0], declaration.span)
        tried: set[tuple[str, str]] = set()
        while True:
            try:
                with self.evaluator.budget.answer():
                    return self._compute(key, declaration, value)
            except TooDeepError as error:
                if error.start in tried or error.start in (None, key[:2]):
                    return Unresolved(error.reason, declaration.name, location)
                tried.add(error.start)
                self.binding(*error.start)
            except ExhaustedError as error:
                return Unresolved(error.reason, declaration.name, location)

    def _compute(self, key: tuple[str, str, int], declaration: Binding, value: Expression) -> Value:
        scope = ModuleScope(key[0])
        try:
            with self._evaluating(key, key[0], declaration.span.start):
                if declaration.kind == "enum" and isinstance(value, Object):
                    return enum(self.evaluator, declaration.name, value, scope)
                return self.evaluator.evaluate(value, scope)
        except TooDeepError as error:
            error.start = error.start or key[:2]
            raise
        except UndecidedError as error:
            location = Location(key[0], declaration.span)
            return depending(error.because or Unresolved(error.reason, "", location), declaration.name, location)

    @contextmanager
    def _evaluating(self, key: tuple[str, str, int] | tuple[int, int], path: str, start: int) -> Iterator[None]:
        """One binding is evaluated, at the moment when its module has been run up to `start`."""
        evaluator = self.evaluator
        before, drafts, effects = self._clock.get(path, _LATER), evaluator.drafts, evaluator.effects
        sketching, evaluator.sketching = evaluator.sketching, False
        self._clock[path] = start
        self._pending.add(key)
        evaluator.drafts = Drafts()
        evaluator.effects = self._effects[key] = []
        try:
            yield
        finally:
            self._clock[path] = before
            self._pending.discard(key)
            evaluator.drafts, evaluator.effects = drafts, effects
            evaluator.sketching = sketching

    # --- changes after the declaration -------------------------------------------------------------------------------

    def _after(self, path: str, name: str, initial: Value, changes: Changes) -> Value:
        """The value after those top-level statements that have been run, in turn."""
        if changes.unordered and (is_mutable(initial) or not changes.unordered[0].inside):
            return self._unsure(path, name, initial, changes)
        now = self._clock.get(path, _LATER)
        value = initial
        for version, change in enumerate(changes.ordered, 1):
            if change.statement.span.start >= now:
                break
            if change.inside and not is_mutable(value):
                continue
            key = (path, name, version)
            if key not in self._values:
                if key in self._pending:
                    return Unresolved(
                        f"it is cyclic: {name} refers to itself", name, Location(path, change.statement.span)
                    )
                with self._evaluating(key, path, change.statement.span.start):
                    self._values[key] = self._run(change.statement, name, value, path)
            value = self._values[key]
        return value

    def _run(self, statement: Statement, name: str, value: Value, path: str) -> Value:
        scope = LocalScope(ModuleScope(path), {name: self.evaluator.drafts.copy(value)})
        location = Location(path, statement.span)
        try:
            completion = run(self.evaluator, (statement,), scope)
            if completion is None:
                return scope.names[name]
            because = Unresolved("it is changed in a way that is not followed", name, location)
        except UndecidedError as undecided:
            because = depending(undecided.because or Unresolved(undecided.reason, name, location), name, location)
        except ExhaustedError as exhausted:
            because = Unresolved(exhausted.reason, name, location)
        return self.evaluator.drafts.opened(value, because)

    def _unsure(self, path: str, name: str, initial: Value, changes: Changes) -> Value:
        """What a function may assign or change at any time."""
        key = (path, name)
        if key not in self._changed:
            write = changes.unordered[0]
            does = "changed" if write.inside else "assigned"
            because = Unresolved(f"it is {does} by a function", name, Location(path, write.span))
            inside = all(write.inside for write in changes.unordered)
            self._changed[key] = Drafts().opened(initial, because) if inside else because
        return self._changed[key]

    # --- sketches ----------------------------------------------------------------------------------------------------

    def _sketched(self, path: str, name: str, value: Value) -> Value:
        """A binding whose value leads nowhere, with what the code says of it: its declaration, and its assignments.

        So are singletons written: `const client = remember("client", () => new Client())`.
        """
        if not _leads_nowhere(value):
            return value
        key = (path, name)
        if key not in self._sketches:
            location = Location(path, NOWHERE)
            self._sketches[key] = found = Unresolved("it is not known in a sketch", name, location)
            declaration = self.graph.declarations(path).get(name)
            said = [] if declaration is None or declaration.value is None else [declaration.value]
            if self.graph.changes(path).get(name) is not None:
                said += assigned(name, self._statements(path))
            sketches = [self._sketch(expression, path) for expression in said]
            found.alternatives = (value, *sketches)
        return self._sketches[key]

    def _statements(self, path: str) -> Sequence[Statement]:
        module = self.graph.module(path)
        return module.statements if module else ()

    def _sketch(self, expression: Expression, path: str) -> Value:
        try:
            return self.evaluator.evaluate(expression, ModuleScope(path))
        except UndecidedError as error:
            return Unresolved(error.reason, "", Location(path, expression.span))

    # --- effects -----------------------------------------------------------------------------------------------------

    def effects(self, path: str) -> Sequence[Effect]:
        """What happens when a module is run, statement by statement."""
        declarations = self.graph.declarations(path)
        found: list[Effect] = []
        for statement in self._statements(path):
            if not isinstance(statement, Binding):
                found += self._performed(path, statement)
            elif declarations[statement.name] is statement:
                self._initial(path, statement.name, statement)
                found += self._effects.get((path, statement.name, 0), ())
        return found

    def _performed(self, path: str, statement: Statement) -> Sequence[Effect]:
        key = (path, f"#{statement.span.start}", 0)
        if key not in self._effects:
            scope = LocalScope(ModuleScope(path))
            with self.evaluator.budget.answer(), self._evaluating(key, path, statement.span.start):
                try:
                    run(self.evaluator, (statement,), scope)
                except (ExhaustedError, UndecidedError) as error:
                    because = Unresolved(error.reason, "", Location(path, statement.span))
                    self._effects[key].append(Skipped(statement, scope, because))
        return self._effects[key]

    # --- classes -----------------------------------------------------------------------------------------------------

    def static(self, value: ClassValue, member: Field | Function) -> Value:
        """A static member of a class."""
        key = (id(value), member.span.start)
        if key not in self._statics:
            location = Location(value.scope.path, member.span)
            if key in self._pending:
                return Unresolved("it is cyclic", member.name or "", location)
            scope = LocalScope(value.scope, {"this": value, "super": value})  # type: ignore[arg-type]
            with self._evaluating(key, value.scope.path, member.span.start):
                if isinstance(member, Function):
                    found: Value = Closure(member, scope)
                elif member.value is None:
                    found = Constant(None, undefined=True)
                else:
                    found = self.evaluator.evaluate(member.value, scope)
            self._statics[key] = (value, found)
        return self._statics[key][1]


def _leads_nowhere(value: Value) -> bool:
    """Whether a value is not known, or what a global holds: `globalThis.client`, `cache.get("client")`."""
    if isinstance(value, Unresolved):
        return True
    if isinstance(value, Application) and value.new:
        return False
    while isinstance(value, Access | Application):
        value = value.object if isinstance(value, Access) else value.callee
    return isinstance(value, External) and not value.package
