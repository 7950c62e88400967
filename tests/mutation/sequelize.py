"""A shop of models, and its mutants: those whose facts differ, and those that say the same thing differently."""

import re
from collections.abc import Callable, Iterator, Mapping

from tests.mutation import cosmetic, expressions, imports, tokens
from tests.mutation.mongoose import Mutant
from tests.mutation.sample import Files
from tests.mutation.source import applied

SAMPLE: Files = {
    "package.json": b'{ "dependencies": { "pg": "^8.0.0", "sequelize": "^6.0.0", "sequelize-typescript": "^2.0.0" } }',
    "tsconfig.json": b'{ "compilerOptions": { "experimentalDecorators": true, "emitDecoratorMetadata": true } }',
    "src/constants.ts": b"""\
export const LENGTH = 80

export const STATES = ['open', 'paid']
""",
    "src/customer.ts": b"""\
import { DataTypes, Model, Sequelize } from 'sequelize'

import { LENGTH } from './constants'

export class Customer extends Model {}

export const initCustomer = (sequelize: Sequelize) => {
  Customer.init(
    {
      email: { type: DataTypes.STRING, unique: true, allowNull: false },
      name: { type: DataTypes.STRING(LENGTH), allowNull: false },
      age: { type: DataTypes.INTEGER, defaultValue: 18 },
      active: { type: DataTypes.BOOLEAN, defaultValue: true },
      born: { type: DataTypes.DATEONLY, field: 'born_on' },
      credit: { type: DataTypes.DECIMAL(8, 2) },
      tags: { type: DataTypes.ARRAY(DataTypes.STRING), comment: 'What they like' },
      settings: { type: DataTypes.JSONB, defaultValue: { mail: true } },
    },
    { sequelize, tableName: 'customers', schema: 'shop', paranoid: true, indexes: [{ fields: ['name', 'age'] }] },
  )
}
""",
    "src/purchase.ts": b"""\
import { DataTypes, Sequelize } from 'sequelize'

import { STATES } from './constants'

export const definePurchase = (sequelize: Sequelize) => {
  const Purchase = sequelize.define(
    'Purchase',
    {
      state: { type: DataTypes.ENUM(...STATES), defaultValue: 'open' },
      total: { type: DataTypes.INTEGER, allowNull: false },
      paidAt: { type: DataTypes.DATE },
    },
    {
      underscored: true,
      indexes: [{ name: 'by_state', unique: true, fields: ['state', 'total'], where: { state: 'open' } }],
    },
  )
  return Purchase
}
""",
    "src/base.ts": b"""\
import { Column, CreatedAt, DataType, Default, Model, PrimaryKey } from 'sequelize-typescript'

export abstract class Base extends Model {
  @PrimaryKey
  @Default(DataType.UUIDV4)
  @Column(DataType.UUID)
  id: string

  @CreatedAt
  made: Date
}
""",
    "src/review.ts": b"""\
import {
  AllowNull,
  BelongsTo,
  Column,
  Comment,
  DataType,
  Default,
  ForeignKey,
  Index,
  Table,
  Unique,
} from 'sequelize-typescript'

import { Base } from './base'

@Table({ tableName: 'reviews', updatedAt: false })
export class Review extends Base {
  @AllowNull(false)
  @Column
  stars: number

  @Unique
  @Column(DataType.STRING(40))
  slug: string

  @Default('none')
  @Comment('What they say')
  @Column(DataType.TEXT)
  body: string

  @Index('by_day')
  @Column
  day: Date

  @ForeignKey(() => Review)
  @Column(DataType.UUID)
  answerTo: string

  @BelongsTo(() => Review, { onDelete: 'CASCADE' })
  answered: Review
}
""",
    "src/database.ts": b"""\
import { Sequelize } from 'sequelize-typescript'

import { Customer, initCustomer } from './customer'
import { definePurchase } from './purchase'
import { Review } from './review'

const sequelize = new Sequelize({ dialect: 'postgres', models: [Review] })

initCustomer(sequelize)
const Purchase = definePurchase(sequelize)

Purchase.belongsTo(Customer, { as: 'buyer', foreignKey: { name: 'buyerId', allowNull: false } })
Customer.hasMany(Purchase, { as: 'purchases', foreignKey: 'buyerId' })
Customer.belongsToMany(Review, { through: 'liked', as: 'likes', foreignKey: 'customerId', otherKey: 'reviewId' })
""",
}

