"""What `up` does, and what may happen in it."""

import pytest

from tests.extract.migrations.sequelize.bodies import USERS
from tests.extract.migrations.sequelize.vocabulary import configured, does, history, makes, told

AGE = "add column users.age integer"
ADDED = "await queryInterface.addColumn('users', 'age', Sequelize.INTEGER);"


@pytest.mark.parametrize(
    "body",
    [
        ADDED,
        "return queryInterface.sequelize.query('ALTER TABLE users ADD COLUMN age int');",
        "await queryInterface.sequelize.query({ query: 'ALTER TABLE users ADD COLUMN age int' });",
        "const { sequelize } = queryInterface; await sequelize.query('ALTER TABLE users ADD COLUMN age int');",
        f"await queryInterface.sequelize.transaction(async (transaction) => {{ {ADDED} }});",
        f"await queryInterface.sequelize.transaction({{ isolationLevel: 'x' }}, async (transaction) => {{ {ADDED} }});",
        (
            f"const t = await queryInterface.sequelize.transaction(); try {{ {ADDED} await t.commit(); }} "
            "catch (error) { await t.rollback(); await queryInterface.dropTable('users'); }"
        ),
        f"const found = await queryInterface.describeTable('users'); if (!found.age) {{ {ADDED} }}",
        f"await queryInterface.describeTable('users').then(async () => {{ {ADDED} }});",
        "['age'].forEach((name) => queryInterface.addColumn('users', name, Sequelize.INTEGER));",
        (
            "const add = (q, name) => q.addColumn('users', name, Sequelize.DataTypes.INTEGER); "
            "await add(queryInterface, 'age');"
        ),
        "await queryInterface.sequelize.getQueryInterface().addColumn('users', 'age', DataTypes.INTEGER);",
    ],
)
def test_one_column_more(body: str) -> None:
    assert does(USERS, body) == ["0: create table users", f"1: {AGE}"]


def test_what_the_database_decides() -> None:
    asked = f"const found = await queryInterface.describeTable('users'); if (!found.age) {{ {ADDED} }}"
    assert does(USERS, ADDED, asked) == ["0: create table users", f"1: {AGE}", "2: "]
    assert does(USERS, ADDED, ADDED)[2:] == ["2: ", "conflict: the table users already has a column age"]


def test_data() -> None:
    body = """
    const [rows] = await queryInterface.sequelize.query('SELECT id FROM users');
    for (const row of rows) {
      await queryInterface.sequelize.query(`UPDATE users SET name = '' WHERE id = ${row.id}`);
    }
    """
    assert does(USERS, body) == ["0: create table users", "1: select"]


def test_text_that_is_not_known() -> None:
    body = "await queryInterface.sequelize.query(`ALTER TABLE users ADD COLUMN ${process.env.NAME} int`);"
    assert makes(USERS, body).startswith("the text of the statement is not known\n")


@pytest.mark.parametrize(
    "source",
    [
        "module.exports = { up: (query, { INTEGER }) => query.createTable('queryInterface', { id: INTEGER }) };",
        (
            "exports.up = function (queryInterface, Sequelize) {"
            " return queryInterface.createTable('queryInterface', { id: Sequelize.INTEGER }); };"
        ),
        (
            "import { DataTypes } from 'sequelize';"
            " export const up = async ({ context: queryInterface }) => {"
            " await queryInterface.createTable('queryInterface', { id: DataTypes.INTEGER }); };"
        ),
        (
            "import { DataTypes } from 'sequelize';"
            " export const up = async ({ context: sequelize }) => {"
            " await sequelize.getQueryInterface().createTable('queryInterface', { id: DataTypes.INTEGER }); };"
        ),
        (
            "import { QueryInterface, DataTypes } from 'sequelize';"
            " export default { async up(queryInterface: QueryInterface) {"
            " await queryInterface.createTable('queryInterface', { id: DataTypes.INTEGER }); } };"
        ),
    ],
)
def test_how_migrations_are_written(source: str) -> None:
    files = {**configured("postgres"), "src/migrations/20240101-first.ts": source.encode()}
    assert told(history(files)) == ["20240101-first: create table queryInterface"]
