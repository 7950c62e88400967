import { DataTypes, Model, Sequelize } from 'sequelize'

const sequelize = new Sequelize({ dialect: 'postgres', define: { timestamps: false, freezeTableName: true } })

export class User extends Model {}

User.init({ id: { type: DataTypes.INTEGER, primaryKey: true }, name: DataTypes.TEXT }, { sequelize, modelName: 'user' })

export class Post extends Model {}

Post.init({ id: { type: DataTypes.INTEGER, primaryKey: true } }, { sequelize, modelName: 'post' })

export class Profile extends Model {}

Profile.init({ userId: { type: DataTypes.INTEGER, primaryKey: true, field: 'user_id' } }, { sequelize, modelName: 'profile' })

const author = { name: 'authorId', field: 'author_id' }

Post.belongsTo(User, { as: 'author', foreignKey: author, onDelete: 'NO ACTION', onUpdate: 'NO ACTION' })
User.hasMany(Post, { as: 'posts', foreignKey: author, onDelete: 'NO ACTION', onUpdate: 'NO ACTION' })
Profile.belongsTo(User, { as: 'user', foreignKey: 'userId', constraints: false })
User.hasOne(Profile, { as: 'profile', foreignKey: 'userId', constraints: false })
