"""What migrations do, by what is special in it: read here, and run by Sequelize itself where that is at hand."""

from collections.abc import Mapping

USERS = """
await queryInterface.createTable('users', {
  id: { type: Sequelize.INTEGER, primaryKey: true, autoIncrement: true, allowNull: false },
  name: Sequelize.STRING,
});
"""
"""The first migration, before each of the others."""

BODIES: Mapping[str, str] = {
    "add column": """
        await queryInterface.addColumn('users', 'age', {
          type: DataTypes.INTEGER, allowNull: false, defaultValue: 1, unique: true,
        });
        await queryInterface.addColumn('users', 'code', { type: 'CHARACTER VARYING', allowNull: false });
        await queryInterface.addColumn('users', 'parentId', {
          type: Sequelize.INTEGER, references: { model: 'users', key: 'id' }, onDelete: 'set null',
        });
    """,
    "change column": """
        await queryInterface.addColumn('users', 'age', { type: DataTypes.INTEGER, defaultValue: 1 });
        await queryInterface.changeColumn('users', 'age', { type: Sequelize.BIGINT, allowNull: false });
        await queryInterface.changeColumn('users', 'name', { type: Sequelize.STRING(9), defaultValue: 'x' });
    """,
    "change column to refer": """
        await queryInterface.addColumn('users', 'parentId', Sequelize.INTEGER);
        await queryInterface.changeColumn('users', 'parentId', {
          type: Sequelize.INTEGER, allowNull: false, references: { model: 'users', key: 'id' }, onUpdate: 'cascade',
        });
    """,
    "constraints": """
        await queryInterface.addConstraint('users', { fields: ['name'], type: 'unique' });
        await queryInterface.addConstraint('users', {
          fields: ['id'], type: 'foreign key', references: { table: 'users', field: 'id' }, onDelete: 'cascade',
        });
        await queryInterface.addConstraint('users', { fields: ['id'], type: 'check', where: { id: { [Op.gt]: 1 } } });
    """,
    "create table": """
        await queryInterface.createTable('members', {
          userId: { type: Sequelize.INTEGER, primaryKey: true, references: { model: 'users', key: 'id' } },
          teamId: { type: Sequelize.INTEGER, primaryKey: true },
          role: { type: DataTypes.STRING(20), unique: true, field: 'role_name' },
          mood: { type: DataTypes.ENUM('good', 'bad'), allowNull: false, defaultValue: 'good' },
          price: DataTypes.DECIMAL(10, 2),
          done: { type: DataTypes.BOOLEAN, defaultValue: false },
          createdAt: { type: DataTypes.DATE, allowNull: false, defaultValue: Sequelize.literal('CURRENT_TIMESTAMP') },
          key: { type: DataTypes.UUID, defaultValue: Sequelize.UUIDV4 },
          note: { type: DataTypes.TEXT, comment: 'what they say' },
        }, { uniqueKeys: { k: { fields: ['teamId', 'role_name'] } } });
    """,
    "drop": """
        await queryInterface.createTable('old', { id: Sequelize.BIGINT });
        await queryInterface.dropTable('old');
        await queryInterface.removeColumn('users', 'name');
    """,
    "enum": "await queryInterface.addColumn('users', 'mood', Sequelize.ENUM('a', 'b'));",
    "indexes": """
        await queryInterface.addIndex('users', ['name', 'id'], { unique: true });
        await queryInterface.addIndex('users', { fields: [{ name: 'name', order: 'DESC' }], name: 'downwards' });
        await queryInterface.addIndex('users', ['id']);
        await queryInterface.removeIndex('users', ['id']);
        await queryInterface.addIndex('users', ['name'], { name: 'gone' });
        await queryInterface.removeIndex('users', 'gone');
    """,
    "rename": """
        await queryInterface.sequelize.query('ALTER TABLE users ADD COLUMN age int');
        await queryInterface.renameTable('users', 'people');
    """,
    "schemas": """
        await queryInterface.createTable({ tableName: 'a', schema: 's' }, { id: Sequelize.INTEGER });
        await queryInterface.createTable('b', { id: Sequelize.INTEGER }, { schema: 's' });
        await queryInterface.addColumn({ tableName: 'a', schema: 's' }, 'name', Sequelize.STRING);
    """,
    "transaction": """
        await queryInterface.sequelize.transaction(async (transaction) => {
          await Promise.all([
            queryInterface.addColumn('users', 'a', Sequelize.INTEGER, { transaction }),
            queryInterface.addColumn('users', 'b', Sequelize.INTEGER, { transaction }),
          ]);
        });
        for (const name of ['c', 'd']) {
          await queryInterface.addColumn('users', name, Sequelize.INTEGER);
        }
        await Promise.all(['e', 'f'].map((name) => queryInterface.addColumn('users', name, Sequelize.INTEGER)));
        return queryInterface.addColumn('users', 'g', Sequelize.INTEGER).then(() => (
          queryInterface.addColumn('users', 'h', Sequelize.INTEGER)
        ));
    """,
}
