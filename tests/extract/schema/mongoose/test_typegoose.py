"""Classes of typegoose, compared with what its `getModelForClass` makes of them."""
# ruff: noqa: E501

from tests.extract.vocabulary import extracts


def test_classes() -> None:
    extracts(
        {
            "tsconfig.json": '{"compilerOptions": {"strict": true}}\n',
            "user.ts": """
            import { prop, getModelForClass, index, modelOptions, plugin, Ref, buildSchema, getDiscriminatorModelForClass } from '@typegoose/typegoose';
            import { TimeStamps } from '@typegoose/typegoose/lib/defaultClasses';
            import mongoose from 'mongoose';
            enum Role { Admin = 'admin', User = 'user' }
            enum Level { Low, High }
            class Address {
              @prop({ required: true })
              public street!: string;
              @prop()
              public zip?: number;
            }
            class Tag { @prop({ _id: false }) public inner?: Address; @prop() public name!: string; }
            function softDelete(schema: mongoose.Schema, o: any) { schema.add({ deletedAt: Date }); if (o?.flag) schema.add({ flag: Boolean }) }
            export class Company { @prop({ required: true, unique: true }) public name!: string; }
            @modelOptions({ schemaOptions: { timestamps: { createdAt: 'created' }, collection: 'people' } })
            @index({ email: 1, role: -1 }, { unique: true })
            @plugin(softDelete, { flag: true })
            export class User {
              @prop({ required: true, lowercase: true })
              public email!: string;
              @prop({ enum: Role, default: Role.User })
              public role!: Role;
              @prop({ enum: Level, type: () => Number })
              public level?: Level;
              @prop({ type: () => [String], required: true, enum: ['a', 'b'] })
              public tags!: string[];
              @prop({ type: () => Address })
              public home?: Address;
              @prop()
              public work?: Address;
              @prop({ type: () => [Tag], _id: false })
              public labels?: Tag[];
              @prop({ ref: () => Company, required: true })
              public company!: Ref<Company>;
              @prop({ ref: 'Company' })
              public companies!: Ref<Company>[];
              @prop({ type: () => Number })
              public scores?: Map<string, number>;
              @prop({ type: () => mongoose.Schema.Types.Mixed })
              public anything?: any;
              @prop({ ref: () => Company, foreignField: 'owner', localField: '_id', justOne: true })
              public owned?: Ref<Company>;
              @prop({ type: () => [[Number]] })
              public matrix?: number[][];
              public get full() { return '' }
            }
            export class Base { @prop() public kind?: string; }
            export class Sub extends Base { @prop({ index: true }) public at!: Date; }
            export const CompanyModel = getModelForClass(Company);
            export const UserModel = getModelForClass(User);
            export const SubModel = getModelForClass(Sub, { schemaOptions: { versionKey: false } });
            """,
        },
        """
        mongoose:user.ts mongodb
          table companies (Company)
            _id: objectid primary key
            name: string
            __v: number null
            unique index None (name)
          table people (User)
            _id: objectid primary key
            created: date null
            updatedAt: date null
            email: string
            role: string null default 'user' filled by the ORM of admin|user
            level: number null of 0|1
            tags: string[] of a|b
            home: subdocument null
            home._id: objectid (_id)
            home.street: string (street)
            home.zip: number null (zip)
            work: subdocument null
            work._id: objectid (_id)
            work.street: string (street)
            work.zip: number null (zip)
            labels: subdocument[] null
            labels.$.inner: subdocument null (inner)
            labels.$.inner.street: string (street)
            labels.$.inner.zip: number null (zip)
            labels.$.name: string null (name)
            company: objectid
            companies: objectid[] null
            scores: map<number> null
            scores.$*: number null ($*)
            anything: mixed null
            matrix: number[][] null
            deletedAt: date null
            flag: boolean null
            __v: number null
            unique index None (email, role desc)
            foreign key None (company) → companies (_id)
            foreign key None (companies) → companies (_id)
          table subs (Sub)
            _id: objectid primary key
            kind: string null
            at: date null
            index None (at)
          relation people.owned: one companies (_id → owner)
        """,
    )


def test_before_version_6_and_in_functions() -> None:
    extracts(
        {
            "tsconfig.json": '{"compilerOptions": {"strict": true}}\n',
            "a.ts": """
            import { getModelForClass, prop, Typegoose } from 'typegoose'
            class Match extends Typegoose { @prop({ required: true }) home!: string }
            class Job { @prop() name!: string }
            export const MatchModel = new Match().getModelForClass(Match)
            export const jobs = () => getModelForClass(Job)
            export class Repository { static get(cl: any) { return getModelForClass(cl) } }
            """,
        },
        """
        mongoose:a.ts mongodb
          table jobs (Job)
            _id: objectid primary key
            name: string null
            __v: number null
          table matches (Match)
            _id: objectid primary key
            home: string
            __v: number null
        unresolved a.ts:7: the class of a schema cannot be resolved: it is a parameter
        """,
    )


def test_modules_of_nest() -> None:
    extracts(
        {
            "tsconfig.json": '{"compilerOptions": {"strict": true}}\n',
            "a.ts": """
            import { Module } from '@nestjs/common'
            import { TypegooseModule } from 'nestjs-typegoose'
            import { prop } from '@typegoose/typegoose'
            class Cat { @prop() name!: string }
            class Dog { @prop({ ref: Cat }) friend!: any }
            @Module({ imports: [TypegooseModule.forFeature([Cat, { typegooseClass: Dog, schemaOptions: { collection: 'hounds' } }])] })
            export class PetModule {}
            """,
        },
        """
        mongoose:a.ts mongodb
          table cats (Cat)
            _id: objectid primary key
            name: string null
            __v: number null
          table hounds (Dog)
            _id: objectid primary key
            friend: objectid null
            __v: number null
            foreign key None (friend) → cats (_id)
        """,
    )


def test_names_and_inheritance() -> None:
    extracts(
        {
            "tsconfig.json": '{"compilerOptions": {"strict": true}}\n',
            "a.ts": """
            import { buildSchema, getDiscriminatorModelForClass, getModelForClass, modelOptions, prop } from '@typegoose/typegoose'
            import { TimeStamps } from '@typegoose/typegoose/lib/defaultClasses'
            import mongoose from 'mongoose'
            @modelOptions({ options: { customName: 'Beast' } })
            class Animal extends TimeStamps { @prop({ index: true }) name!: string }
            class Cat extends Animal { @prop({ required: true }) lives!: number }
            class Tag { @prop() text!: string }
            const AnimalModel = getModelForClass(Animal)
            export const CatModel = getDiscriminatorModelForClass(AnimalModel, Cat, 'cat')
            export const TagModel = mongoose.model('Tag', buildSchema(Tag))
            """,
        },
        """
        mongoose:a.ts mongodb
          table beasts (Beast)
            _id: objectid primary key
            createdAt: date null
            updatedAt: date null
            name: string null
            __t: string null
            __v: number null
            lives: number
            index None (name)
          table tags (Tag)
            _id: objectid primary key
            text: string null
            __v: number null
        """,
    )
