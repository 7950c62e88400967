"""Where models are found: on connections, in functions, under conditions, of the repository's own makers."""
# ruff: noqa: E501

from tests.extract.vocabulary import extracts


def test_nothing() -> None:
    extracts(
        {
            "a.ts": "export const a = 1\n",
        },
        """

        """,
    )


def test_a_look_up_is_no_definition() -> None:
    extracts(
        {
            "a.ts": """
            import mongoose, { model, Schema } from 'mongoose'
            model('A', new Schema({ a: String }))
            export const again = mongoose.model('A')
            export const other = mongoose.model('B')
            """,
        },
        """
        mongoose:a.ts mongodb
          table as (A)
            a: string null
            _id: objectid primary key
            __v: number null
        """,
    )


def test_connections() -> None:
    extracts(
        {
            "a.ts": """
            import mongoose, { model, Schema } from 'mongoose'
            const c = mongoose.createConnection('x')
            export const A = c.model('A', new Schema({ a: String }))
            export const B = mongoose.connection.useDb('y').model('B', new Schema({ a: { type: Schema.ObjectId, ref: A } }))
            const m = new mongoose.Mongoose()
            m.model('C', new m.Schema({ a: m.Schema.Types.Mixed }))
            """,
        },
        """
        mongoose:a.ts mongodb
          table as (A)
            a: string null
            _id: objectid primary key
            __v: number null
          table bs (B)
            a: objectid null
            _id: objectid primary key
            __v: number null
            foreign key None (a) → as (_id)
          table cs (C)
            a: mixed null
            _id: objectid primary key
            __v: number null
        """,
    )


def test_a_connection_that_is_not_known() -> None:
    extracts(
        {
            "a.ts": """
            import mongoose, { model, Schema } from 'mongoose'
            import { connect } from './none'
            const connection = await connect()
            export const A = connection.model('A', new Schema({ a: String }))
            """,
        },
        """
        mongoose:a.ts mongodb
          table as (A)
            a: string null
            _id: objectid primary key
            __v: number null
        """,
    )


def test_a_function_that_may_return_early() -> None:
    extracts(
        {
            "a.js": """
            const mongoose = require('mongoose')
            module.exports = (app) => {
              if (app.has('A')) return app.get('A')
              const schema = new mongoose.Schema({ a: String })
              schema.index({ a: 1 })
              return mongoose.model('A', schema)
            }
            """,
        },
        """
        mongoose:a.js mongodb
          table as (A)
            a: string null
            _id: objectid primary key
            __v: number null
            index None (a)
        """,
    )


def test_a_function_is_called_with_what_it_needs() -> None:
    extracts(
        {
            "a.js": """
            module.exports = (mongoose) => mongoose.model('A', new mongoose.Schema({ a: String }))
            """,
            "b.js": """
            const mongoose = require('mongoose')
            exports.A = require('./a')(mongoose)
            """,
        },
        """
        mongoose:b.js mongodb
          table as (A)
            a: string null
            _id: objectid primary key
            __v: number null
        """,
    )


def test_one_that_is_handed_on() -> None:
    extracts(
        {
            "db.ts": """
            import mongoose from 'mongoose'
            export default mongoose
            """,
            "a.ts": """
            import Mongoose from './db'
            export const A = Mongoose.model('A', new Mongoose.Schema({ a: String }))
            """,
        },
        """
        mongoose:a.ts mongodb
          table as (A)
            a: string null
            _id: objectid primary key
            __v: number null
        """,
    )


def test_classes_that_extend() -> None:
    extracts(
        {
            "a.ts": """
            import mongoose, { model, Schema } from 'mongoose'
            class Own extends Schema {}
            class Cents extends mongoose.SchemaType {}
            model('A', new Own({ a: Cents }))
            """,
        },
        """
        mongoose:a.ts mongodb
          table as (A)
            a: cents null
            _id: objectid primary key
            __v: number null
        """,
    )


def test_getters_of_a_loaded_class_are_virtuals() -> None:
    extracts(
        {
            "a.ts": """
            import mongoose, { model, Schema } from 'mongoose'
            const s = new Schema({ a: String })
            class A { get b() { return 1 } static get c() { return 1 } d() {} }
            s.loadClass(A)
            s.virtual('e', { ref: 'B', localField: 'a', foreignField: 'a' })
            model('A', s)
            """,
        },
        """
        mongoose:a.ts mongodb
          table as (A)
            a: string null
            _id: objectid primary key
            __v: number null
          relation as.e: many bs (a → a)
        """,
    )


def test_makers_of_the_repository() -> None:
    extracts(
        {
            "maker.ts": """
            import mongoose from 'mongoose'
            export const makeModel = (options) => class { get all() { return mongoose.connection.db.collection(options.collectionName) } }
            """,
            "a.ts": """
            import { makeModel } from './maker'
            const COLLECTION = 'things'
            export class Thing extends makeModel({ collectionName: COLLECTION, schema: {} }) {}
            export const Other = makeModel({ collectionName: 'others' })
            export const unrelated = fetch({ collectionName: 'x' })
            """,
        },
        """
        unresolved a.ts:4: the collection things is made by makeModel(), a model maker of this repository
        unresolved a.ts:5: the collection others is made by makeModel(), a model maker of this repository
        """,
    )


