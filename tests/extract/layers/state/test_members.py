"""The members of stores: from types, and from initial states."""

import pytest

from datamodel_check.extract.layers.state.members import Members, is_function_text, of_object, together
from datamodel_check.model.layers import Member
from datamodel_check.model.module import Module, TypeDeclaration
from datamodel_check.model.values import ObjectValue
from tests.link.vocabulary import linked, value


def declared(source: str) -> tuple[Member, ...] | None:
    """The members of the first type of a module."""
    program = linked({"a.ts": source, "b.ts": "export type Setter = (value: string) => void"})
    module = program.module("a.ts")
    assert isinstance(module, Module)
    first = next(one for one in module.statements if isinstance(one, TypeDeclaration))
    return Members(program).of_type(first.value, "a.ts")


def begun(source: str) -> tuple[Member, ...]:
    """The members of an object."""
    found = value(f"export const x = {source}")
    assert isinstance(found, ObjectValue)
    return of_object(found)


def test_a_type_without_members() -> None:
    assert declared("type A = string") is None


def test_a_type_that_comes_from_elsewhere() -> None:
    assert declared("import { B } from 'somewhere'; type A = { a: string } & B") is None


def test_fields_and_actions() -> None:
    source = """
        import { Setter } from './b'
        type A = {
          name: string; items?: Item[]; add(item: Item): void; remove: (id: string) => Promise<void>;
          set: Setter; change: React.Dispatch<Change>; done: (() => void) | null
        } | null
    """
    assert declared(source) == (
        Member("add", "action", "(item: Item) => void"),
        Member("change", "action", "React.Dispatch<Change>"),
        Member("done", "field", "(() => void) | null"),
        Member("items", "field", "Item[]"),
        Member("name", "field", "string"),
        Member("remove", "action", "(id: string) => Promise<void>"),
        Member("set", "action", "Setter"),
    )


def test_names_of_types_that_stand_for_one_another() -> None:
    assert declared("type A = { a: B }; type B = C; type C = B") == (Member("a", "field", "B"),)


def test_an_initial_state() -> None:
    source = "{ on: false, count: 0, name: '', ids: ['a'], none: null, list: [], get all() { return 1 }, set: () => 1 }"
    assert begun(source) == (
        Member("all", "computed"),
        Member("count", "field", "number"),
        Member("ids", "field", "string[]"),
        Member("list", "field"),
        Member("name", "field", "string"),
        Member("none", "field"),
        Member("on", "field", "boolean"),
        Member("set", "action"),
    )


def test_types_as_declared() -> None:
    found = value("const load = unknown(); export const x = { a: null, load, set: () => 1 }")
    assert isinstance(found, ObjectValue)
    known = {"a": Member("a", "field", "A | null"), "load": Member("load", "action", "() => void")}
    assert of_object(found, known) == (known["a"], known["load"], Member("set", "action"))


def test_what_comes_later_counts() -> None:
    assert together((Member("b"), Member("a")), (Member("b", "action"),)) == (Member("a"), Member("b", "action"))


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("(a: (b: string) => void) => A | B", True),
        ("((a: string) => void) | null", False),
        ("{ a: () => void }", False),
    ],
)
def test_texts_of_functions(told: str, *, expected: bool) -> None:
    assert is_function_text(told) is expected
