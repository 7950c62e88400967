"""Which decorated classes are tables, and what of their decorators cannot be told."""

import pytest

from tests.extract.vocabulary import described, snapshot

HEAD = """\
import { AllowNull, BelongsTo, BelongsToMany, Column, DataType, ForeignKey, HasMany, Model, Sequelize, Table, Unique
} from 'sequelize-typescript'
import { Base, decorate, outside, Money } from 'elsewhere'
import { missing } from './missing'
"""
STRICT = '{ "compilerOptions": { "strict": true } }'
USER = "@Table({ timestamps: false })\nexport class User extends Model {\n@Column name: string\n"


def tables(code: str, **others: str) -> dict[str, list[str]]:
    files = {"x.ts": HEAD + code, "tsconfig.json": STRICT, **{f"{name}.ts": text for name, text in others.items()}}
    return {
        table.key: [column.name for column in table.columns]
        for source in snapshot(files).sources
        for table in source.tables
    }


def diagnostics(members: str, rest: str = "") -> list[str]:
    """The messages, with their lines below the head of the class."""
    found = snapshot({"x.ts": f"{HEAD}{USER}{members}\n}}\n{rest}", "tsconfig.json": STRICT})
    assert [source.id for source in found.sources] == ["sequelize:x.ts"], described(found)
    before = (HEAD + USER).count("\n")
    return [f"{one.location.span.line - before}: {one.message}" for one in found.diagnostics]


@pytest.mark.parametrize(
    "code",
    [
        "class User extends Model { @Column name: string }",
        "@Table abstract class User extends Model { @Column name: string }",
        "@Table class User extends Base { @Column name: string }",
        "import { Table } from 'console-table'\n@Table class User extends Model { name: string }",
    ],
)
def test_what_is_no_table(code: str) -> None:
    head = HEAD.replace(" Table,", "") if "console-table" in code else HEAD
    assert snapshot({"x.ts": head + code}).sources == ()


@pytest.mark.parametrize(
    "code",
    [
        f"{USER}}}",
        f"{USER}}}\nnew Sequelize({{ models: [User] }})",
        f"{USER}}}\nnew Sequelize({{ models: [__dirname + '/models'] }})",
        f"{USER}}}\nconst sequelize = new Sequelize({{}})\nsequelize.addModels([User])",
        f"{USER}}}\n@Table class Other extends Model {{}}\nnew Sequelize({{ models: [User] }})",
        f"@Table({{ timestamps: false }}) abstract class Root extends Model {{}}\n{USER}}}".replace(
            "User extends Model", "User extends Root"
        ),
    ],
)
def test_which_classes_are_tables(code: str) -> None:
    assert tables(code) == {"Users": ["id", "name"]}


def test_all_classes_count_where_the_given_ones_are_not_known() -> None:
    other = "@Table({ timestamps: false }) class Other extends Model {}"
    assert tables(f"{USER}}}\n{other}\nnew Sequelize({{ models: outside }})") == {
        "Others": ["id"],
        "Users": ["id", "name"],
    }


def test_a_class_by_its_default_export() -> None:
    user = f"{HEAD}{USER.replace('export class', 'class')}}}\nexport default User"
    code = "import User from './user'\nnew Sequelize({ models: [User] })"
    assert tables(code, user=user) == {"Users": ["id", "name"]}


@pytest.mark.parametrize(
    "member",
    [
        "@AllowNull @Column name: string",
        "@decorate @Column other: string",
        "@decorate() other: string",
    ],
)
def test_what_is_known(member: str) -> None:
    assert diagnostics(member) == []


@pytest.mark.parametrize(
    ("member", "message"),
    [
        (
            "@Column tags: string[]",
            "1: the type of User.tags cannot be resolved: Array at run time stands for none of Sequelize's data types",
        ),
        ("@Column sum: Money", "1: the type of User.sum cannot be resolved: what the type Money is cannot be told"),
        ("@Column(missing) x: string", "1: the type of User.x cannot be resolved"),
        ("@Column({ ...missing }) x: string", "1: a part of User.x cannot be resolved"),
        ("@missing x: string", "1: what @missing does to User.x cannot be followed"),
        ("@HasMany(() => missing) posts: object", "1: a model of `hasMany` cannot be resolved"),
        ("@BelongsTo(() => User) parent: object", "1: User has no foreign key for User"),
    ],
)
def test_what_cannot_be_resolved(member: str, message: str) -> None:
    found = diagnostics(member)
    assert len(found) == 1
    assert found[0].startswith(message)


def test_a_base_that_is_not_known() -> None:
    found = snapshot(
        {"x.ts": f"{HEAD}{USER}}}\nclass Kept extends outside(User) {{}}\n@Table class Own extends Kept {{}}"}
    )
    assert [one.message for one in found.diagnostics] == ["the base class outside(User) of Kept cannot be resolved"], (
        described(found)
    )


def test_classes_that_are_not_given_are_passed_over() -> None:
    database = "import { Sequelize } from 'sequelize-typescript'\nimport { User } from './user'\n"
    files = {
        "database.ts": f"{database}new Sequelize({{ models: [User] }})",
        "user.ts": f"{HEAD}{USER}}}",
        "other.ts": f"{HEAD}@Table\nexport class Other extends Model {{}}",
    }
    found = snapshot(files)
    assert [table.key for source in found.sources for table in source.tables] == ["Users"]
    assert [tuple(one) for one in found.passed_over] == [("other.ts", "not among the models that Sequelize is given")]
