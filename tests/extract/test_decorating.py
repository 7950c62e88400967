"""Decorators of a library, however they come to stand there; what cannot be followed is said."""

import pytest

from datamodel_check.extract.decorating import Decorating, Decorations
from datamodel_check.extract.symbols import callee, symbol
from datamodel_check.model.module import Field
from datamodel_check.model.values import Application, ClassValue, Value
from tests.link.vocabulary import linked

HEAD = """
import { applyDecorators } from '@nestjs/common'
import { Column, Index, note } from 'library'
import { other } from 'elsewhere'
import { missing } from './missing'
function Both(target: any, key: string) {
  Column('both')(target, key)
  Index(target, key)
}
const Sized = (size: number) => (target: any, key: string) => Column(size)(target, key)
function Noted(target: any, key: string) { note(target, key) }
function Unrelated(_target: any, _key: string) { Column('unused') }
function Doubtful(target: any, key: string) { missing()(target, key) }
"""


def at(decorators: str) -> Decorations[str]:
    program = linked({"x.ts": f"{HEAD}\nexport class X {{\n{decorators}\nname: string\n}}"})
    (owner,) = [export.value for export in program.exports("x.ts") if export.name == "X"]
    assert isinstance(owner, ClassValue)
    (field,) = [one for one in owner.declaration.members if isinstance(one, Field)]
    reading = Decorating(program, known, lambda package: package == "library", changed)
    return reading.at(field.decorators, owner.scope, owner, "name")


def known(value: Value) -> str | None:
    """The name in the library, `Column()` where it is called."""
    found = callee(value) or symbol(value)
    if found is None or found.package != "library":
        return None
    return f"{found.name}()" if isinstance(value, Application) else found.name


def changed(effect: Application) -> str | None:
    found = callee(effect)
    return "noted" if found is not None and found.name == "note" else None


@pytest.mark.parametrize(
    ("decorators", "expected"),
    [
        ("", ()),
        ("@other @other()", ()),
        ("@Column", ("Column",)),
        ("@Column('text')", ("Column()",)),
        ("@Index @Column()", ("Column()", "Index")),
        ("@Both", ("Column()", "Index")),
        ("@Sized(3)", ("Column()",)),
        ("@applyDecorators(Index, Sized(3))", ("Index", "Column()")),
        ("@Noted", ("noted",)),
        ("@Unrelated", ()),
    ],
)
def test_what_stands_there(decorators: str, expected: tuple[str, ...]) -> None:
    found = at(decorators)
    assert found.known == expected
    assert found.opaque == ()


@pytest.mark.parametrize("decorator", ["missing", "missing()", "applyDecorators(...missing)", "Doubtful"])
def test_what_cannot_be_followed(decorator: str) -> None:
    found = at(f"@{decorator}")
    assert found.known == ()
    assert [one.text for one in found.opaque] == [decorator]