MODELS = ("src/customer.ts", "src/purchase.ts")

ATTRIBUTE = re.compile(r"^ {6}(\w+): \{ type: (.*?)((?:, \w+: (?:\{.*?\}|[^,]+?))*) \},$", re.MULTILINE)
"""One attribute: its name, its type and its other options."""


# --- those that differ -----------------------------------------------------------------------------------------------


def semantic() -> Iterator[Mutant]:
    for path in MODELS:
        for match in ATTRIBUTE.finditer(SAMPLE[path].decode()):
            for kind, text, name in _of_attribute(*match.groups()):
                yield Mutant(kind, f"{path} {match[1]}", _with(path, match[0], text), (name,))
    for kind, path, old, new, *names in _OTHERS:
        yield Mutant(kind, f"{path} {old}", _with(path, old, new), tuple(names))


def _of_attribute(name: str, type_: str, options: str) -> Iterator[tuple[str, str, str]]:
    """The kind, the text, and what the findings have to name."""

    def attribute(options: str, name: str = name, type_: str = type_) -> str:
        return f"      {name}: {{ type: {type_}{options} }},"

    column = "born_on" if "field" in options else "paid_at" if name == "paidAt" else name
    other = "DataTypes.TEXT" if type_ != "DataTypes.TEXT" else "DataTypes.STRING"
    yield "no-attribute", "", column
    if "field" not in options:
        yield "rename-attribute", attribute(options, f"{name}Renamed"), "enamed"
    yield "add-attribute", f"{attribute(options)}\n      {name}Added: DataTypes.STRING,", "dded"
    if "defaultValue" not in options:
        yield "change-type", attribute(options, type_=other), column
        yield "default", attribute(f"{options}, defaultValue: DataTypes.NOW"), column
    else:
        yield "no-default", attribute(re.sub(r", defaultValue: (\{.*?\}|[^,]+)$", "", options)), column
    if "allowNull" in options:
        yield "nullable", attribute(options.replace("allowNull: false", "allowNull: true")), column
    else:
        yield "not-nullable", attribute(f"{options}, allowNull: false"), column
    if "unique" in options:
        yield "not-unique", attribute(options.replace("unique: true", "unique: false")), column
    else:
        yield "unique", attribute(f"{options}, unique: true"), column
    yield "column-name", attribute(re.sub(r", field: '\w+'", "", options) + f", field: '{name}_other'"), f"{name}_other"
    yield "comment", attribute(re.sub(r", comment: '.*'", "", options) + ", comment: 'Other'"), column
    yield "primary-key", attribute(f"{options}, primaryKey: true"), column
    yield "refers", attribute(f"{options}, references: {{ model: 'reviews', key: 'id' }}"), column


