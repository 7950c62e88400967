"""What models need and migrations do not make."""

import pytest

from tests.extract.migrations.sequelize.vocabulary import history, repository

MODEL = """
const {{ Sequelize, DataTypes }} = require('sequelize');
const sequelize = new Sequelize({{ dialect: '{dialect}' }});
sequelize.define('users', {{ {columns} }}, {{ timestamps: false }});
"""

TABLE = """
await queryInterface.createTable('users', {{ id: {{ type: Sequelize.INTEGER, primaryKey: true }}, {columns} }});
"""


def pending(columns: str, made: str, *more: str, dialect: str = "postgres") -> list[str]:
    """What migrations lack of a model with these columns."""
    files = repository([TABLE.format(columns=made), *more], dialect)
    files["models.js"] = MODEL.format(columns=columns, dialect=dialect).encode()
    return [f"{each.subject}: {each.text}" for each in history(files).pending]


@pytest.mark.parametrize(
    ("columns", "made"),
    [
        ("", ""),
        ("name: DataTypes.STRING", "name: Sequelize.TEXT"),
        ("name: { type: DataTypes.STRING, unique: true }", "name: { type: Sequelize.STRING(9), allowNull: false }"),
        ("data: DataTypes.JSON", "data: { type: 'JSONB', defaultValue: {} }"),
        ("mood: DataTypes.ENUM('a', 'b')", "mood: Sequelize.STRING"),
        ("", "other: Sequelize.STRING"),
        ("at: DataTypes.DATE", "at: 'TIMESTAMP WITH TIME ZONE'"),
        ("tags: DataTypes.ARRAY(DataTypes.STRING)", "tags: Sequelize.ARRAY(Sequelize.TEXT)"),
    ],
)
def test_they_agree(columns: str, made: str) -> None:
    assert pending(columns, made) == []


def test_tables_beyond_the_models() -> None:
    assert pending("", "", "await queryInterface.createTable('old', { id: Sequelize.INTEGER });") == []


def test_what_databases_keep_alike() -> None:
    assert pending("done: DataTypes.BOOLEAN", "done: Sequelize.TINYINT", dialect="mysql") == []
    assert pending("data: DataTypes.JSON", "data: Sequelize.TEXT", dialect="sqlite") == []


@pytest.mark.parametrize(
    ("columns", "made", "expected"),
    [
        ("name: DataTypes.STRING", "", "users.name: add column users.name varchar(255)"),
        ("age: DataTypes.INTEGER", "age: Sequelize.STRING", "users.age: change users.age from varchar(255) to integer"),
        (
            "tags: DataTypes.ARRAY(DataTypes.STRING)",
            "tags: Sequelize.STRING",
            "users.tags: change users.tags from varchar(255) to varchar(255)[]",
        ),
    ],
)
def test_what_differs(columns: str, made: str, expected: str) -> None:
    assert pending(columns, made) == [expected]


def test_tables_that_are_missing() -> None:
    renamed = "await queryInterface.renameTable('users', 'people');"
    assert pending("", "", renamed) == ["users: create table users (id)"]
