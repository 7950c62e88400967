"""Sequelize: which tables a function reads and writes."""

import pytest

from datamodel_check import link
from datamodel_check.extract.layers.reach import Reach
from datamodel_check.model.location import Location, Span
from datamodel_check.model.schema import Relation, Source, Table
from tests.vocabulary import Files, Remembering

MODELS = """
import { DataTypes, Model, Sequelize } from "sequelize";
export const sequelize = new Sequelize("");
export class User extends Model {}
export const Post = sequelize.define("Post", {});
export class Tag extends Model {}
Tag.init({}, { sequelize });
"""

HEAD = 'import { Post, Tag, User, sequelize } from "./models";\n'


def source() -> Source:
    """What the models declare, placed as they are."""
    places = {"User": "class User", "Post": 'sequelize.define("Post"', "Tag": "class Tag"}
    found = []
    for name, text in places.items():
        start = MODELS.index(text)
        place = Location("models.ts", Span(start, MODELS.index("\n", start), 1))
        found.append(Table(None, f"{name.lower()}s", name, place, ()))
    place = Location("models.ts", Span(0, 0, 1))
    relations = (
        Relation("users", "posts", "many", "posts", place),
        Relation("posts", "author", "one", "users", place, ("author_id",), ("id",)),
        Relation("posts", "tags", "many", "tags", place, through="post_tags"),
    )
    return Source("sequelize:models.ts", "sequelize", "postgresql", ("models.ts",), tuple(found), relations=relations)


def says(code: str, expected: str) -> None:
    program = link.program(Files({"models.ts": MODELS.encode(), "a.ts": (HEAD + code).encode()}), Remembering)
    reach = Reach(program, [source()])
    (function,) = (export.value for export in program.bindings("a.ts") if export.name == "f")
    found = reach.total([*reach.objects.called(function)])
    parts = [("reads", found.reads), ("writes", found.writes)]
    assert "; ".join(f"{word} {', '.join(sorted(tables))}" for word, tables in parts if tables) == expected


@pytest.mark.parametrize(
    "code",
    [
        "",
        "return new User()",
        "return Post.build({})",
        "return [1].findAll()",
        "const cache = new Map(); cache.update(); cache.create()",
        "return sequelize.authenticate()",
        "return Math.max(1, 2)",
    ],
)
def test_nothing_is_touched(code: str) -> None:
    says(f"export function f() {{ {code} }}", "")


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("User.findAll()", "reads users"),
        ("Post.findByPk(1)", "reads posts"),
        ("Tag.count()", "reads tags"),
        ("User.create({})", "writes users"),
        ("Post.findOrCreate({})", "reads posts; writes posts"),
        ("User.scope('active').findAll()", "reads users"),
        ("User.findAll({ include: Post })", "reads posts, users"),
        ("User.findAll({ include: ['posts'] })", "reads posts, users"),
        (
            "User.findAll({ include: [{ model: Post, include: [{ association: 'tags' }] }] })",
            "reads post_tags, posts, tags, users",
        ),
        ("new User().save()", "writes users"),
        ("Post.build({}).save()", "writes posts"),
        ("sequelize.query('select * from users join tags')", "reads tags, users"),
        ("sequelize.models.Post.destroy({})", "writes posts"),
        ("sequelize.model('Tag').findOne()", "reads tags"),
    ],
)
def test_calls(code: str, expected: str) -> None:
    says(f"export async function f() {{ return await {code} }}", expected)


def test_instances_that_were_found() -> None:
    code = """
    export async function f() {
      const user = await User.findByPk(1);
      await user.update({});
      await user.getPosts();
      const post = await Post.findOne();
      await post.addTag(1);
      await post.setAuthor(user);
      for (const tag of await Tag.findAll()) await tag.destroy();
    }
    """
    says(code, "reads posts, tags, users; writes post_tags, posts, tags, users")