def test_plugins_and_names_for_all() -> None:
    extracts(
        {
            "a.ts": """
            import mongoose, { model, Schema } from 'mongoose'
            mongoose.pluralize(null)
            mongoose.plugin((schema) => { schema.add({ by: String }) })
            model('A', new Schema({ a: [new Schema({ b: String })] }))
            """,
        },
        """
        mongoose:a.ts mongodb
          table A (A)
            a: subdocument[] null
            a.$.b: string null (b)
            a.$._id: objectid (_id)
            a.$.by: string null (by)
            _id: objectid primary key
            by: string null
            __v: number null
        """,
    )


def test_names_by_a_function() -> None:
    extracts(
        {
            "a.ts": """
            import mongoose, { model, Schema } from 'mongoose'
            mongoose.pluralize((name) => `app_${name.toLowerCase()}`)
            model('A', new Schema({ b: { type: Schema.ObjectId, ref: 'B' } }))
            """,
        },
        """
        mongoose:a.ts mongodb
          table app_a (A)
            b: objectid null
            _id: objectid primary key
            __v: number null
            foreign key None (b) → app_b (_id)
        """,
    )


def test_an_old_version() -> None:
    extracts(
        {
            "package.json": '{"dependencies": {"mongoose": "^5.13.0"}}\n',
            "a.js": """
            const { model, Schema } = require('mongoose')
            model('Human', new Schema({ a: { type: { b: String } } }))
            """,
        },
        """
        mongoose:a.js mongodb
          table humen (Human)
            a: mixed null
            _id: objectid primary key
            __v: number null
        """,
    )


def test_aliases_in_indexes() -> None:
    extracts(
        {
            "package.json": '{"dependencies": {"mongoose": "~7.8.0"}}\n',
            "old/package.json": '{"dependencies": {"mongoose": "6"}}\n',
            "new/package.json": '{"dependencies": {"mongoose": "^8"}}\n',
            "a.js": """
            const { model, Schema } = require('mongoose')
            const s = new Schema({ n: { type: String, alias: 'name' }, m: String })
            s.index({ name: 1, m: 1 })
            model('A', s)
            """,
            "old/a.js": """
            const { model, Schema } = require('mongoose')
            const s = new Schema({ n: { type: String, alias: 'name' }, m: String })
            s.index({ name: 1, m: 1 })
            model('A', s)
            """,
            "new/a.js": """
            const { model, Schema } = require('mongoose')
            const s = new Schema({ n: { type: String, alias: 'name' }, m: String })
            s.index({ name: 1, m: 1 })
            model('A', s)
            """,
        },
        """
        mongoose:a.js mongodb
          table as (A)
            n: string null
            m: string null
            _id: objectid primary key
            __v: number null
            index None (m, n)
        mongoose:new/a.js mongodb
          table as (A)
            n: string null
            m: string null
            _id: objectid primary key
            __v: number null
            index None (n, m)
        mongoose:old/a.js mongodb
          table as (A)
            n: string null
            m: string null
            _id: objectid primary key
            __v: number null
            index None (name, m)
        """,
    )


def test_a_source_for_each_package() -> None:
    extracts(
        {
            "packages/a/package.json": "{}\n",
            "packages/b/package.json": "{}\n",
            "packages/a/src/one.ts": """
            import mongoose, { model, Schema } from 'mongoose'
            model('One', new Schema({ a: String }))
            """,
            "packages/a/src/deep/two.ts": """
            import mongoose, { model, Schema } from 'mongoose'
            model('Two', new Schema({ one: { type: Schema.Types.ObjectId, ref: 'One' } }))
            """,
            "packages/b/three.ts": """
            import mongoose, { model, Schema } from 'mongoose'
            model('Three', new Schema({ one: { type: Schema.Types.ObjectId, ref: 'One' } }))
            """,
        },
        """
        mongoose:packages/a/src mongodb
          table ones (One)
            a: string null
            _id: objectid primary key
            __v: number null
          table twos (Two)
            one: objectid null
            _id: objectid primary key
            __v: number null
            foreign key None (one) → ones (_id)
        mongoose:packages/b/three.ts mongodb
          table threes (Three)
            one: objectid null
            _id: objectid primary key
            __v: number null
            foreign key None (one) → ones (_id)
        """,
    )


def test_tests_are_passed_over() -> None:
    extracts(
        {
            "src/a.ts": """
            import mongoose, { model, Schema } from 'mongoose'
            model('A', new Schema({ a: String }))
            """,
            "test/b.ts": """
            import mongoose, { model, Schema } from 'mongoose'
            model('B', new Schema({ a: String }))
            """,
            "test/c.ts": """
            import mongoose from 'mongoose'
            mongoose.connect('x')
            """,
        },
        """
        mongoose:src/a.ts mongodb
          table as (A)
            a: string null
            _id: objectid primary key
            __v: number null
        passed over test/b.ts: in a tests folder
        """,
    )
