const Sequelize = require('sequelize');
module.exports = (sequelize, DataTypes) => { return posts.init(sequelize, DataTypes); }
class posts extends Sequelize.Model {
  static init(sequelize, DataTypes) {
    super.init({ title: DataTypes.TEXT, userId: { type: DataTypes.INTEGER, references: { model: 'users', key: 'id' } } }, { sequelize, tableName: 'posts', timestamps: false });
    return posts;
  }
}
