"""What comes from outside the repository stays as it is written."""

from datamodel_check.model.values import (
    Access,
    Application,
    ClassValue,
    Constant,
    ListValue,
    ObjectValue,
    TemplateValue,
    Unresolved,
)
from tests.link.vocabulary import evaluates, linked, text, unresolved, value

ORM = "import { pgTable, text, sql } from 'drizzle-orm/pg-core';\n"


def test_calls_members_and_templates() -> None:
    call = value(ORM + "export const x = text('a').default(sql`now() + ${1}`)")
    assert isinstance(call, Application)
    assert (str(call.location), call.new, call.open, call.keywords) == ("a.ts:2", False, (), {})
    assert isinstance(call.callee, Access)
    assert call.callee.name == "default"
    template = call.arguments[0]
    assert isinstance(template, TemplateValue)
    assert template.parts == ("now() + ", Constant(1), "")
    assert repr(template.tag) == "drizzle-orm/pg-core#sql"


def test_type_arguments_and_what_is_awaited_mean_nothing() -> None:
    evaluates(ORM + "const x = await text<'a' | 'b'>('a').$type<string>()", "text('a').$type()")


def test_computed_keys_are_members() -> None:
    evaluates("import o from 'lib'; const k = 'a'; const x = o[k]['b-c'][0]", "default.a['b-c'][0]")
    unresolved(
        "import o from 'lib'; const x = o[process.env.A]", "default[process.env.A]", "it depends on process.env.A"
    )


def test_globals_are_symbolic() -> None:
    evaluates(
        "const x = [new Date(), Date.now(), Math.random(), process.env.A, crypto.randomUUID()]",
        "[new Date(), Date.now(), Math.random(), process.env.A, crypto.randomUUID()]",
    )


def test_spreads_that_are_not_known_keep_what_is_known_of_them() -> None:
    found = value(ORM + "import { columns } from 'lib'; export const x = { a: 1, ...columns(), b: 2 }")
    assert isinstance(found, ObjectValue)
    assert found.entries == {"a": Constant(1), "b": Constant(2)}
    assert found.uncertain == {"a"}
    assert [(spread.reason, spread.text) for spread in found.open] == [("what it holds is not known", "columns()")]
    assert isinstance(found.open[0].value, Application)


def test_what_a_spread_may_replace_or_add_is_not_known() -> None:
    source = "import { columns } from 'lib'; const y = { a: 1, ...columns(), b: 2 };"
    evaluates(f"{source} const x = y.b", "2")
    unresolved(f"{source} const x = y.a", "{ a: 1, b: 2, ...columns() }.a", "what it holds is not known")
    unresolved(f"{source} const x = y.c", "{ a: 1, b: 2, ...columns() }.c", "what it holds is not known")
    unresolved(f"{source} const x = Object.keys(y)", "['a', 'b', ...columns()]", "what it holds is not known")


def test_keys_that_are_not_known() -> None:
    unresolved("import { k } from 'lib'; const x = { a: 1, [k]: 2 }", "{ a: 1, ...[k]: 2 }", "it depends on k")


def test_lists_that_are_not_all_known() -> None:
    found = value("import { many } from 'lib'; export const x = [1, ...many, 2]")
    assert isinstance(found, ListValue)
    assert (found.items, len(found.open)) == ((Constant(1), Constant(2)), 1)
    unresolved(
        "import { many } from 'lib'; const y = [1, ...many]; const x = y.length",
        "[1, ...many].length",
        "what it holds is not known",
    )
    unresolved(
        "import { many } from 'lib'; const y = [...many, 1]; const x = y[0]",
        "[1, ...many][0]",
        "what it holds is not known",
    )


def test_entries_know_where_their_keys_stand() -> None:
    found = value("const y = {\n  a: 1 };\nexport const x = {\n  b: 2,\n  ...y }")
    assert isinstance(found, ObjectValue)
    assert {key: str(place) for key, place in found.places.items()} == {"a": "a.ts:2", "b": "a.ts:4"}


def test_tests_that_are_not_known_are_not_decided() -> None:
    for expression in ("a || 1", "a && 1", "a ?? 1", "!a", "a === 1", "a > 1", "`${a}`", "a + 1", "typeof a", "-a"):
        found = value(f"import {{ a }} from 'lib'; const x = {expression}")
        assert isinstance(found, Unresolved), expression
        assert found.reason == "it depends on a"


def test_the_text_holds_values_and_not_local_names() -> None:
    one = text("const n = 10; const f = (size: number) => process.env.A ? size : 0; const x = f(n)")
    other = text("const m = 10; const f = (length: number) => process.env.A ? length : 0; const x = f(m)")
    assert one == other == "(process.env.A ? 10 : 0)"


def test_callbacks_stay_functions() -> None:
    evaluates(
        ORM + "const x = text('a').references(() => y.id); const y = pgTable('y', {})",
        "text('a').references(() => y.id)",
    )


