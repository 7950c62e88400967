"""What happens when a module is run: the calls that stay symbolic."""

from datamodel_check.model.module import Function
from datamodel_check.model.program import Skipped
from datamodel_check.model.values import Application, ClassValue, Closure, Constant, ObjectValue
from tests.link.vocabulary import Sources, linked


def effects(sources: Sources, path: str = "a.ts") -> list[str]:
    """Calls as source text; of a statement that may not be executed, why not."""
    program = linked(sources)
    return [
        f"? {effect.because.reason}" if isinstance(effect, Skipped) else program.describe(effect)
        for effect in program.effects(path)
    ]


def test_a_module_without_calls_has_none() -> None:
    assert effects("export const a = 1; function f() { return g() }") == []


def test_statements_and_bindings_in_turn() -> None:
    source = "import { make } from 'lib'\nmake.first()\nconst a = make(1)\na.use(2)\nmodule.exports = make(3)"
    assert effects(source) == ["make.first()", "make(1)", "make(1).use(2)", "make(3)"]


def test_functions_of_the_repository_are_followed() -> None:
    sources = {
        "a.ts": "import { make } from 'lib'\nimport { plugin } from './b'\nconst a = make()\nplugin(a, { on: true })",
        "b.ts": "export const plugin = (x, o) => { if (o.on) x.add(1); else x.add(2) }",
    }
    assert effects(sources) == ["make()", "make().add(1)"]


def test_loops_over_what_is_known_are_run() -> None:
    source = "import { make } from 'lib'\nconst a = make()\nfor (const n of ['x', 'y']) a.use(n)"
    assert effects(source) == ["make()", "make().use('x')", "make().use('y')"]
    assert effects(source.replace("for (const n of ['x', 'y']) a.use(n)", ";['x', 'y'].forEach(n => a.use(n))")) == [
        "make()",
        "make().use('x')",
        "make().use('y')",
    ]


def test_both_sides_of_what_is_not_decided() -> None:
    source = "import { db } from 'lib'\nexport default db.models.User || db.model('User')"
    assert effects(source) == ["db.model('User')"]


def test_a_branch_that_is_not_decided_is_skipped() -> None:
    source = "import { db, on } from 'lib'\nif (on) { db.model('User') }"
    assert effects(source) == ["? it depends on on"]


def test_what_stands_behind_an_exit_that_is_not_decided_is_skipped() -> None:
    source = "import { db, on } from 'lib'\nconst f = () => { if (on) return; db.model('User') }\nf()"
    assert effects(source) == ["? it depends on on", "? it depends on on"]
    assert effects(source.replace("; db.model('User')", "")) == ["? it depends on on"]


def test_a_statement_is_run_once_and_sees_what_is_before_it() -> None:
    source = "import { make } from 'lib'\nlet a = 1\nmake(a)\na = 2\nmake(a)"
    assert effects(source) == ["make(1)", "make(2)"]


def test_arguments_are_what_they_were() -> None:
    source = "import { make } from 'lib'\nconst a = make()\nfunction use(x) { a.use(x) }\nuse({ k: 1 })"
    (_, effect) = linked(source).effects("a.ts")
    assert isinstance(effect, Application)
    (argument,) = effect.arguments
    assert isinstance(argument, ObjectValue)
    assert argument.open == ()


def test_a_schema_leaves_its_arguments_alone() -> None:
    source = "import { Schema } from 'mongoose'\nconst k = { a: 1 }\nconst s = new Schema()\ns.index(k)\ns.index(k)"
    assert effects(source) == ["new Schema()", "new Schema().index({ a: 1 })", "new Schema().index({ a: 1 })"]
    assert effects(source.replace("mongoose", "lib"))[-1] != "new Schema().index({ a: 1 })"


def test_calls_of_what_cannot_be_found() -> None:
    assert effects("import { a } from './none'\na.model('User')") == ["a.model('User')"]


def test_a_function_applied_to_values() -> None:
    program = linked(
        "export const plugin = schema => { schema.add({ at: Date }); return 1 }\nexport const x = new Date()"
    )
    (plugin, x) = (export.value for export in program.exports("a.ts"))
    assert [program.describe(effect) for effect in program.performed(plugin, [x])] == ["new Date().add({ at: Date })"]  # type: ignore[arg-type]


def test_a_method_applied_to_values() -> None:
    program = linked(
        "import { app } from 'lib'\nexport class Api { init(x) { this.app.use(x) } }\nexport const api = new Api()"
    )
    (declared, api) = (export.value for export in program.exports("a.ts"))
    assert isinstance(declared, ClassValue)
    (method,) = declared.declaration.members
    assert isinstance(method, Function)
    effects = program.performed(Closure(method, declared.scope), [Constant(1)], api)
    assert [program.describe(effect) for effect in effects] == ["new Api().app.use(1)"]  # type: ignore[arg-type]


def test_calls_of_what_is_no_function() -> None:
    source = "import { go } from 'lib'\nasync function f() {}\nf().then(() => go()).catch(go)"
    assert effects(source) == ["undefined(() => go())", "undefined(() => go()).catch(go)"]
