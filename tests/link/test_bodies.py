"""What stands inside functions, and what its names mean."""

from collections.abc import Sequence

from datamodel_check.model.module import Function
from datamodel_check.model.values import Closure, Constant, Value
from datamodel_check.model.walking import calls, walk
from tests.link.vocabulary import linked


def called(source: str, arguments: Sequence[Value] = (), this: Value | None = None) -> list[str]:
    """The callees of all calls in the function `f`, evaluated, in order; of functions in there too."""
    program = linked(source)
    (function,) = (export.value for export in program.bindings("a.ts") if export.name == "f")
    found: list[str] = []
    pending = [(function, tuple(arguments))]
    while pending:
        closure, given = pending.pop(0)
        assert isinstance(closure, Closure)
        for step in program.steps(closure, given, this):
            found += [program.describe(program.evaluate(call.callee, step.scope)) for call in calls(step.expression)]
            inner = [part for part in walk(step.expression) if isinstance(part, Function)]
            pending += [(program.evaluate(function, step.scope), ()) for function in inner]
    return found


def test_a_function_without_statements_has_no_steps() -> None:
    assert called("function f() {}") == []


def test_calls_in_every_kind_of_statement() -> None:
    source = """
    import { a, b, c, d, e, g, h, i } from 'lib'
    function f(x: number) {
      const one = a()
      if (b()) { c() } else { d() }
      for (const item of e()) { g(item) }
      try { h.put() } catch { return i() }
    }
    """
    assert called(source) == ["a", "b", "c", "d", "e", "g", "h.put", "i"]


def test_local_names_stand_for_what_they_are_given() -> None:
    source = """
    import { open } from 'lib'
    export const f = async () => {
      const client = open()
      const { users } = client.tables
      await users.find()
    }
    """
    assert called(source) == ["open", "open().tables.users.find"]


def test_a_name_is_known_before_it_is_declared() -> None:
    assert called("import { a } from 'lib'\nfunction f() { go(); const go = a.b }") == ["a.b"]


def test_a_name_of_a_block_does_not_leave_it() -> None:
    source = "import { a, b } from 'lib'\nfunction f() { const x = a; if (b.on) { const x = b; x.go() } x.go() }"
    assert called(source) == ["b.go", "a.go"]


def test_parameters_are_what_they_are_said_to_be() -> None:
    source = "function f(first, second = 1) { first.go(); second.go() }"
    assert called(source, [Constant("a")]) == ["'a'.go", "second.go"]


def test_this_is_what_it_is_said_to_be() -> None:
    assert called("function f() { this.go() }", this=Constant("a")) == ["'a'.go"]


def test_functions_inside_see_the_names_around_them() -> None:
    source = "import { a } from 'lib'\nfunction f() { const x = a.b; run(() => x.go()) }"
    assert called(source) == ["run", "a.b.go"]


def test_names_that_need_one_another_are_cyclic_and_no_hang() -> None:
    assert called("function f() { const x = y.go(); const y = x.go() }") == ["y.go().go().go", "y.go().go"]
