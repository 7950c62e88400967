"""Which calls make models and associations; what cannot be told is said with its place, and the rest is read."""

import pytest

from tests.extract.vocabulary import described, snapshot

HEAD = "import { DataTypes, Model, Op, Sequelize } from 'sequelize'\nimport { outside, Outer } from 'elsewhere'\n"
INSTANCE = "const sequelize = new Sequelize({ dialect: 'postgres', define: { timestamps: false } })\n"
USER = "const User = sequelize.define('user', { name: DataTypes.STRING })\n"


def tables(code: str) -> dict[str, list[str]]:
    found = snapshot({"x.ts": HEAD + INSTANCE + code}).sources
    return {table.key: [column.name for column in table.columns] for source in found for table in source.tables}


def diagnostics(code: str) -> list[str]:
    """The messages, with their lines in `code`."""
    found = snapshot({"x.ts": HEAD + INSTANCE + USER + code})
    assert len(found.sources) == 1, described(found)
    lines = (HEAD + INSTANCE + USER).count("\n")
    return [f"{one.location.span.line - lines}: {one.message}" for one in found.diagnostics]


@pytest.mark.parametrize(
    "code",
    [
        "",
        "const define = outside.define('user', {})",
        "customElements.define('my-button', class {})",
        "class Button { static init(options: object) {} }\nButton.init({ name: DataTypes.STRING })",
        "class Own extends Outer {}\nOwn.init({ name: DataTypes.STRING }, { sequelize })",
    ],
)
def test_what_is_no_model(code: str) -> None:
    assert snapshot({"x.ts": HEAD + INSTANCE + code}).sources == ()


@pytest.mark.parametrize(
    "code",
    [
        "sequelize.define('user', { name: DataTypes.STRING })",
        "function make() { return sequelize.define('user', { name: { type: DataTypes.STRING } }) }",
        "if (process.env.USERS) { sequelize.define('user', { name: DataTypes.STRING }) }",
        "class user extends Model {}\nuser.init({ name: DataTypes.STRING }, { sequelize })",
        "class User extends Model {}\nUser.init({ name: DataTypes.STRING }, { sequelize, modelName: 'user' })",
        (
            "class Base<T> extends Model<T> {}\nclass user extends Base<object> {}\n"
            "user.init({ name: DataTypes.STRING }, { sequelize })"
        ),
        (
            "class user extends Model { static start(s: Sequelize) { this.init({ name: DataTypes.STRING }, "
            "{ sequelize: s }) } }"
        ),
        "class user extends Sequelize.Model {}\nuser.init({ name: DataTypes.STRING }, { sequelize })",
    ],
)
def test_ways_to_make_a_model(code: str) -> None:
    assert tables(code) == {"users": ["id", "name"]}


@pytest.mark.parametrize(
    "code",
    [
        "sequelize.model('post').belongsTo(User, { as: 'author' })",
        "sequelize.models.post.belongsTo(sequelize.models.user, { as: 'author' })",
        "const models = { User, Post }\nmodels.Post.belongsTo(models.User, { as: 'author' })",
        "export function associate({ user, post }) { post.belongsTo(user, { as: 'author' }) }",
    ],
)
def test_ways_to_name_a_model(code: str) -> None:
    made = tables(f"{USER}const Post = sequelize.define('post', {{}})\n{code}")
    assert made["posts"] == ["id", "authorId"]


def test_two_models_of_one_table() -> None:
    made = tables(
        "sequelize.define('a', { x: DataTypes.INTEGER }, { tableName: 't' })\n"
        "sequelize.define('b', { x: DataTypes.INTEGER, y: DataTypes.INTEGER }, { tableName: 't' })"
    )
    assert made == {"t": ["id", "x", "y"]}


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("sequelize.define(outside(), {})", "1: the name of a model cannot be resolved"),
        ("sequelize.define('x', outside())", "1: the attributes of x cannot be resolved"),
        ("sequelize.define('x', { ...outside })", "1: a part of the attributes of x cannot be resolved"),
        ("sequelize.define('x', { a: outside })", "1: the type of x.a, outside, is none of Sequelize's data types"),
        ("sequelize.define('x', { a: { allowNull: true } })", "1: x.a has no type"),
        ("sequelize.define('x', {}, outside())", "1: the options of the model x cannot be resolved"),
        ("sequelize.define('x', {}, { tableName: outside() })", "1: `tableName` of the model x cannot be resolved"),
        ("sequelize.define('x', {}, { indexes: outside() })", "1: `indexes` of the model x cannot be resolved"),
        ("User.belongsTo(outside)", "1: a model of `belongsTo` cannot be resolved"),
        (
            "User.belongsTo(User, outside())",
            "1: the options of an association of user with user cannot be resolved",
        ),
        (
            "User.belongsToMany(User, { as: 'x', through: outside() })",
            "1: the model between of an association of user with user cannot be resolved",
        ),
    ],
)
def test_what_cannot_be_resolved(code: str, message: str) -> None:
    found = diagnostics(code)
    assert found
    assert found[0].startswith(message)