def test_descriptions_of_all_kinds_of_values() -> None:
    program = linked(
        {
            "a.ts": "import * as lib from 'lib'; import * as b from './b'; class A {}"
            "export const x ="
            "[1.5, 10n, null, undefined, true, 'it\\'s', lib, b, A, { 'a-b': [] }, {}, new A(1), (a) => a]",
            "b.ts": "export {}",
        }
    )
    assert program.describe(program.exports("a.ts")[0].value) == (
        "[1.5, 10n, null, undefined, true, 'it\\'s', lib, import('b.ts'), A, { 'a-b': [] }, {}, new A(1), (a) => a]"
    )


def test_members_asked_for_from_outside() -> None:
    program = linked("import * as lib from 'lib'; export const x = { get a() { return 1 }, b: lib }")
    found = program.exports("a.ts")[0].value
    assert program.describe(program.member(found, "a")) == "1"
    assert repr(program.member(program.member(found, "b"), "text")) == "lib#text"
    assert program.describe(program.member(found, "c")) == "undefined"


ZOD = 'import { z } from "zod"; import * as all from "zod/v4"\nconst status = z.enum(["a", "b"])\n'


def test_the_values_of_zods_enums() -> None:
    evaluates({"a.ts": f"{ZOD}export const x = [...status.options, status.enum.a]"}, "['a', 'b', 'a']")
    evaluates({"a.ts": f'{ZOD}export const x = all.enum(["c"]).options'}, "['c']")


def test_what_only_looks_like_zods() -> None:
    source = 'import { z } from "yup"\nexport const x = z.enum(["a"]).options'
    assert text({"a.ts": source}) == "z.enum(['a']).options"


def test_static_members_from_outside_belong_to_the_class() -> None:
    evaluates("import { Model } from 'orm'; class User extends Model<A> {} const x = User.init({})", "User.init({})")
    call = value("import { Model } from 'orm'; class Base extends Model {} class A extends Base {} const x = A.init()")
    assert isinstance(call, Application)
    assert isinstance(call.callee, Access)
    assert isinstance(call.callee.object, ClassValue)
    assert call.callee.object.declaration.name == "A"


def test_super_in_static_methods() -> None:
    source = """
        import { Model } from 'orm';
        class Base extends Model { static init(o) { return super.init({ ...o, base: true }) } }
        class User extends Base { static init(o) { return super.init({ ...o, user: true }) } }
        const x = User.init({ a: 1 })
    """
    evaluates(source, "User.init({ a: 1, user: true, base: true })")


def test_this_in_static_methods_is_the_class_that_is_asked() -> None:
    source = "import { Model } from 'orm'; class Base extends Model { static setUp() { return this.init({}) } }"
    evaluates(f"{source} class User extends Base {{}} const x = User.setUp()", "User.init({})")


def test_entries_with_symbolic_keys_keep_what_they_hold() -> None:
    found = value("import { Op } from 'orm'; const x = { [Op.ne]: null }")
    assert isinstance(found, ObjectValue)
    (unknown,) = found.open
    assert unknown.entry is not None
    assert [linked({}).describe(part) for part in unknown.entry] == ["Op.ne", "null"]


def test_texts_of_which_not_all_is_known() -> None:
    whole = value("import { id } from 'lib'; const root = `/api${id}`; const x = root + '/items'")
    assert isinstance(whole, Unresolved)
    root, end = whole.parts
    assert end == Constant("/items")
    assert isinstance(root, Unresolved)
    start, between, after = root.parts
    assert (start, repr(between), after) == ("/api", "lib#id", "")


def test_numbers_have_no_parts() -> None:
    number = value("import { id } from 'lib'; const x = id + 1")
    assert isinstance(number, Unresolved)
    assert number.parts == ()


def test_what_is_known_of_texts_in_part() -> None:
    source = "import { id } from 'lib'; const a = `/api/${id}`; const x = "
    evaluates(f"{source} typeof a", "'string'")
    evaluates(f"{source} [a.startsWith('http'), a.startsWith('/'), (a + 1).startsWith('/api/')]", "[false, true, true]")
    evaluates(f"{source} a.startsWith('/') ? 1 : 2", "1")
    unresolved(f"{source} a.startsWith('/api/1')", "`/api/${id}`.startsWith('/api/1')", "it depends on id")
    unresolved(f"{source} a.startsWith('i', 5)", "`/api/${id}`.startsWith('i', 5)", "it depends on id")
    either = "(id ? a : '/b')"
    evaluates(f"{source} {either}.startsWith('/')", "true")
    unresolved(f"{source} {either}.startsWith('/b')", "(id ? `/api/${id}` : '/b').startsWith('/b')", "it depends on id")
    unresolved(f"{source} a.endsWith('/')", "`/api/${id}`.endsWith('/')", "it depends on id")
