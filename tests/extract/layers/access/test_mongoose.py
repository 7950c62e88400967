"""Mongoose: which collections a function reads and writes."""

import pytest

from tests.extract.layers.access.vocabulary import touched

MODELS = """
import mongoose, { Schema, model } from "mongoose";
import { paginate } from "./plugin";

const userSchema = new Schema({ name: String, boss: { type: Schema.Types.ObjectId, ref: "User" } }, {
  statics: { byName(name: string) { return this.findOne({ name }) } },
});
userSchema.statics.taken = async function (name: string) { return !!(await this.exists({ name })) };
userSchema.methods.rename = function (name: string) { this.name = name; return this.save() };
userSchema.methods.greet = function () { return this.name };
userSchema.static("everyone", function () { return this.find() });
userSchema.plugin(paginate);
export const User = mongoose.model("User", userSchema);

const postSchema = new Schema({ author: { type: Schema.Types.ObjectId, ref: "User" } });
postSchema.virtual("notes", { ref: "Note", localField: "_id", foreignField: "post" });
export const Post = mongoose.models.Post || model("Post", postSchema);

export const Note = model("Note", new Schema({ post: { type: Schema.Types.ObjectId, ref: "Post" } }), "remarks");
"""

PLUGIN = """
export const paginate = (schema: any) => {
  schema.statics.paginate = async function () { await this.countDocuments(); return this.find() };
};
"""

HEAD = """
import mongoose from "mongoose";
import { InjectModel } from "@nestjs/mongoose";
import { Model } from "mongoose";
import { Note, Post, User } from "./models";
"""


def says(code: str, expected: str) -> None:
    assert touched({"models.ts": MODELS, "plugin.ts": PLUGIN, "a.ts": HEAD + code}, "a.ts#f") == expected


@pytest.mark.parametrize(
    "code",
    [
        "",
        "return new User({})",
        "return [1].find(Boolean)",
        "return User.schema",
        "return User.missing()",
        "return new User({}).greet()",
        "const save = { save() {} }; save.save()",
        "await mongoose.connect('')",
        "return fetch('').then((user) => user.save())",
    ],
)
def test_nothing_is_touched(code: str) -> None:
    says(f"export async function f() {{ {code} }}", "")


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("User.find({}).sort('name').lean()", "reads users"),
        ("User.where('age').gt(1).find()", "reads users"),
        ("Note.countDocuments()", "reads remarks"),
        ("User.create({})", "writes users"),
        ("User.findByIdAndUpdate(1, {})", "writes users"),
        ("Post.deleteMany({})", "writes posts"),
        ("new User({}).save()", "writes users"),
        ("mongoose.model('Note').findOne()", "reads remarks"),
        ("mongoose.models.Note.findOne()", "reads remarks"),
        ("Post.find().populate('author')", "reads posts, users"),
        ("Post.find().populate('author notes')", "reads posts, remarks, users"),
        (
            "Note.findOne().populate({ path: 'post', populate: { path: 'author', select: 'name' } })",
            "reads posts, remarks, users",
        ),
        (
            "Post.aggregate([{ $match: {} }, { $lookup: { from: 'users', as: 'author' } }])",
            "reads posts, users",
        ),
        ("User.byName('a')", "reads users"),
        ("User.taken('a')", "reads users"),
        ("User.everyone()", "reads users"),
        ("User.paginate({})", "reads users"),
        ("new User({}).rename('a')", "writes users"),
    ],
)
def test_calls(code: str, expected: str) -> None:
    says(f"export async function f() {{ return await {code} }}", expected)


def test_a_document_that_was_found() -> None:
    code = """
    const load = async (id: string) => User.findById(id);
    export async function f(id: string) {
      const user = await load(id);
      if (!user) throw new Error();
      user.name = "";
      await user.save();
      for (const post of await Post.find()) await post.deleteOne();
    }
    """
    says(code, "reads posts, users; writes posts, users")


def test_models_that_are_injected() -> None:
    code = """
    class Users {
      constructor(@InjectModel("User") private readonly users: Model<any>) {}
      all() { return this.users.find() }
    }
    export const f = (users: Users) => users.all();
    """
    says(code, "reads users")