_OTHERS = (
    ("constant", "src/constants.ts", "LENGTH = 80", "LENGTH = 81", "name"),
    ("enum", "src/constants.ts", "'paid']", "'paid', 'void']", "void"),
    ("enum", "src/constants.ts", "'paid'", "'payed'", "payed"),
    ("scale", "src/customer.ts", "(8, 2)", "(8, 3)", "credit"),
    ("array", "src/customer.ts", "ARRAY(DataTypes.STRING)", "ARRAY(DataTypes.TEXT)", "tags"),
    ("default", "src/customer.ts", "mail: true", "mail: false", "settings"),
    ("default", "src/customer.ts", "defaultValue: 18", "defaultValue: 19", "age"),
    ("default", "src/customer.ts", "defaultValue: 18", "defaultValue: () => 18", "age"),
    ("default", "src/purchase.ts", "'open' },", "'paid' },", "state"),
    ("table", "src/customer.ts", "'customers'", "'clients'", "clients"),
    ("table", "src/customer.ts", "tableName: 'customers', ", "", "Customers"),
    ("table", "src/customer.ts", "tableName: 'customers', ", "freezeTableName: true, ", "Customer"),
    ("schema", "src/customer.ts", "'shop'", "'store'", "store"),
    ("schema", "src/customer.ts", " schema: 'shop',", "", "customers"),
    ("paranoid", "src/customer.ts", " paranoid: true,", "", "deletedAt"),
    ("paranoid", "src/customer.ts", "paranoid: true", "paranoid: true, deletedAt: 'gone'", "gone"),
    ("times", "src/customer.ts", "paranoid: true", "timestamps: false", "createdAt"),
    ("times", "src/customer.ts", "paranoid: true", "paranoid: true, createdAt: 'made'", "made"),
    ("times", "src/customer.ts", "paranoid: true", "paranoid: true, updatedAt: false", "updatedAt"),
    ("version", "src/customer.ts", "paranoid: true", "paranoid: true, version: true", "version"),
    ("comment", "src/customer.ts", "paranoid: true", "paranoid: true, comment: 'Who buys'", "customers"),
    ("case", "src/purchase.ts", "underscored: true", "underscored: false", "Purchases"),
    ("table", "src/purchase.ts", "'Purchase',", "'Sale',", "sales"),
    ("index", "src/customer.ts", "['name', 'age']", "['age', 'name']", "customers_age_name"),
    ("index", "src/customer.ts", ", indexes: [{ fields: ['name', 'age'] }]", "", "customers_name_age"),
    ("index", "src/customer.ts", "{ fields: ['name'", "{ unique: true, fields: ['name'", "name_age"),
    ("index", "src/customer.ts", "'age'] }", "'age'], using: 'HASH' }", "customers_name_age"),
    ("index", "src/customer.ts", "'age'] }", "'age'] }, { fields: ['born_on'] }", "customers_born_on"),
    ("index", "src/purchase.ts", "by_state", "per_state", "per_state"),
    ("index", "src/purchase.ts", "unique: true, fields", "fields", "by_state"),
    ("index", "src/purchase.ts", "where: { state: 'open' }", "where: { state: 'paid' }", "by_state"),
    ("index", "src/purchase.ts", ", where: { state: 'open' }", "", "by_state"),
    ("index", "src/purchase.ts", "'total'],", "{ name: 'total', order: 'DESC' }],", "by_state"),
    ("association", "src/database.ts", "as: 'purchases'", "as: 'bought'", "bought"),
    ("association", "src/database.ts", "as: 'buyer'", "as: 'client'", "client"),
    ("association", "src/database.ts", "Customer.hasMany(Purchase,", "Customer.hasOne(Purchase,", "purchases"),
    ("association", "src/database.ts", "name: 'buyerId'", "name: 'clientId'", "client_id"),
    ("association", "src/database.ts", ", allowNull: false }", " }", "buyer_id"),
    ("association", "src/database.ts", "as: 'buyer',", "as: 'buyer', onDelete: 'RESTRICT',", "buyer_id"),
    ("between", "src/database.ts", "'liked'", "'likes'", "likes"),
    ("between", "src/database.ts", "otherKey: 'reviewId'", "otherKey: 'review_id'", "review_id"),
    ("between", "src/database.ts", "'liked', as", "'liked', timestamps: false, as", "createdAt"),
    ("between", "src/database.ts", "'liked', as", "'liked', onDelete: 'RESTRICT', as", "liked"),
    ("connection", "src/database.ts", "'postgres'", "'sqlite'", "customers"),
    ("connection", "src/database.ts", "models: [Review]", "models: []", "reviews"),
    ("connection", "src/database.ts", "models:", "define: { timestamps: false }, models:", "createdAt"),
    ("connection", "src/database.ts", "models:", "define: { schema: 'app' }, models:", "app"),
    ("no-model", "src/database.ts", "definePurchase(sequelize)", "sequelize", "purchases"),
    ("inherited", "src/base.ts", "  made: Date", "  createdOn: Date", "createdOn"),
    ("inherited", "src/base.ts", "DataType.UUID)", "DataType.STRING)", "id"),
    ("inherited", "src/base.ts", "  @Default(DataType.UUIDV4)\n", "", "id"),
    ("inherited", "src/base.ts", "  @PrimaryKey\n", "", "id"),
    ("decorator", "src/review.ts", "'reviews'", "'opinions'", "opinions"),
    ("decorator", "src/review.ts", ", updatedAt: false", "", "updatedAt"),
    ("decorator", "src/review.ts", "  @AllowNull(false)\n", "", "stars"),
    ("decorator", "src/review.ts", "@AllowNull(false)", "@AllowNull", "stars"),
    ("decorator", "src/review.ts", "  stars: number", "  stars: string", "stars"),
    ("decorator", "src/review.ts", "  stars: number", "  points: number", "points"),
    ("decorator", "src/review.ts", "STRING(40)", "STRING(41)", "slug"),
    ("decorator", "src/review.ts", "  @Unique\n", "", "slug"),
    ("decorator", "src/review.ts", "@Unique\n", "@Unique('one')\n  @Index\n", "slug"),
    ("decorator", "src/review.ts", "@Default('none')", "@Default('')", "body"),
    ("decorator", "src/review.ts", "What they say", "What they think", "body"),
    ("decorator", "src/review.ts", "DataType.TEXT", "DataType.CITEXT", "body"),
    ("decorator", "src/review.ts", "by_day", "per_day", "per_day"),
    ("decorator", "src/review.ts", "  @Index('by_day')\n", "", "by_day"),
    ("decorator", "src/review.ts", "  @Column\n  day", "  @Column({ field: 'on_day' })\n  day", "on_day"),
    ("decorator", "src/review.ts", "  @Column\n  day", "  day", "day"),
    ("decorator", "src/review.ts", "'CASCADE'", "'SET NULL'", "answerTo"),
    ("decorator", "src/review.ts", "  answerTo: string", "  repliesTo: string", "repliesTo"),
    ("decorator", "src/review.ts", "  answered: Review", "  reply: Review", "reply"),
    ("decorator", "src/review.ts", "extends Base", "extends Model", "id"),
)  # fmt: skip


