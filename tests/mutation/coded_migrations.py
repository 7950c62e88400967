"""Migrations that are code, and their mutants: what somebody does to files that databases have already run."""

import re
from collections.abc import Callable, Iterator, Mapping

from tests.mutation import expressions, tokens
from tests.mutation.migrations import Files, Mutant
from tests.mutation.source import applied

SEQUELIZE: Files = {
    "package.json": b'{ "dependencies": { "pg": "^8.0.0", "sequelize": "^6.0.0" } }',
    "migrations/20240101000000-people.js": b"""\
'use strict'

const STATES = ['open', 'paid']

module.exports = {
  up: async (queryInterface, Sequelize) => {
    await queryInterface.createTable('people', {
      id: { type: Sequelize.INTEGER, primaryKey: true, autoIncrement: true },
      name: { type: Sequelize.STRING(80), allowNull: false },
      state: { type: Sequelize.ENUM(...STATES), defaultValue: 'open' },
    })
    await queryInterface.addIndex('people', ['name'], { unique: true, name: 'by_name' })
  },
  down: async (queryInterface) => {
    await queryInterface.dropTable('people')
  },
}
""",
    "migrations/20240201000000-pets.js": b"""\
'use strict'

module.exports = {
  async up(queryInterface, Sequelize) {
    await queryInterface.sequelize.transaction(async (transaction) => {
      await queryInterface.createTable('pets', { id: Sequelize.UUID, born: Sequelize.DATE }, { transaction })
      for (const column of ['owner', 'keeper']) {
        await queryInterface.addColumn('pets', column, {
          type: Sequelize.INTEGER,
          references: { model: 'people', key: 'id' },
          onDelete: 'cascade',
        }, { transaction })
      }
      await queryInterface.sequelize.query('CREATE INDEX pets_born ON pets (born)', { transaction })
    })
  },
  async down(queryInterface) {
    await queryInterface.dropTable('pets')
  },
}
""",
    "migrations/20240301000000-changes.js": b"""\
'use strict'

module.exports = {
  async up(queryInterface, Sequelize) {
    await queryInterface.changeColumn('pets', 'born', { type: Sequelize.DATEONLY, allowNull: false })
    await queryInterface.renameColumn('people', 'name', 'title')
    await queryInterface.addConstraint('pets', { fields: ['owner', 'keeper'], type: 'unique', name: 'once' })
    await queryInterface.removeIndex('pets', ['born'])
  },
  async down() {},
}
""",
}

TYPEORM: Files = {
    "package.json": b'{ "dependencies": { "pg": "^8.0.0", "typeorm": "^0.3.0" } }',
    "migrations/1700000000000-People.ts": b"""\
import { MigrationInterface, QueryRunner, Table } from 'typeorm'

const STATES = ['open', 'paid']

export class People1700000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(
      new Table({
        name: 'people',
        columns: [
          { name: 'id', type: 'int', isPrimary: true, isGenerated: true, generationStrategy: 'increment' },
          { name: 'name', type: 'varchar', length: '80' },
          { name: 'state', type: 'enum', enum: STATES, default: "'open'" },
        ],
        indices: [{ name: 'by_name', columnNames: ['name'], isUnique: true }],
      }),
    )
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('people')
  }
}
""",
    "migrations/1700000000001-Pets.ts": b"""\
import { MigrationInterface, QueryRunner, TableColumn, TableForeignKey } from 'typeorm'

export class Pets1700000000001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('CREATE TABLE "pets" ("id" uuid NOT NULL, "born" date)')
    for (const name of ['owner', 'keeper']) {
      await queryRunner.addColumn('pets', new TableColumn({ name, type: 'int', isNullable: true }))
    }
    await queryRunner.createForeignKey('pets', new TableForeignKey({
      columnNames: ['owner'],
      referencedTableName: 'people',
      referencedColumnNames: ['id'],
      onDelete: 'CASCADE',
    }))
    await queryRunner.renameColumn('people', 'name', 'title')
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('pets')
  }
}
""",
}

