"""The methods of the query interface: what they make of the tables."""

from tests.extract.migrations.sequelize.vocabulary import does, makes, same

USERS = """
await queryInterface.createTable('users', {
  id: { type: Sequelize.INTEGER, primaryKey: true, autoIncrement: true, allowNull: false },
  name: Sequelize.STRING,
});
"""


def test_what_changes_no_table() -> None:
    body = "await queryInterface.bulkInsert('users', [{ name: 'a' }]); await queryInterface.describeTable('users');"
    assert does(USERS, body) == ["0: create table users", "1: "]


def test_create_table() -> None:
    assert makes(USERS) == same("""
        table users (users)
          id: integer primary key autoincrement
          name: varchar(255) null
          primary key users_pkey (id)
    """)