def _with(path: str, old: str, new: str) -> Files:
    content = SAMPLE[path].decode()
    assert old in content, f"{path} does not hold {old}"
    text = content.replace(old, new, 1)
    if new == "extends Model":
        text = text.replace("  Index,", "  Index,\n  Model,")
    return {**SAMPLE, path: text.encode()}


# --- those that mean the same ----------------------------------------------------------------------------------------

_GENERAL = {
    **{name: say for name, say in tokens.REWRITINGS.items() if name != "one-line"},
    **{name: imports.REWRITINGS[name] for name in ("reversed-imports", "reversed-specifiers", "one-import-each")},
    **{name: expressions.REWRITINGS[name] for name in ("quoted-keys", "renamed-parameters")},
}

_METHOD = "\n\n  describe(): string {\n    return ''\n  }\n}\n"

_OWN: Mapping[str, Callable[[str], str]] = {
    "bare-types": lambda text: text.replace("{ type: DataTypes.DATE }", "DataTypes.DATE"),
    "called-types": lambda text: text.replace("DataTypes.DATEONLY", "DataTypes.DATEONLY()"),
    "renamed-types": lambda text: re.sub(r"\bDataTypes\b", "Types", text).replace("{ Types,", "{ DataTypes as Types,"),
    "members-of-sequelize": lambda text: text.replace("DataTypes.JSONB", "Sequelize.JSONB"),
    "spelled-types": lambda text: text.replace("DataTypes.STRING,", "DataTypes.STRING(255),"),
    "null-defaults": lambda text: text.replace("field: 'born_on'", "field: 'born_on', defaultValue: null"),
    "usual-options": lambda text: text.replace("paranoid: true", "paranoid: true, timestamps: true, version: false"),
    "client-options": lambda text: text.replace("unique: true,", "unique: true, validate: { isEmail: true },"),
    "getters": lambda text: text.replace("{ type: DataTypes.DATE }", "{ type: DataTypes.DATE, get() { return 1 } }"),
    "virtual": lambda text: text.replace("      tags:", "      shown: { type: DataTypes.VIRTUAL },\n      tags:"),
    "scopes": lambda text: text.replace("paranoid: true", "paranoid: true, defaultScope: { where: { age: 3 } }"),
    "hooks": lambda text: text.replace("underscored: true", "underscored: true, hooks: { afterSave() {} }"),
    "spread-values": lambda text: text.replace("...STATES", "STATES"),
    "written-values": lambda text: text.replace("...STATES", "'open', 'paid'"),
    "values-apart": lambda text: text.replace("DataTypes.ENUM(...STATES)", "DataTypes.ENUM, values: STATES"),
    "index-columns": lambda text: text.replace("['name', 'age']", "[{ name: 'name' }, { attribute: 'age' }]"),
    "index-kind": lambda text: text.replace("unique: true, fields", "type: 'UNIQUE', fields"),
    "index-method": lambda text: text.replace("'age'] }", "'age'], using: 'BTREE' }"),
    "functions": lambda text: text.replace("= (sequelize: Sequelize) => {", "= function (sequelize: Sequelize) {"),
    "other-name": lambda text: re.sub(r"\bsequelize\b(?!['-])", "db", text) if "database" not in text else text,
    "usual-keys": lambda text: text.replace("foreignKey: 'buyerId'", "foreignKey: { name: 'buyerId' }"),
    "all-models": lambda text: text.replace("models: [Review]", "models: [...[Review]]"),
    "added-models": lambda text: text.replace(", models: [Review] })", " })\nsequelize.addModels([Review])"),
    "paths": lambda text: text.replace("[Review]", "[__dirname + '/*.ts']"),
    "calls": lambda text: text.replace("@Unique\n", "@Unique(true)\n").replace("@Column\n", "@Column({})\n"),
    "in-options": lambda text: text.replace("  @AllowNull(false)\n  @Column\n", "  @Column({ allowNull: false })\n"),
    "written-types": lambda text: text.replace("  @Column\n  day", "  @Column(DataType.DATE)\n  day"),
    "validations": lambda text: text.replace("  @Unique\n", "  @Unique\n  @Length({ max: 40 })\n").replace(
        "  Index,", "  Index,\n  Length,"
    ),
    "namespace": lambda text: re.sub(r"@(\w+)", r"@orm.\1", re.sub(
        r"import \{[^}]*\} from 'sequelize-typescript'", "import * as orm from 'sequelize-typescript'", text
    )).replace("DataType.", "orm.DataType.") if "@Table" in text else text,
    "named-keys": lambda text: text.replace("{ onDelete:", "{ foreignKey: 'answerTo', onDelete:"),
    "definite": lambda text: re.sub(r"^(  \w+): (?=\w+$)", r"\1!: ", text, flags=re.MULTILINE),
    "declared": lambda text: re.sub(r"^  (\w+: \w+)$", r"  declare \1", text, flags=re.MULTILINE),
    "methods": lambda text: re.sub(r"\n\}\n$", _METHOD, text) if "@Table" in text else text,
    "own-names": lambda text: text.replace("updatedAt: false", "updatedAt: false, modelName: 'Review'"),
}  # fmt: skip


def same() -> Iterator[Mutant]:
    for path in (*MODELS, "src/base.ts", "src/constants.ts", "src/database.ts", "src/review.ts"):
        for kind, rewriting in _GENERAL.items():
            edits = rewriting(path, SAMPLE[path])
            if edits:
                yield Mutant(kind, path, applied(SAMPLE, edits), ())
        for kind, encode in cosmetic.ENCODINGS.items():
            yield Mutant(kind, path, {**SAMPLE, path: encode(SAMPLE[path])}, ())
        for kind, say in _OWN.items():
            text = say(SAMPLE[path].decode())
            if text.encode() != SAMPLE[path]:
                yield Mutant(kind, path, {**SAMPLE, path: text.encode()}, ())
