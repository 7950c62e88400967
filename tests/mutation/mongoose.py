"""A blog of documents, and its mutants: those whose facts differ, and those that say the same thing differently."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from tests.mutation import cosmetic, expressions, imports, tokens
from tests.mutation.sample import Files
from tests.mutation.source import applied

SAMPLE: Files = {
    "package.json": b'{ "dependencies": { "mongoose": "^8.0.0" } }',
    "src/constants.ts": b"""\
export const ROLES = ['reader', 'staff'] as const
export const KINDS = { note: 'note', story: 'story' } as const
""",
    "src/plugins.ts": b"""\
import type { Schema } from 'mongoose'

export function softDelete(schema: Schema, options: { field: string }) {
  schema.add({ [options.field]: { type: Date } });
  schema.index({ [options.field]: 1 });
}
""",
    "src/user.ts": b"""\
import { model, Schema } from 'mongoose'

import { ROLES } from './constants'
import { softDelete } from './plugins'

const address = new Schema({
  street: { type: String, required: true },
  zip: { type: Number },
}, { _id: false })

const user = new Schema({
  email: { type: String, required: true, unique: true },
  role: { type: String, enum: ROLES, default: 'reader' },
  age: { type: Number, default: 18, index: true },
  active: { type: Boolean, default: true },
  born: { type: Date },
  name: {
    first: { type: String, required: true },
    last: { type: String },
  },
  home: { type: address },
  nickname: String,
}, { timestamps: true, collection: 'people' })

user.index({ role: 1, born: -1 })
user.virtual('fullName').get(function () { return this.name.first })
user.plugin(softDelete, { field: 'deletedAt' })

export const User = model('User', user)
""",
    "src/post.ts": b"""\
import { model, Schema } from 'mongoose'

import { KINDS } from './constants'
import { User } from './user'

const post = new Schema({
  title: { type: String, required: true },
  kind: { type: String, enum: Object.values(KINDS) },
  author: { type: Schema.Types.ObjectId, ref: 'User', required: true },
  readers: { type: [Schema.Types.ObjectId], ref: 'User' },
  comments: [{
    by: { type: Schema.Types.ObjectId, ref: 'User' },
    text: { type: String },
  }],
  tags: { type: [String] },
  data: { type: Object },
  counts: { type: Map, of: Number },
})

post.index({ title: 1 }, { unique: true, partialFilterExpression: { kind: 'story' } })

export const Post = model('Post', post)
export const authors = () => User.find()
""",
}

MODELS = ("src/user.ts", "src/post.ts")

PATH = re.compile(r"^( +)(\w+): \{ type: ([\w.]+|\[[\w.]+\])(.*) \},$", re.MULTILINE)
"""One path on a line: its indentation, name, type and other options."""


class Mutant(NamedTuple):
    """`names` are what the findings have to name."""

    kind: str
    what: str
    files: Files
    names: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.kind} {self.what}"


# --- those that differ -----------------------------------------------------------------------------------------------


def semantic() -> Iterator[Mutant]:
    for path in MODELS:
        for match in PATH.finditer(SAMPLE[path].decode()):
            for kind, line in _of_path(match):
                yield Mutant(kind, f"{path} {match[2]}", _with(path, match[0], line), (match[2],))
    for kind, path, old, new, *names in _OTHERS:
        yield Mutant(kind, old, _with(path, old, new), tuple(names))


OTHER_TYPES = {
    "String": "Number",
    "Number": "String",
    "Date": "String",
    "Boolean": "Number",
    "Schema.Types.ObjectId": "String",
    "[Schema.Types.ObjectId]": "Schema.Types.ObjectId",
    "[String]": "[Number]",
    "Object": "String",
    "address": "[address]",
}


def _of_path(match: re.Match[str]) -> Iterator[tuple[str, str]]:
    """The lines that may stand in place of one path's."""
    space, name, type_, rest = match.groups()
    path = f"{space}{name}: {{ type: "
    yield "remove-path", ""
    yield "rename-path", f"{space}{name}Renamed: {{ type: {type_}{rest} }},"
    yield "add-path", f"{match[0]}\n{space}{name}Added: String,"
    if type_ in OTHER_TYPES:
        yield "change-type", f"{path}{OTHER_TYPES[type_]}{rest} }},"
    if "required" in rest:
        yield "not-required", f"{path}{type_}{rest.replace(', required: true', '')} }},"
        yield "required-by-a-function", f"{path}{type_}{rest.replace('true', '() => false')} }},"
    else:
        yield "required", f"{path}{type_}{rest}, required: true }},"
    yield from _of_options(path + type_, rest)


