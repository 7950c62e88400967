"""A shop of entities, and its mutants: those whose facts differ, and those that say the same thing differently."""

import re
from collections.abc import Callable, Iterator, Mapping

from tests.mutation import cosmetic, expressions, imports, tokens
from tests.mutation.mongoose import Mutant
from tests.mutation.sample import Files
from tests.mutation.source import applied

SAMPLE: Files = {
    "package.json": b'{ "dependencies": { "pg": "^8.0.0", "typeorm": "^0.3.0" } }',
    "tsconfig.json": b'{ "compilerOptions": { "experimentalDecorators": true, "emitDecoratorMetadata": true } }',
    "src/constants.ts": b"""\
export const LENGTH = 80

export enum State {
  Open = 'open',
  Paid = 'paid',
}
""",
    "src/base.ts": b"""\
import { CreateDateColumn, PrimaryGeneratedColumn } from 'typeorm'

export abstract class Base {
  @PrimaryGeneratedColumn()
  id: number

  @CreateDateColumn({ name: 'created_at' })
  createdAt: Date
}
""",
    "src/address.ts": b"""\
import { Column } from 'typeorm'

export class Address {
  @Column({ nullable: true })
  street: string

  @Column({ nullable: true })
  zip: number
}
""",
    "src/customer.ts": b"""\
import { Check, Column, Entity, Index, OneToMany, Unique } from 'typeorm'

import { Address } from './address'
import { Base } from './base'
import { LENGTH } from './constants'
import { Purchase } from './purchase'

@Entity('customers', { schema: 'shop' })
@Unique('one_name', ['name', 'born'])
@Check('grown', 'age >= 18')
export class Customer extends Base {
  @Column({ unique: true })
  email: string

  @Column({ length: LENGTH })
  name: string

  @Index()
  @Column({ type: 'int', default: 18 })
  age: number

  @Column({ default: true })
  active: boolean

  @Column({ type: 'date', nullable: true })
  born: string

  @Column({ type: 'numeric', precision: 8, scale: 2, nullable: true })
  credit: string

  @Column({ type: 'text', array: true, nullable: true, comment: 'What they like' })
  tags: string[]

  @Column({ type: 'jsonb', default: { mail: true } })
  settings: object

  @Column(() => Address)
  home: Address

  @OneToMany(() => Purchase, (purchase) => purchase.customer)
  purchases: Purchase[]
}
""",
    "src/purchase.ts": b"""\
import { Column, Entity, Index, JoinColumn, JoinTable, ManyToMany, ManyToOne, PrimaryGeneratedColumn } from 'typeorm'

import { State } from './constants'
import { Customer } from './customer'

@Entity()
export class Item {
  @PrimaryGeneratedColumn('uuid')
  id: string

  @Column({ name: 'item_title' })
  title: string
}

@Entity()
@Index('by_state', ['state', 'total'], { unique: true, where: 'total > 0' })
export class Purchase {
  @PrimaryGeneratedColumn()
  id: number

  @Column({ type: 'enum', enum: State, default: State.Open })
  state: State

  @Column({ nullable: true })
  total: number

  @ManyToOne(() => Customer, (customer) => customer.purchases, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'customer_id' })
  customer: Customer

  @ManyToMany(() => Item)
  @JoinTable()
  items: Item[]
}
""",
    "src/source.ts": b"""\
import { DataSource } from 'typeorm'

import { Customer } from './customer'
import { Item, Purchase } from './purchase'

export const source = new DataSource({ type: 'postgres', entities: [Customer, Item, Purchase] })
""",
}

ENTITIES = ("src/address.ts", "src/customer.ts", "src/purchase.ts")

COLUMN = re.compile(r"^  @Column\(\{ (.*) \}\)\n  (\w+): ([\w\[\]]+)$", re.MULTILINE)
"""One column: its options, its property and that one's type."""


# --- those that differ -----------------------------------------------------------------------------------------------


def semantic() -> Iterator[Mutant]:
    for path in ENTITIES:
        for match in COLUMN.finditer(SAMPLE[path].decode()):
            for kind, text in _of_column(*match.groups()):
                name = f"home{match[2].title()}" if "address" in path else match[2]
                named = "added_" if kind == "add-index" else name
                yield Mutant(kind, f"{path} {match[2]}", _with(path, match[0], text), (named,))
    for kind, path, old, new, *names in _OTHERS:
        yield Mutant(kind, f"{path} {old}", _with(path, old, new), tuple(names))


OTHER_TYPES = {"string": "number", "number": "string", "boolean": "string"}


