"""What cannot be resolved is reported with its place, and the rest is read."""

from tests.extract.vocabulary import extracts


def test_a_part_of_the_paths() -> None:
    extracts(
        {
            "a.ts": """
            import mongoose, { model, Schema } from 'mongoose'
            import { fields } from 'lib'
            model('A', new Schema({ a: String, ...fields }))
            """,
        },
        """
        mongoose:a.ts mongodb
          table as (A)
            a: string null
            _id: objectid primary key
            __v: number null
        unresolved a.ts:4: a part of the paths of a schema cannot be resolved: what it holds is not known
        """,
    )


def test_types() -> None:
    extracts(
        {
            "a.ts": """
            import mongoose, { model, Schema } from 'mongoose'
            import { Money } from 'lib'
            model('A', new Schema({ a: Money, b: { type: Money(2), required: true }, c: [Money] }))
            """,
        },
        """
        mongoose:a.ts mongodb
          table as (A)
            a: Money null
            b: Money(2)
            c: Money[] null
            _id: objectid primary key
            __v: number null
        unresolved a.ts:4: the type of a cannot be resolved
        unresolved a.ts:4: the type of b cannot be resolved
        unresolved a.ts:4: the type of c cannot be resolved
        """,
    )


def test_a_schema() -> None:
    extracts(
        {
            "a.ts": """
            import mongoose, { model, Schema } from 'mongoose'
            import { schema } from 'lib'
            model('A', schema)
            """,
        },
        """
        unresolved a.ts:4: the schema of the model A cannot be resolved
        """,
    )


def test_a_schema_of_a_parameter() -> None:
    extracts(
        {
            "a.js": """
            const mongoose = require('mongoose')
            module.exports = (app) => {
              const client = app.get('client')
              const schema = new client.Schema({ a: String })
              return client.model('A', schema)
            }
            """,
        },
        """
        unresolved a.js:6: the schema of the model A cannot be resolved: it is a parameter
        """,
    )


def test_names_of_models_and_collections() -> None:
    extracts(
        {
            "a.ts": """
            import mongoose, { model, Schema } from 'mongoose'
            const schema = new Schema({ a: String })
            model(process.env.NAME, schema)
            model('B', schema, process.env.NAME)
            model('C', new Schema({ a: String }, { collection: process.env.NAME }))
            """,
        },
        """
        mongoose:a.ts mongodb
          table bs (B)
            a: string null
            _id: objectid primary key
            __v: number null
          table cs (C)
            a: string null
            _id: objectid primary key
            __v: number null
          table process.env.NAME (process.env.NAME)
            a: string null
            _id: objectid primary key
            __v: number null
        unresolved a.ts:4: the name of a model cannot be resolved
        unresolved a.ts:5: the collection of the model B cannot be resolved
        unresolved a.ts:6: the collection of the model C cannot be resolved
        """,
    )


def test_options_of_paths() -> None:
    extracts(
        {
            "a.ts": """
            import mongoose, { model, Schema } from 'mongoose'
            model('A', new Schema({
              a: { type: String, required: process.env.STRICT === '1' },
              b: { type: String, enum: process.env.LIST.split(',') },
              c: { type: Number, default: Number(process.env.MAX) },
            }))
            """,
        },
        """
        mongoose:a.ts mongodb
          table as (A)
            a: string null
            b: string null
            c: number null filled by the ORM
            _id: objectid primary key
            __v: number null
        unresolved a.ts:4: whether a is required cannot be resolved: it depends on process.env.STRICT
        unresolved a.ts:5: the enum of b cannot be resolved
        unresolved a.ts:6: the default of c cannot be resolved: it depends on process.env.MAX
        """,
    )


def test_indexes() -> None:
    extracts(
        {
            "a.ts": """
            import mongoose, { model, Schema } from 'mongoose'
            const s = new Schema({ a: String })
            s.index({ [process.env.KEY]: 1 })
            s.index({ a: process.env.ORDER })
            s.index({ a: 1 }, { expireAfterSeconds: Number(process.env.TTL) })
            model('A', s)
            """,
        },
        """
        mongoose:a.ts mongodb
          table as (A)
            a: string null
            _id: objectid primary key
            __v: number null
            index None (a)
            index None (a) {expireAfterSeconds=Number(process.env.TTL)}
        unresolved a.ts:4: the paths of an index cannot be resolved: it depends on process.env.KEY
        unresolved a.ts:5: the order of a in an index cannot be resolved
        unresolved a.ts:6: the option expireAfterSeconds of an index cannot be resolved: it depends on process.env.TTL
        """,
    )


def test_plugins_of_packages() -> None:
    extracts(
        {
            "a.ts": """
            import mongoose, { model, Schema } from 'mongoose'
            import auto from 'mongoose-autopopulate'
            import sequence from 'mongoose-sequence'
            const s = new Schema({ a: String })
            s.plugin(auto)
            s.plugin(sequence(mongoose), { inc_field: 'n' })
            s.plugin(process.plugin)
            model('A', s)
            """,
        },
        """
        mongoose:a.ts mongodb
          table as (A)
            a: string null
            _id: objectid primary key
            __v: number null
        unresolved a.ts:7: the plugin mongoose-sequence may add paths and indexes that are not known
        unresolved a.ts:8: a plugin cannot be resolved
        """,
    )


def test_a_plugin_that_is_known() -> None:
    extracts(
        {
            "a.ts": """
            import mongoose, { model, Schema } from 'mongoose'
            import softDelete from 'mongoose-delete'
            const s = new Schema({ a: String })
            s.plugin(softDelete, { deletedAt: true, indexFields: ['deleted'] })
            model('A', s)
            """,
        },
        """
        mongoose:a.ts mongodb
          table as (A)
            a: string null
            _id: objectid primary key
            deleted: boolean null default false filled by the ORM
            deletedAt: date null
            __v: number null
            index None (deleted)
        """,
    )


def test_what_may_or_may_not_happen() -> None:
    extracts(
        {
            "a.ts": """
            import mongoose, { model, Schema } from 'mongoose'
            const s = new Schema({ a: String })
            if (process.env.SOFT) s.add({ deleted: Boolean })
            if (process.env.LOG) console.log(s)
            model('A', s)
            """,
        },
        """
        mongoose:a.ts mongodb
          table as (A)
            a: string null
            _id: objectid primary key
            __v: number null
        unresolved a.ts:4: whether .add() is called on a schema cannot be resolved: it depends on process.env.SOFT
        """,
    )


def test_a_syntax_error() -> None:
    extracts(
        {
            "a.ts": """
            import mongoose, { model, Schema } from 'mongoose'
            model('A', new Schema({ a: String, b: }))
            """,
        },
        """
        mongoose:a.ts mongodb
          table as (A)
            a: string null
            b:  null
            _id: objectid primary key
            __v: number null
        unresolved a.ts:3: the type of b cannot be resolved: identifier is not evaluated
        unreadable a.ts:3: syntax error: `identifier` is missing
        """,
    )
