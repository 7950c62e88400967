"""Digests of scheme v1. The figures here may never change: a change would turn every user's documents stale."""

from typing import NamedTuple

import pytest

from datamodel_check.fingerprint import digest, text_digest
from datamodel_check.fingerprint.canonical import canonical
from datamodel_check.model.location import Location, Span
from datamodel_check.model.schema import Column, Enum, Generated, Index, IndexColumn

HERE = Location("a.ts", Span(3, 9, 1))
THERE = Location("b.ts", Span(30, 90, 12))


class Old(NamedTuple):
    name: str
    values: tuple[str, ...] = ()


class New(NamedTuple):
    name: str
    added: str | None = None
    flag: bool = False
    values: tuple[str, ...] = ()


def test_the_canonical_form() -> None:
    column = Column("größe", "size", "numeric(5, 2)", nullable=False, location=HERE, generated=Generated("a * 2", True))

    assert canonical((column, frozenset({"b", "a"}), 0, None, True)).decode() == (
        '[{"code_name":"size","generated":{"expression":"a * 2","stored":true},"name":"größe",'
        '"type":"numeric(5, 2)"},["a","b"],0,null,true]'
    )


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ((), "4f53cda18c2baa0c"),
        ("users.email", "c0b27d1b847dba5c"),
        (Enum(None, "order_status", "orderStatus", ("pending", "paid"), HERE), "a8087744f646b600"),
        (Index("i", (IndexColumn("a", order="desc"),), unique=True, where="a > 0"), "ccf6066cc414579f"),
    ],
)
def test_golden_digests(value: object, expected: str) -> None:
    assert digest(value) == expected


def test_golden_text_digest() -> None:
    text = "| Column | Type |\n| --- | --- |\n| `id` | `uuid` |\n\nSome *words*.\n\n```mermaid\nerDiagram\n```"

    assert text_digest(text) == "20dcd639b0230b87"


def test_places_make_no_difference() -> None:
    assert digest(Enum(None, "e", "e", ("a",), HERE)) == digest(Enum(None, "e", "e", ("a",), THERE))


def test_a_field_that_a_later_release_adds_makes_no_difference() -> None:
    assert digest(Old("a", ("x",))) == digest(New("a", values=("x",)))


def test_composed_and_decomposed_characters_are_the_same() -> None:
    assert digest("Gr\u00f6\u00dfe") == digest("Gro\u0308\u00dfe")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("a", "b"), ("b", "a")),
        (("a", ""), ("a", None)),
        ((0,), (False,)),
        (("a", ("b",)), (("a",), "b")),
        (Old("a", ("",)), Old("a")),
        ("1", 1),
    ],
)
def test_what_differs_has_another_digest(one: object, other: object) -> None:
    assert digest(one) != digest(other)


def test_half_a_character_has_a_digest() -> None:
    assert digest("\ud83d") != digest("\ude00")


@pytest.mark.parametrize(
    ("value", "name"),
    [([], "list"), ({}, "dict"), (set(), "set"), (object(), "object"), (b"", "bytes"), ((1, [2]), "list")],
)
def test_what_is_no_value_has_none(value: object, name: str) -> None:
    with pytest.raises(TypeError, match=f"^{name} has no canonical form$"):
        digest(value)


def test_sets_of_anything_are_sorted() -> None:
    mixed: frozenset[object] = frozenset({2, "b", "a", None, ("z",), ("a", 1), Old("x"), Old("a", ("b",))})
    assert canonical(mixed).decode() == ('["a","b",2,["a",1],["z"],null,{"name":"a","values":["b"]},{"name":"x"}]')
