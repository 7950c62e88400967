const Sequelize = require('sequelize');
module.exports = class users extends Sequelize.Model {
  static init(sequelize, DataTypes) {
    return super.init({
      id: { autoIncrement: true, type: DataTypes.INTEGER, allowNull: false, primaryKey: true },
      name: { type: DataTypes.STRING(255), allowNull: true }
    }, { sequelize, tableName: 'users', timestamps: false, indexes: [{ name: 'users_pkey', unique: true, fields: [{ name: 'id' }] }] });
  }
}
