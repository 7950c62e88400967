"""What cannot be told, or what TypeORM would refuse, is said with its place; the rest is read all the same."""

import pytest

from tests.extract.vocabulary import described, snapshot

HEAD = """
import {
  BeforeInsert, ChildEntity, Check, Column, DataSource, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique,
  ViewColumn, ViewEntity,
} from "typeorm"
import { Base, decorate, Money, outside } from "elsewhere"
import { missing } from "./missing"
"""
TAIL = """
export default new DataSource({ type: "postgres", entities: [X] })
"""


def diagnostics(members: str, *, of_class: str = "@Entity() export class X") -> list[str]:
    """The messages of a class with these members; its key goes without saying."""
    code = f"{HEAD}{of_class} {{\n@PrimaryColumn() id: number\n{members}\n}}{TAIL}"
    found = snapshot({"x.ts": code, "tsconfig.json": '{"compilerOptions": {"strict": true}}'})
    assert [source.id for source in found.sources] == ["typeorm:x.ts"], described(found)
    return [f"{one.location.span.line}: {one.message}" for one in found.diagnostics]


def test_what_is_known() -> None:
    assert diagnostics("@Column() name: string\n@Column('text', { nullable: true }) body?: string") == []


def test_decorators_of_other_packages_say_nothing() -> None:
    assert (
        diagnostics("@decorate() @Column() name: string\n@outside.field() other: string\n@BeforeInsert() hook() {}")
        == []
    )


@pytest.mark.parametrize(
    ("member", "message"),
    [
        ("@Column() a: string | null", "X.a is Object at run time, which is no type of a column"),
        ("@Column() a", "X.a is Object at run time, which is no type of a column"),
        ("@Column() a: Money", "the type of X.a cannot be resolved: what the type Money is cannot be told"),
        ("@Column() a: string[]", "X.a is Array at run time, which is no type of a column"),
        (
            "@Column({ type: process.env.JSON }) a: object",
            "the type of X.a cannot be resolved",
        ),
        (
            "@Column(outside.options) a: string",
            "the type of X.a cannot be resolved",
        ),
        (
            "@Column({ ...outside, nullable: true }) a: string",
            "a part of the options of X.a cannot be resolved: what it holds is not known",
        ),
        ("@Column({ nullable: outside.yes }) a: string", "`nullable` of X.a cannot be resolved"),
        ("@Column({ length: outside.length }) a: string", "`length` of X.a cannot be resolved"),
        ("@Column({ default: () => outside() }) a: string", "the default of X.a cannot be resolved"),
        ("@Column({ default: new Date() }) a: Date", "the default of X.a cannot be resolved"),
        ("@Column({ type: 'enum', enum: outside.values }) a: string", "`enum` of X.a cannot be resolved"),
        ("@Column({ name: outside.name }) a: string", "`name` of X.a cannot be resolved"),
        ("@Column(() => outside) a: object", "the embedded type of X.a cannot be resolved"),
        ("@Index(outside.name, outside.columns) @Column() a: number", "an index of X.a cannot be resolved"),
        (
            "@ManyToOne(() => outside) a: object",
            "the target of relation X.a cannot be resolved",
        ),
        ("@ManyToOne(() => Other) a: Other", "X.a leads to Other, which is none of the entities"),
        ("@ManyToOne('Nowhere') a: object", "X.a leads to Nowhere, which is none of the entities"),
        (
            "@ManyToOne(() => X) @JoinColumn({ referencedColumnName: 'none' }) a: X",
            "the column none of X, to which a refers, cannot be resolved",
        ),
    ],
)
def test_members(member: str, message: str) -> None:
    assert diagnostics(member + "\n}\n@Entity() class Other {") == [f"10: {message}"]


def test_a_decorator_that_cannot_be_followed() -> None:
    found = diagnostics("@missing() a: string\n@missing() @Column() b: string")
    assert found == ["10: what @missing() does to X.a cannot be followed: cannot find module './missing'"]


def test_a_base_class_of_a_package() -> None:
    found = diagnostics("", of_class="@Entity() export class X extends Base")
    assert found == ["8: the base class Base of X cannot be resolved"]


def test_the_base_classes_of_typeorm_are_known() -> None:
    code = 'import { BaseEntity as Root } from "typeorm"\n@Entity() export class X extends Root'
    assert diagnostics("", of_class=code) == []


@pytest.mark.parametrize(
    ("decorator", "message"),
    [
        ("@Index(['none'])", "the property none, of which X has an index, cannot be resolved"),
        ("@Unique(['none'])", "the property none, of which X has an index, cannot be resolved"),
        ("@Unique(outside.columns)", "an index of X cannot be resolved"),
        ("@Check(outside.check)", "a check of X cannot be resolved"),
    ],
)
def test_keys(decorator: str, message: str) -> None:
    assert diagnostics("", of_class=f"{decorator}\n@Entity() export class X") == [f"9: {message}"]


def test_an_entity_without_a_key() -> None:
    code = f"{HEAD}@Entity() export class X {{ @Column() name: string }}{TAIL}"
    assert [one.message for one in snapshot({"x.ts": code}).diagnostics] == ["X has no primary column"]


def test_a_query_of_a_view() -> None:
    code = f"""{HEAD}
        @ViewEntity({{ expression: (source) => source.createQueryBuilder().select("1").from("x", "x") }})
        export class X {{ @ViewColumn() one: number }}{TAIL}"""
    found = snapshot({"x.ts": code})
    assert [one.message for one in found.diagnostics] == ["the query of the view x cannot be resolved"]
    assert [view.key for source in found.sources for view in source.views] == ["x"]


def test_a_child_of_no_entity() -> None:
    found = diagnostics("}\n@ChildEntity() class Child { @Column() a: string", of_class="@Entity() export class X")
    assert found == []  # it is none of the data source's entities


def test_a_file_that_cannot_be_read_whole() -> None:
    found = snapshot({"x.ts": f"{HEAD}@Entity() export class X {{ @PrimaryColumn() id: number }}{TAIL}const = ;"})
    assert [one.code for one in found.diagnostics] == ["unreadable"]