_CALL = re.compile(
    r"^ +await query(?:Interface|Runner)\.(?!sequelize\.transaction)[\s\S]*?\)$(?=\n(?:\s+await|\s+\}))", re.MULTILINE
)
"""A statement that changes the database, up to the next one."""

_WORD = re.compile(r"(?<=')(\w+)(?=')")

_EDITS = (
    ("STRING(80)", "STRING(81)"),
    ("'80'", "'81'"),
    ("Sequelize.DATEONLY", "Sequelize.TIME"),
    ("Sequelize.UUID", "Sequelize.TEXT"),
    ("allowNull: false", "allowNull: true"),
    ("isNullable: true", "isNullable: false"),
    ("isUnique: true", "isUnique: false"),
    ("primaryKey: true, ", ""),
    ("isPrimary: true, ", ""),
    ("unique: true, ", ""),
    ("'cascade'", "'set null'"),
    ("'CASCADE'", "'SET NULL'"),
    ("autoIncrement: true", "autoIncrement: false"),
    ("'paid']", "'paid', 'void']"),
    ('"id" uuid NOT NULL', '"id" uuid'),
    ("pets (born)", "pets (id)"),
)


def semantic(sample: Files) -> Iterator[Mutant]:
    for path in _modules(sample):
        name = path.rpartition("/")[2].partition(".")[0]
        yield Mutant(f"remove {name}", {other: text for other, text in sample.items() if other != path}, _said(name))
        text = sample[path].decode()
        end = text.index("down")
        for call in _CALL.finditer(text, 0, end):
            yield _edited(sample, path, f"drop {call[0].strip()[:60]}", text[: call.start()] + text[call.end() :])
        for word in _WORD.finditer(text, text.index("up"), end):
            if word[1] not in _MEANING_NOTHING_ELSE:
                changed = f"{text[: word.start()]}{word[1]}_other{text[word.end() :]}"
                yield _edited(sample, path, f"call {word[1]} otherwise", changed)
        for old, new in _EDITS:
            if old in text[:end]:
                yield _edited(sample, path, f"{old} to {new}", text.replace(old, new, 1))


_MEANING_NOTHING_ELSE = {"cascade", "CASCADE", "enum", "increment", "int", "unique", "varchar", "date", "80"}
"""Words that are no names."""


def _edited(sample: Files, path: str, what: str, text: str) -> Mutant:
    name = path.rpartition("/")[2].partition(".")[0]
    return Mutant(f"{name}: {what}", {**sample, path: text.encode()}, _said(name))


def _said(name: str) -> str:
    """What an entry is called: TypeORM's as the class."""
    time, _, word = name.partition("-")
    return f"{word}{time}" if word[:1].isupper() else name


def _modules(sample: Files) -> list[str]:
    return sorted(path for path in sample if path.startswith("migrations/"))


_RENAMED = {"queryInterface": "query", "queryRunner": "runner", "transaction": "work"}

_OWN: Mapping[str, Callable[[str], str]] = {
    "down": lambda text: re.sub(r"await query(Interface|Runner)\.dropTable\('\w+'\)", "", text),
    "line-ends": lambda text: text.replace("\n", "\r\n"),
    "log": lambda text: re.sub(
        r"^( +)(await query)", r"\1console.log('next')\n\1\2", text, count=1, flags=re.MULTILINE
    ),
    "parameters": lambda text: re.sub(
        r"\b(queryInterface|queryRunner)\b(?!\.sequelize\.Q)", lambda found: _RENAMED[found[1]], text
    ),
}

_GENERAL = {
    **{name: say for name, say in tokens.REWRITINGS.items() if name != "one-line"},
    "quoted-keys": expressions.REWRITINGS["quoted-keys"],
}


def cosmetic(sample: Files) -> Iterator[Mutant]:
    for path in _modules(sample):
        text = sample[path].decode()
        for what, say in _OWN.items():
            if (other := say(text)) != text:
                yield Mutant(f"{what} in {path}", {**sample, path: other.encode()})
        for what, rewriting in _GENERAL.items():
            edits = rewriting(path, sample[path])
            if edits:
                yield Mutant(f"{what} in {path}", applied(sample, edits))
