"""Classes of @nestjs/mongoose, compared with what its own factories make of them."""
# ruff: noqa: E501

from tests.extract.vocabulary import extracts


def test_types_of_annotations() -> None:
    extracts(
        {
            "tsconfig.json": '{"compilerOptions": {"strict": true}}\n',
            "cat.ts": """
            import { Prop, raw, Schema, SchemaFactory, Virtual } from '@nestjs/mongoose'
            import { Types } from 'mongoose'
            enum Color { Black = 'black', White = 'white' }
            @Schema()
            export class Cat {
              @Prop() name: string
              @Prop({ required: true }) age: number
              @Prop() born: Date
              @Prop() tags: string[]
              @Prop({ enum: Color }) color: Color
              @Prop({ type: String }) note: string | null
              @Prop() owner: Types.ObjectId
              @Prop() scores: Map<string, number>
              helper: string
            }
            export const CatSchema = SchemaFactory.createForClass(Cat)
            """,
            "module.ts": """
            import { Module } from '@nestjs/common'
            import { MongooseModule } from '@nestjs/mongoose'
            import { Cat, CatSchema } from './cat'
            @Module({ imports: [MongooseModule.forFeature([{ name: Cat.name, schema: CatSchema }])] })
            export class CatModule {}
            """,
        },
        """
        mongoose:module.ts mongodb
          table cats (Cat)
            name: string null
            age: number
            born: date null
            tags: mixed[] null
            color: string null of black|white
            note: string null
            owner: mixed null
            scores: map<mixed> null
            scores.$*: mixed null ($*)
            _id: objectid primary key
            __v: number null
        """,
    )


def test_object_ids() -> None:
    extracts(
        {
            "tsconfig.json": '{"compilerOptions": {"strict": true}}\n',
            "cat.ts": """
            import { Prop, Schema, SchemaFactory } from '@nestjs/mongoose'
            import mongoose, { Types, SchemaTypes } from 'mongoose'
            @Schema()
            export class Cat {
              @Prop({ type: Types.ObjectId, ref: 'Cat' }) a: Types.ObjectId
              @Prop({ type: [Types.ObjectId], ref: 'Cat' }) b: Types.ObjectId[]
              @Prop({ type: [{ type: Types.ObjectId, ref: 'Cat' }] }) c: Types.ObjectId[]
              @Prop([Types.ObjectId]) d: Types.ObjectId[]
              @Prop({ type: Types.Decimal128 }) e: Types.Decimal128
              @Prop({ type: SchemaTypes.ObjectId, ref: 'Cat' }) f: Types.ObjectId
              @Prop({ type: [SchemaTypes.ObjectId], ref: 'Cat' }) g: Types.ObjectId[]
              @Prop({ type: mongoose.Schema.Types.Mixed }) h: object
              @Prop([{ type: Types.ObjectId, ref: 'Cat' }]) i: Types.ObjectId[]
              @Prop([{ x: String, y: { type: Number, required: true } }]) j: object[]
              @Prop({ type: () => [String] }) k: string[]
              @Prop({ type: Object }) l: object
              @Prop({ type: { q: String } }) m: object
            }
            export const CatSchema = SchemaFactory.createForClass(Cat)
            """,
            "module.ts": """
            import { Module } from '@nestjs/common'
            import { MongooseModule } from '@nestjs/mongoose'
            import { Cat, CatSchema } from './cat'
            @Module({ imports: [MongooseModule.forFeature([{ name: Cat.name, schema: CatSchema }])] })
            export class CatModule {}
            """,
        },
        """
        mongoose:module.ts mongodb
          table cats (Cat)
            a: mixed null
            b: mixed[] null
            c: objectid[] null
            d: mixed[] null
            e: mixed null
            f: objectid null
            g: objectid[] null
            h: mixed null
            i: mixed[] null
            j: subdocument[] null
            j.$.x: string null (x)
            j.$.y: number (y)
            j.$._id: objectid (_id)
            k: mixed null
            l: mixed null
            m: subdocument null
            m.q: string null (q)
            m._id: objectid (_id)
            _id: objectid primary key
            __v: number null
            foreign key None (a) → cats (_id)
            foreign key None (b) → cats (_id)
            foreign key None (c) → cats (_id)
            foreign key None (f) → cats (_id)
            foreign key None (g) → cats (_id)
        """,
    )