def _of_column(options: str, name: str, type_: str) -> Iterator[tuple[str, str]]:
    def column(options: str, name: str = name, type_: str = type_) -> str:
        return f"  @Column({{ {options} }})\n  {name}: {type_}"

    yield "no-decorator", f"  {name}: {type_}"
    if "name:" not in options and "numeric" not in options:
        yield "rename-column", column(options, f"{name}Renamed")
    yield "add-column", column(options) + f"\n\n  @Column()\n  {name}Added: string"
    if "type:" not in options and "default" not in options and "length" not in options:
        yield "change-property", column(options, type_=OTHER_TYPES[type_])
    if "nullable" in options:
        yield "not-nullable", column(options.replace("nullable: true", "nullable: false"))
    else:
        yield "nullable", column(f"{options}, nullable: true")
    if "unique" in options:
        yield "not-unique", column(options.replace("unique: true", "unique: false"))
    elif "jsonb" not in options:
        yield "unique", column(f"{options}, unique: true")
    yield "add-index", f"  @Index('added_{name}')\n{column(options)}"
    yield "database-name", column(re.sub(r"name: '\w+', |name: '\w+'", "", options) + f", name: '{name}_other'")
    yield "comment", column(re.sub(r", comment: '.*'", "", options) + ", comment: 'Other'")


_OTHERS = (
    ("type", "src/customer.ts", "type: 'int'", "type: 'bigint'", "age"),
    ("type", "src/customer.ts", "type: 'date'", "type: 'timestamptz'", "born"),
    ("type", "src/customer.ts", "type: 'jsonb'", "type: 'json'", "settings"),
    ("size", "src/customer.ts", "precision: 8", "precision: 9", "credit"),
    ("size", "src/customer.ts", "scale: 2", "scale: 3", "credit"),
    ("size", "src/constants.ts", "80", "81", "name"),
    ("array", "src/customer.ts", "array: true, ", "", "tags"),
    ("default", "src/customer.ts", "default: 18", "default: 21", "age"),
    ("default", "src/customer.ts", ", default: 18", "", "age"),
    ("default", "src/customer.ts", "default: true", "default: false", "active"),
    ("default", "src/customer.ts", "mail: true", "mail: false", "settings"),
    ("default", "src/purchase.ts", "default: State.Open", "default: State.Paid", "state"),
    ("enum", "src/constants.ts", "'paid'", "'settled'", "settled"),
    ("enum", "src/constants.ts", "  Paid = 'paid',\n", "  Paid = 'paid',\n  Gone = 'gone',\n", "gone"),
    ("enum", "src/purchase.ts", "enum: State,", "enum: State, enumName: 'states',", "states"),
    ("table", "src/customer.ts", "'customers'", "'clients'", "clients"),
    ("table", "src/customer.ts", ", { schema: 'shop' }", "", "customers"),
    ("table", "src/purchase.ts", "class Item", "class Thing", "thing"),
    (
        "base",
        "src/customer.ts",
        " extends Base",
        " { @PrimaryGeneratedColumn() id: number }\nclass Unused",
        "created_at",
    ),
    ("base", "src/base.ts", "'created_at'", "'made_at'", "made_at"),
    ("base", "src/base.ts", "PrimaryGeneratedColumn()", "PrimaryGeneratedColumn('uuid')", "id"),
    ("base", "src/base.ts", "@CreateDateColumn({ name", "@CreateDateColumn({ precision: 3, name", "created_at"),
    ("key", "src/purchase.ts", "PrimaryGeneratedColumn('uuid')", "PrimaryGeneratedColumn('rowid')", "id"),
    ("key", "src/purchase.ts", "('uuid')\n  id: string", "()\n  id: number", "id"),
    ("embedded", "src/customer.ts", "() => Address)", "() => Address, { prefix: 'at_' })", "at_"),
    ("embedded", "src/customer.ts", "  home: Address", "  house: Address", "houseStreet"),
    ("unique", "src/customer.ts", "['name', 'born']", "['name']", "one_name"),
    ("unique", "src/customer.ts", "@Unique('one_name', ['name', 'born'])\n", "", "one_name"),
    ("check", "src/customer.ts", "age >= 18", "age >= 21", "21"),
    ("check", "src/customer.ts", "@Check('grown', 'age >= 18')\n", "", "grown"),
    ("index", "src/customer.ts", "  @Index()\n", "", "IDX_"),
    ("index", "src/purchase.ts", "['state', 'total']", "['total', 'state']", "by_state"),
    ("index", "src/purchase.ts", "unique: true, where", "where", "by_state"),
    ("index", "src/purchase.ts", "total > 0", "total > 1", "by_state"),
    ("index", "src/purchase.ts", "'by_state'", "'on_state'", "on_state"),
    ("reference", "src/purchase.ts", "onDelete: 'CASCADE'", "onDelete: 'RESTRICT'", "customer_id"),
    ("reference", "src/purchase.ts", "onDelete: 'CASCADE'", "onUpdate: 'CASCADE'", "customer_id"),
    ("reference", "src/purchase.ts", ", nullable: false", "", "customer_id"),
    ("reference", "src/purchase.ts", "nullable: false", "createForeignKeyConstraints: false", "customer_id"),
    ("reference", "src/purchase.ts", "'customer_id'", "'buyer_id'", "buyer_id"),
    ("reference", "src/purchase.ts", "  @JoinColumn({ name: 'customer_id' })\n", "", "customerId"),
    ("junction", "src/purchase.ts", "@JoinTable()", "@JoinTable({ name: 'bought' })", "bought"),
    ("junction", "src/purchase.ts", "  @JoinTable()\n", "", "purchase_items_item"),
    ("relation", "src/customer.ts", "  purchases: Purchase[]", "  bought: Purchase[]", "bought"),
    ("source", "src/source.ts", "type: 'postgres',", "type: 'postgres', entityPrefix: 'my_',", "my_item"),
    ("source", "src/source.ts", "type: 'postgres',", "type: 'postgres', schema: 'app',", "app.item"),
)


