"""The methods of the query interface: what they make of the tables."""

import pytest

from tests.extract.migrations.sequelize.bodies import BODIES, USERS
from tests.extract.migrations.sequelize.vocabulary import does, makes, same


def test_what_changes_no_table() -> None:
    body = "await queryInterface.bulkInsert('users', [{ name: 'a' }]); await queryInterface.describeTable('users');"
    assert does(USERS, body) == ["0: create table users", "1: "]


def test_what_is_not_known() -> None:
    body = """
    await queryInterface.dropAllTables();
    await queryInterface.addColumn(process.env.TABLE, 'a', Sequelize.INTEGER);
    await queryInterface.addColumn('users', process.env.NAME, Sequelize.INTEGER);
    await queryInterface.addColumn('users', 'b', process.env.TYPE);
    await queryInterface.addIndex('users', process.env.FIELDS);
    await queryInterface.addConstraint('users', { fields: ['name'], type: process.env.TYPE });
    await queryInterface.removeIndex('users', process.env.NAME);
    await queryInterface.createTable('t', process.env.COLUMNS);
    """
    expected = """
        what .dropAllTables() does to the database is not known
        the first argument of .addColumn() cannot be resolved
        the name of a column of users cannot be resolved
        the type of users.b, process.env.TYPE, is none of Sequelize's data types
        an index of users cannot be resolved
        a constraint of users cannot be resolved
        the name of an index of users cannot be resolved
        the columns of t cannot be resolved
    """
    assert makes(USERS, body).partition("table users (users)")[0].strip() == same(expected)


MADE = {
    "add column": """
        table users (users)
          id: integer primary key autoincrement
          name: varchar(255) null
          age: integer unique default 1
          code: varchar
          parentId: integer null → users.id
          primary key users_pkey (id)
          unique users_age_key (age)
          foreign key users_parentId_fkey (parentId) → users (id) on delete set null
    """,
    "change column": """
        table users (users)
          id: integer primary key autoincrement
          name: varchar(9) null default 'x'
          age: bigint
          primary key users_pkey (id)
    """,
    "change column to refer": """
        table users (users)
          id: integer primary key autoincrement
          name: varchar(255) null
          parentId: integer → users.id
          primary key users_pkey (id)
          foreign key users_parentId_fkey (parentId) → users (id) on update cascade
    """,
    "constraints": """
        table users (users)
          id: integer primary key autoincrement → users.id
          name: varchar(255) null unique
          primary key users_pkey (id)
          unique users_name_uk (name)
          foreign key users_id_users_fk (id) → users (id) on delete cascade
          check users_id_ck: id > 1
    """,
    "create table": """
        table members (members)
          userId: integer primary key → users.id
          teamId: integer primary key
          role_name: varchar(20) null unique
          mood: enum_members_mood default 'good' enum enum_members_mood
          price: numeric(10,2) null
          done: boolean null default false
          createdAt: timestamp with time zone default CURRENT_TIMESTAMP
          key: uuid null
          note: text null
          primary key members_pkey (userId, teamId)
          unique members_role_name_key (role_name)
          unique members_teamId_role_name_key (teamId, role_name)
          foreign key members_userId_fkey (userId) → users (id)
        table users (users)
          id: integer primary key autoincrement
          name: varchar(255) null
          primary key users_pkey (id)
        enum enum_members_mood (enum_members_mood): good, bad
    """,
    "drop": """
        table users (users)
          id: integer primary key autoincrement
          primary key users_pkey (id)
    """,
    "enum": """
        table users (users)
          id: integer primary key autoincrement
          name: varchar(255) null
          mood: enum_users_mood null enum enum_users_mood
          primary key users_pkey (id)
        enum enum_users_mood (enum_users_mood): a, b
    """,
    "indexes": """
        table users (users)
          id: integer primary key autoincrement
          name: varchar(255) null
          primary key users_pkey (id)
          index downwards (name desc)
          unique index users_name_id (name, id)
    """,
    "rename": """
        table people (people)
          id: integer primary key autoincrement
          name: varchar(255) null
          age: integer null
          primary key users_pkey (id)
    """,
    "schemas": """
        table s.a (a)
          id: integer null
          name: varchar(255) null
        table s.b (b)
          id: integer null
        table users (users)
          id: integer primary key autoincrement
          name: varchar(255) null
          primary key users_pkey (id)
    """,
    "transaction": """
        table users (users)
          id: integer primary key autoincrement
          name: varchar(255) null
          a: integer null
          b: integer null
          c: integer null
          d: integer null
          e: integer null
          f: integer null
          g: integer null
          h: integer null
          primary key users_pkey (id)
    """,
}
"""What `BODIES` make of PostgreSQL's tables."""


@pytest.mark.parametrize("name", list(BODIES))
def test_postgres(name: str) -> None:
    assert makes(USERS, BODIES[name]) == same(MADE[name])


ANEW = """
    table users (users)
      id: integer null primary key autoincrement
      name: varchar(9) null default 'x'
      age: bigint
    table users (users)
      id: integer null primary key autoincrement
      name: varchar(255) null
      parentId: integer → users.id
      foreign key None (parentId) → users (id) on update cascade
"""


def test_tables_that_sqlite_makes_anew() -> None:
    bodies = (BODIES["change column"], BODIES["change column to refer"])
    assert "\n".join(makes(USERS, body, dialect="sqlite") for body in bodies) == same(ANEW)