def test_types_that_cannot_be_told() -> None:
    extracts(
        {
            "tsconfig.json": '{"compilerOptions": {"strict": true}}\n',
            "cat.ts": """
            import { Prop, raw, Schema, SchemaFactory, Virtual } from '@nestjs/mongoose'
            @Schema()
            export class Cat {
              @Prop() note: string | null
              @Prop() any: any
            }
            export const CatSchema = SchemaFactory.createForClass(Cat)
            """,
            "module.ts": """
            import { Module } from '@nestjs/common'
            import { MongooseModule } from '@nestjs/mongoose'
            import { Cat, CatSchema } from './cat'
            @Module({ imports: [MongooseModule.forFeature([{ name: Cat.name, schema: CatSchema }])] })
            export class CatModule {}
            """,
        },
        """
        mongoose:module.ts mongodb
          table cats (Cat)
            note: mixed null
            any: mixed null
            _id: objectid primary key
            __v: number null
        unresolved cat.ts:5: the type of note cannot be told from its annotation
        unresolved cat.ts:6: the type of any cannot be told from its annotation
        """,
    )


def test_classes_in_classes() -> None:
    extracts(
        {
            "tsconfig.json": '{"compilerOptions": {"strict": true}}\n',
            "cat.ts": """
            import { Prop, raw, Schema, SchemaFactory, Virtual } from '@nestjs/mongoose'
            class Plain { a: string }
            @Schema()
            class Collar { @Prop() color: string }
            @Schema({ _id: false, timestamps: true })
            class Chip { @Prop({ required: true }) code: string }
            @Schema({ timestamps: true, collection: 'kittens' })
            export class Cat {
              @Prop() collar: Collar
              @Prop({ type: Chip }) chip: Chip
              @Prop({ type: [Chip] }) chips: Chip[]
              @Prop({ type: () => Plain }) plain: Plain
              @Prop(raw({ first: { type: String }, last: String })) names: Record<string, any>
              @Prop([String]) tags: string[]
              @Prop({ type: [{ type: 'ObjectId', ref: () => Cat }] }) friends: Cat[]
              @Virtual({ get: function () { return 1 } }) lives: number
            }
            export const CatSchema = SchemaFactory.createForClass(Cat)
            CatSchema.index({ 'chip.code': 1 }, { unique: true })
            """,
            "module.ts": """
            import { Module } from '@nestjs/common'
            import { MongooseModule } from '@nestjs/mongoose'
            import { Cat, CatSchema } from './cat'
            @Module({ imports: [MongooseModule.forFeature([{ name: Cat.name, schema: CatSchema }])] })
            export class CatModule {}
            """,
        },
        """
        mongoose:module.ts mongodb
          table kittens (Cat)
            collar: subdocument null
            collar.color: string null (color)
            collar._id: objectid (_id)
            chip: subdocument null
            chip.code: string (code)
            chip.createdAt: date null (createdAt)
            chip.updatedAt: date null (updatedAt)
            chips: subdocument[] null
            chips.$.code: string (code)
            chips.$.createdAt: date null (createdAt)
            chips.$.updatedAt: date null (updatedAt)
            plain: mixed null
            names.first: string null (first)
            names.last: string null (last)
            tags: string[] null
            friends: objectid[] null
            _id: objectid primary key
            createdAt: date null
            updatedAt: date null
            __v: number null
            unique index None (chip.code)
            foreign key None (friends) → kittens (_id)
        """,
    )


def test_inheritance_and_discriminators() -> None:
    extracts(
        {
            "tsconfig.json": '{"compilerOptions": {"strict": true}}\n',
            "cat.ts": """
            import { Prop, raw, Schema, SchemaFactory, Virtual } from '@nestjs/mongoose'
            @Schema()
            class Animal { @Prop() born: Date }
            @Schema({ discriminatorKey: 'kind' })
            export class Cat extends Animal { @Prop() name: string }
            @Schema()
            export class Lion { @Prop() mane: boolean }
            export const CatSchema = SchemaFactory.createForClass(Cat)
            export const LionSchema = SchemaFactory.createForClass(Lion)
            """,
            "module.ts": """
            import { Module } from '@nestjs/common'
            import { MongooseModule } from '@nestjs/mongoose'
            import { Cat, CatSchema, LionSchema } from './cat'
            const lion = { name: 'Lion', schema: LionSchema }
            @Module({ imports: [MongooseModule.forFeatureAsync([{ name: Cat.name, useFactory: () => { CatSchema.add({ more: Number }); return CatSchema } }])] })
            export class CatModule {}
            @Module({ imports: [MongooseModule.forFeature([{ name: 'Beast', schema: CatSchema, collection: 'beasts', discriminators: [lion] }])] })
            export class BeastModule {}
            """,
        },
        """
        mongoose:module.ts mongodb
          table beasts (Beast)
            born: date null
            name: string null
            _id: objectid primary key
            more: number null
            kind: string null
            __v: number null
            mane: boolean null
          table cats (Cat)
            born: date null
            name: string null
            _id: objectid primary key
            more: number null
            kind: string null
            __v: number null
            mane: boolean null
        """,
    )
