"""Functions looked at without running those that they call."""

from datamodel_check.model.module import Return
from datamodel_check.model.values import Closure, Unresolved
from tests.link.vocabulary import linked, value


def sketched(source: str) -> str:
    """What the function `f` returns, sketched."""
    program = linked(source)
    (function,) = (export.value for export in program.bindings("a.ts") if export.name == "f")
    assert isinstance(function, Closure)
    (returned,) = (statement.value for statement in function.function.body if isinstance(statement, Return))
    (step,) = (step for step in program.steps(function, sketched=True) if step.expression is returned)
    return program.describe(program.sketch(step.expression, step.scope))


def test_constants_are_computed() -> None:
    assert sketched("const size = 2\nfunction f() { return size + 1 }") == "3"


def test_functions_of_the_repository_are_not_run() -> None:
    source = "import { a } from 'lib'\nfunction open() { return a.b }\nfunction f() { const x = open(); return x.go() }"
    assert sketched(source) == "function open() => a.b().go()"


def test_a_module_has_run_before() -> None:
    source = "import { a } from 'lib'\nfunction open() { return a.b }\nconst x = open()\nfunction f() { return x.go() }"
    assert sketched(source) == "a.b.go()"


def test_what_hangs_on_a_parameter_keeps_its_shape() -> None:
    program = linked("function f(tx) { return tx.find().all }")
    (function,) = (export.value for export in program.bindings("a.ts"))
    assert isinstance(function, Closure)
    (step,) = program.steps(function, sketched=True)
    found = program.sketch(step.expression, step.scope)
    assert not isinstance(found, Unresolved)
    assert program.describe(found) == "tx.find().all"


def test_nothing_is_assigned() -> None:
    source = "import { a, b } from 'lib'\nfunction f() { let x = a; (x = b).go(); return x.go() }"
    assert sketched(source) == "a.go()"


def test_what_it_is_in_either_case() -> None:
    program = linked({})
    for expression in ("a.b ? c : d", "c ?? d", "c || d"):
        found = value(f"import {{ a, c, d }} from 'lib'\nexport const x = {expression}")
        assert isinstance(found, Unresolved)
        assert [program.describe(one) for one in found.alternatives] == ["c", "d"]


def test_a_call_that_cannot_be_decided_is_known_all_the_same() -> None:
    found = value("import { a } from 'lib'\nfunction open() { if (a()) return 1 }\nexport const x = open()")
    assert isinstance(found, Unresolved)
    assert found.value is not None
    assert linked({}).describe(found.value) == "function open() => { if (a()) { return 1; } }()"


def found_in(source: str) -> list[str]:
    """What the name `x` may be in the function `f`, sketched."""
    program = linked(f"import {{ a }} from 'lib'\n{source}\nfunction f() {{ return x }}")
    (function,) = (export.value for export in program.bindings("a.ts") if export.name == "f")
    assert isinstance(function, Closure)
    (step,) = program.steps(function, sketched=True)
    found = program.sketch(step.expression, step.scope)
    assert isinstance(found, Unresolved)
    return [program.describe(one) for one in found.alternatives]


def test_a_singleton_is_what_its_declaration_says() -> None:
    source = "const x = once(() => a.b)\nfunction once(make) { return globalThis.kept.get('x') }"
    kept, made = found_in(source)
    assert kept == "globalThis.kept.get('x')"
    assert made.endswith("(() => a.b)")


def test_a_name_that_is_assigned_is_all_that_is_assigned_to_it() -> None:
    source = "let x\nfunction open() { const y = a.b; x = a.c; y.x = 1; return x }\nif (a.c) { x = a.d }"
    assert found_in(source)[1:] == ["a.c", "a.d"]