def _of_options(path: str, rest: str) -> Iterator[tuple[str, str]]:
    if "default" in rest:
        yield "no-default", f"{path}{re.sub(', default: [^,]+', '', rest)} }},"
        yield "change-default", f"{path}{re.sub('default: [^,]+', 'default: null', rest)} }},"
    elif "Map" not in path:
        yield "add-default", f"{path}{rest}, default: 'x' }},"
    if "unique" in rest or "index" in rest:
        yield "no-index", f"{path}{rest.replace(', unique: true', '').replace(', index: true', '')} }},"
    elif "address" not in path:
        yield "add-index", f"{path}{rest}, index: true }},"
        yield "add-unique", f"{path}{rest}, unique: true }},"
    if "ref" in rest:
        yield "no-reference", f"{path}{rest.replace(chr(44) + ' ref: ' + repr('User'), '')} }},"
        yield "change-reference", f"{path}{rest.replace('User', 'Post')} }},"
    if "enum" in rest:
        yield "no-enum", f"{path}{re.sub(', enum: [^,]+', '', rest)} }},"


_OTHERS = (
    ("enum-value", "src/constants.ts", "'reader', ", "'reader', 'guest', ", "role"),
    ("enum-value", "src/constants.ts", "story: 'story'", "story: 'tale'", "kind"),
    ("plugin", "src/plugins.ts", "type: Date", "type: Boolean", "deletedAt"),
    ("plugin", "src/user.ts", "field: 'deletedAt'", "field: 'goneAt'", "goneAt"),
    ("plugin", "src/user.ts", "user.plugin(softDelete, { field: 'deletedAt' })", "", "deletedAt"),
    ("collection", "src/user.ts", "collection: 'people'", "collection: 'persons'", "persons"),
    ("collection", "src/user.ts", ", collection: 'people'", "", "users"),
    ("model", "src/post.ts", "model('Post'", "model('Story'", "stories"),
    ("timestamps", "src/user.ts", "timestamps: true", "timestamps: { updatedAt: false }", "updatedAt"),
    ("timestamps", "src/user.ts", "timestamps: true, ", "", "createdAt"),
    ("identifier", "src/user.ts", ", { _id: false })", ")", "home._id"),
    ("version", "src/post.ts", "})\n\npost", "}, { versionKey: false })\n\npost", "__v"),
    ("index", "src/user.ts", "born: -1", "born: 1", "born"),
    ("index", "src/user.ts", "role: 1, born: -1", "role: 1", "role"),
    ("index", "src/user.ts", "user.index({ role: 1, born: -1 })", "", "role"),
    ("index", "src/post.ts", "unique: true, ", "", "title"),
    ("index", "src/post.ts", "kind: 'story'", "kind: 'note'", "title"),
    ("index", "src/post.ts", "title: 1", "title: 'text'", "title"),
    ("virtual", "src/user.ts", "virtual('fullName')", "virtual('wholeName')", "wholeName"),
    ("map", "src/post.ts", "of: Number", "of: String", "counts"),
    ("shorthand", "src/user.ts", "nickname: String", "nickname: [String]", "nickname"),
    ("nested", "src/user.ts", "  name: {\n", "  called: {\n", "called.first"),
    ("late", "src/post.ts", "export const Post", "post.add({ late: Date })\nexport const Post", "late"),
    ("late", "src/post.ts", "export const Post", "post.remove('tags')\nexport const Post", "tags"),
    ("late", "src/post.ts", "export const Post", "post.path('tags').required(true)\nexport const Post", "tags"),
)


