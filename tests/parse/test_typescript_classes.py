from textwrap import dedent

import pytest

from datamodel_check.model.module import Class, Field, Function
from tests.parse.vocabulary import clean, shape, statements


def _class(source: str) -> Class:
    (binding,) = clean(source).statements
    value = binding.value  # type: ignore[union-attr]
    assert isinstance(value, Class)
    return value


@pytest.mark.parametrize(
    ("member", "expected"),
    [
        ("", ""),
        ("a", "a;"),
        ("a = 1", "a = 1;"),
        ("a: b", "a: b;"),
        ("a?: b", "optional a: b;"),
        ("a!: b", "a: b;"),
        ("static a = 1", "static a = 1;"),
        ("private readonly a: b", "private readonly a: b;"),
        ("declare a: b", "declare a: b;"),
        ("override a = 1", "override a = 1;"),
        ("accessor a = 1", "accessor a = 1;"),
        ("abstract a: b", "abstract a: b;"),
        ("#a = 1", "'#a' = 1;"),
        ("'a-b' = 1; 2 = 1; ['c'] = 1; [d] = 1", "'a-b' = 1; 2 = 1; c = 1; '[d]' = 1;"),
        ("@a b: c", "@a b: c;"),
        ("@a() @b.c({ d: 1 }) e: f", "@a() @b.c({ d: 1 }) e: f;"),
        ("a(b: c): d { return b }", "function a(b: c): d => b"),
        ("@a() b() {}", "@a() function b() => { }"),
        ("a(@b() c) {}", "function a(@b() c) => { }"),
        ("private static async *a() {}", "async generator private static function a() => { }"),
        ("get a() { return b }", "get function a() => b"),
        ("set a(b) {}", "set function a(b) => { }"),
        ("constructor(public a: b, protected c = 1) {}", "function constructor(public a: b, protected c = 1) => { }"),
        ("abstract a(): b", "abstract function a(): b => { }"),
        ("a(b: c): d; a(b: e): d; a(b: any) {}", "function a(b: any) => { }"),
        ("a?(): b", "optional function a(): b => { }"),
        ("static { a() }", "block () { a(); }"),
        ("[key: string]: any", ""),
    ],
)
def test_members(member: str, expected: str) -> None:
    body = f"{{ {expected} }}" if expected else "{ }"
    assert statements(f"abstract class A {{ {member} }}") == [f"class A = abstract class A {body};"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("class A {}", "class A { }"),
        ("class A extends B {}", "class A extends B { }"),
        ("class A extends B.C {}", "class A extends B.C { }"),
        ("class A extends B<C> {}", "class A extends B[C] { }"),
        ("class A extends b(C, D) {}", "class A extends b(C, D) { }"),
        ("class A implements B, C {}", "class A { }"),
        ("class A extends B implements C {}", "class A extends B { }"),
        ("class A<T, U extends V = W> {}", "class A<T, U> { }"),
        ("@a class A {}", "@a class A { }"),
        ("@a() @b({ c: 1 }) class A {}", "@a() @b({ c: 1 }) class A { }"),
        ("@a() export class A {}", "@a() class A { }"),
        ("export @a() class A {}", "@a() class A { }"),
        ("@a export default class A {}", "@a class A { }"),
        ("declare class A { b: c }", "class A { b: c; }"),
    ],
)
def test_declarations(source: str, expected: str) -> None:
    assert statements(source) == [f"class A = {expected};"]


def test_class_expressions() -> None:
    assert statements("x = class {}; y = class A extends B {}") == ["x = class { };", "y = class A extends B { };"]


def test_the_parts_of_an_entity() -> None:
    source = """\
        @Entity("users")
        export class User extends Base<string> {
          @PrimaryGeneratedColumn("uuid") id: string;

          @OneToMany(() => Post, (post) => post.author)
          posts?: Post[];

          constructor(@Inject() private readonly db: Db) { super() }
        }
        """
    user = _class(dedent(source))
    assert (user.name, shape(user.decorators)) == ("User", (("Call", ("Name", "Entity"), (("Literal", "users"),)),))
    identifier, posts, constructor = user.members
    assert isinstance(identifier, Field)
    assert (identifier.name, identifier.span.line, shape(identifier.annotation)) == ("id", 3, ("Name", "string"))
    assert isinstance(posts, Field)
    assert (posts.name, posts.span.line, posts.modifiers) == ("posts", 5, frozenset({"optional"}))
    assert shape(posts.annotation) == ("Subscript", ("Name", "Array"), (("Name", "Post"),))
    assert isinstance(constructor, Function)
    assert [(p.name, p.modifiers, shape(p.decorators)) for p in constructor.parameters] == [
        ("db", frozenset({"private", "readonly"}), (("Call", ("Name", "Inject")),)),
    ]
