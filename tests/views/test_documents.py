"""How sections about collections read."""
# ruff: noqa: E501

from datamodel_check.model.schema import Source
from datamodel_check.model.snapshot import Snapshot
from tests.views.samples import ONE
from tests.views.vocabulary import fingerprint, shows
from tests.vocabulary import read

MODELS = """\
import { model, Schema } from 'mongoose'

const user = new Schema({
  email: { type: String, required: true, unique: true, lowercase: true },
  role: { type: String, enum: ['reader', 'staff'], default: 'reader' },
  name: { first: String, last: { type: String, required: function () { return true } } },
  joined: { type: Date, default: () => Date.now() - 24 * 60 * 60 * 1000 + Number(process.env.OFFSET_OF_EVERY_CLOCK) },
  friends: [{ type: Schema.Types.ObjectId, ref: 'User' }],
  boss: { type: Schema.Types.ObjectId, ref: 'User', required: true },
})
user.virtual('fullName').get(() => '')
user.virtual('posts', { ref: 'Post', localField: '_id', foreignField: 'author' })

const post = new Schema({ author: { type: Schema.Types.ObjectId, ref: 'User' }, at: Date, place: Object }, { versionKey: false })
post.index({ author: 1, at: -1 }, { unique: true, partialFilterExpression: { at: { $exists: true } } })
post.index({ place: '2dsphere' }, { name: 'where' })
post.index({ at: 1 }, { expireAfterSeconds: 60 })

model('User', user)
model('Post', post)
"""

BLOG = Snapshot(read({"models.ts": MODELS.encode()}).sources)


def test_one_collection() -> None:
    assert (
        shows("table users", BLOG)
        == """\
| Path | Type | Required | Default | Ref | Notes |
| --- | --- | --- | --- | --- | --- |
| `email` | `string` | yes | — | — | — |
| `role` | `string` | no | `'reader'` | — | one of `reader`, `staff` |
| `name.first` | `string` | no | — | — | — |
| `name.last` | `string` | no | — | — | required by a condition |
| `joined` | `date` | no | a function | — | — |
| `friends` | `objectid[]` | no | — | `users` | — |
| `boss` | `objectid` | yes | — | `users` | — |
| `_id` | `objectid` | yes | — | — | — |
| `__v` | `number` | no | — | — | — |

| Index | Options |
| --- | --- |
| `email` | unique |

Virtuals: `fullName`, `posts`"""
    )


def test_indexes_of_a_collection() -> None:
    assert (
        shows("table posts", BLOG).partition("\n\n")[2]
        == """\
| Index | Options |
| --- | --- |
| `place` 2dsphere | named `where` |
| `at` | `expireAfterSeconds: 60` |
| `author`, `at` desc | unique, only where `{ at: { '$exists': true } }` |"""
    )


def test_collections() -> None:
    assert (
        shows("tables", BLOG)
        == """\
| Collection | Unique | References |
| --- | --- | --- |
| `posts` | (`author`, `at`) | `users` |
| `users` | `email` | `users` |"""
    )


def test_relations_of_collections() -> None:
    assert (
        shows("relations", BLOG)
        == """\
| Collection | Path | References |
| --- | --- | --- |
| `posts` | `author` | `users` |
| `users` | `boss` | `users` |
| `users` | `friends` | `users` |

| Collection | Relation | Kind | To | Notes |
| --- | --- | --- | --- | --- |
| `users` | `posts` | many | `posts` | `_id` → `author` |"""
    )


def test_diagram_of_collections() -> None:
    assert (
        shows("erd", BLOG)
        == """\
```mermaid
erDiagram
  direction LR
  "posts" {
    objectid author FK
    objectid _id PK
  }
  "users" {
    objectid[] friends FK
    objectid boss FK
    objectid _id PK
  }
  "users" |o--o{ "posts" : "author"
  "users" ||--o{ "users" : "boss"
  "users" }o--o{ "users" : "friends"
```"""
    )


def changed(old: str, new: str) -> Snapshot:
    assert old in MODELS
    return Snapshot(read({"models.ts": MODELS.replace(old, new).encode()}).sources)


def test_what_a_section_says_changes_with_the_facts() -> None:
    before = fingerprint("table users", BLOG)
    assert fingerprint("table users", changed("lowercase: true", "lowercase: false")) == before
    assert fingerprint("table users", changed("'fullName'", "'wholeName'")) != before
    assert fingerprint("table users", changed("required: function () { return true }", "required: true")) != before


def test_a_database_with_rows_reads_as_ever() -> None:
    both = Snapshot((*ONE.sources, *BLOG.sources))
    assert "| Table | Primary key | Unique | References |" in shows("tables", both)
    assert "| Collection | Unique | References |" in shows("tables", both)


def test_a_collection_without_paths() -> None:
    source: Source = BLOG.sources[0]
    empty = Snapshot((source._replace(tables=(source.tables[0]._replace(columns=(), indexes=()),)),))
    assert shows("table posts", empty) == ""


def test_fingerprints_stay_what_they_are() -> None:
    """They stand in the documents of everybody who uses the tool; see `tests/repositories/test_fingerprints.py`."""
    assert {title: fingerprint(title, BLOG) for title in ("table users", "tables", "relations", "erd")} == {
        "table users": "670279a5f8a4505e",
        "tables": "2889929526e0011f",
        "relations": "cf626e3e9a04b94f",
        "erd": "fd2b6979ade6e1df",
    }