def _with(path: str, old: str, new: str) -> Files:
    content = SAMPLE[path].decode()
    assert old in content, f"{path} does not hold {old}"
    return {**SAMPLE, path: content.replace(old, new, 1).encode()}


# --- those that mean the same ----------------------------------------------------------------------------------------

_GENERAL = {
    **tokens.REWRITINGS,
    **{name: imports.REWRITINGS[name] for name in ("reversed-imports", "reversed-specifiers", "one-import-each")},
    **{name: expressions.REWRITINGS[name] for name in ("quoted-keys", "function-bodies", "renamed-parameters")},
}

_OWN: Mapping[str, Callable[[str], str]] = {
    "without-new": lambda text: text.replace("new Schema(", "Schema("),
    "default-import": lambda text: (
        text.replace("import { model, Schema } from", "import mongoose from")
        .replace("new Schema(", "new mongoose.Schema(")
        .replace("Schema.Types", "mongoose.Schema.Types")
        .replace("mongoose.mongoose.", "mongoose.")
        .replace("= model(", "= mongoose.model(")
    ),
    "common-js": lambda text: text.replace(
        "import { model, Schema } from 'mongoose'", "const { model, Schema } = require('mongoose')"
    ),
    "names-of-types": lambda text: re.sub(r"type: (String|Number|Date|Boolean) ", r"type: '\1' ", text),
    "mongooses-types": lambda text: re.sub(r"type: (String|Number|Date|Boolean)\b", r"type: Schema.Types.\1", text),
    "shorthands": lambda text: re.sub(r"\{ type: (String|Number|Date|Boolean) \}", r"\1", text),
    "longhands": lambda text: text.replace("nickname: String", "nickname: { type: String }"),
    "reversed-paths": lambda text: PATH.sub(r"\g<0>", text) if "user" not in text else _reversed(text),
    "other-options": lambda text: text.replace("type: String,", "type: String, trim: true, validate: /x/,"),
    "hooks": lambda text: text.replace(
        "\nexport const", "\nschema_.pre('save', function () {})\nschema_.methods.go = function () {}\nexport const", 1
    ).replace("schema_", "user" if "user.index" in text else "post"),
    "kept-model": lambda text: re.sub(r"= model\('(\w+)'", r"= models.\1 || model('\1'", text).replace(
        "import { model,", "import { model, models,"
    ),
    "helper-constant": lambda text: text.replace(" = new Schema({\n", " = new Schema({ ...{} ,\n"),
    "false-options": lambda text: text.replace("type: Number }", "type: Number, required: false, index: false }"),
}


def _reversed(text: str) -> str:
    """The paths of one object in another order."""
    return text.replace(
        "  active: { type: Boolean, default: true },\n  born: { type: Date },\n",
        "  born: { type: Date },\n  active: { type: Boolean, default: true },\n",
    )


def same() -> Iterator[Mutant]:
    for path in (*MODELS, "src/plugins.ts", "src/constants.ts"):
        for kind, rewriting in _GENERAL.items():
            edits = rewriting(path, SAMPLE[path])
            if edits:
                yield Mutant(kind, path, applied(SAMPLE, edits), ())
        for kind, encode in cosmetic.ENCODINGS.items():
            yield Mutant(kind, path, {**SAMPLE, path: encode(SAMPLE[path])}, ())
    for path in MODELS:
        for kind, say in _OWN.items():
            text = say(SAMPLE[path].decode())
            if text.encode() != SAMPLE[path]:
                yield Mutant(kind, path, {**SAMPLE, path: text.encode()}, ())