def _with(path: str, old: str, new: str) -> Files:
    content = SAMPLE[path].decode()
    assert old in content, f"{path} does not hold {old}"
    text = content.replace(old, new, 1)
    if "@Index('added" in new and "Index," not in text:
        text = text.replace("import { Column", "import { Index, Column", 1)
    if "PrimaryGeneratedColumn() id" in new:
        text = text.replace("OneToMany,", "OneToMany, PrimaryGeneratedColumn,")
    return {**SAMPLE, path: text.encode()}


# --- those that mean the same ----------------------------------------------------------------------------------------

_OF_STATEMENTS = {"one-line"}

_METHOD = "\n\n  describe(): string {\n    return ''\n  }\n}\n"
"""Members of classes end with their lines."""

_GENERAL = {
    **{name: say for name, say in tokens.REWRITINGS.items() if name not in _OF_STATEMENTS},
    **{name: imports.REWRITINGS[name] for name in ("reversed-imports", "reversed-specifiers", "one-import-each")},
    **{name: expressions.REWRITINGS[name] for name in ("quoted-keys", "function-bodies", "renamed-parameters")},
}

_OWN: Mapping[str, Callable[[str], str]] = {
    "namespace": lambda text: re.sub(
        r"import \{ .* \} from 'typeorm'", "import * as orm from 'typeorm'", re.sub(r"@(\w+)\(", r"@orm.\1(", text)
    ).replace("new DataSource", "new orm.DataSource"),
    "renamed-imports": lambda text: re.sub(r"\{ Column\b|, Column\b", _as_field, text).replace("@Column(", "@Field("),
    "type-first": lambda text: re.sub(r"@Column\(\{ type: ('\w+'), (.*) \}\)", r"@Column(\1, { \2 })", text),
    "spelled-types": lambda text: text.replace("'int'", "'integer'").replace("'numeric'", "'decimal'"),
    "types-of-properties": lambda text: text.replace("({ unique: true })", "({ type: String, unique: true })"),
    "false-options": lambda text: text.replace("unique: true }", "unique: true, nullable: false, select: false }"),
    "client-options": lambda text: text.replace("nullable: true }", "nullable: true, insert: true, update: false }"),
    "eager": lambda text: text.replace("onDelete: 'CASCADE'", "eager: true, onDelete: 'CASCADE'"),
    "cascades": lambda text: text.replace("purchase.customer)", "purchase.customer, { cascade: true })"),
    "methods": lambda text: text if "enum" in text else re.sub(r"\n\}\n$", _METHOD, text),
    "hooks": lambda text: text.replace("  @JoinTable()", "  @JoinTable({})"),
    "names-as-text": lambda text: text.replace(
        "(() => Customer, (customer) => customer.purchases", "('Customer', 'purchases'"
    ),
    "definite": lambda text: re.sub(r"^(  \w+): (?=\w+$)", r"\1!: ", text, flags=re.MULTILINE),
    "read-only": lambda text: re.sub(r"^  (\w+: \w+)$", r"  public readonly \1", text, flags=re.MULTILINE),
    "functions-of-names": lambda text: text.replace("['state', 'total']", "(one: Purchase) => [one.state, one.total]"),
    "lists": lambda text: text.replace("[Customer, Item, Purchase]", "[...[Purchase, Item], Customer]"),
    "objects": lambda text: text.replace("[Customer, Item, Purchase]", "{ Customer, Item, Purchase }"),
    "patterns": lambda text: text.replace("[Customer, Item, Purchase]", "[__dirname + '/*.ts']"),
    "written-enums": lambda text: text.replace("enum: State,", "enum: ['open', 'paid'],"),
    "enum-values": lambda text: text.replace("enum: State,", "enum: Object.values(State),"),
    "sql-defaults": lambda text: text.replace("default: 18", "default: () => '18'"),
}  # fmt: skip


def _as_field(found: re.Match[str]) -> str:
    return f"{found[0]} as Field"


def same() -> Iterator[Mutant]:
    for path in (*ENTITIES, "src/base.ts", "src/constants.ts", "src/source.ts"):
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
