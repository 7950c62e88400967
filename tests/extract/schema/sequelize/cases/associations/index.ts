import { DataTypes, Sequelize } from 'sequelize'

const sequelize = new Sequelize({ dialect: 'postgres', define: { timestamps: false } })

const User = sequelize.define('User', { name: DataTypes.STRING, email: { type: DataTypes.STRING(99), unique: true } })
const Post = sequelize.define('Post', { editorId: { type: DataTypes.INTEGER, allowNull: false, field: 'editor' } })
const Profile = sequelize.define('Profile', { id: { type: DataTypes.UUID, primaryKey: true } })
const Letter = sequelize.define('Letter', { body: DataTypes.TEXT }, { underscored: true })
const Node = sequelize.define('Node', {})

User.hasMany(Post)
Post.belongsTo(User, { foreignKey: { allowNull: false } })
Post.belongsTo(User, { as: 'editor', onDelete: 'cascade' })
Post.belongsTo(User, { as: 'reviewer', constraints: false })
User.hasOne(Profile, { foreignKey: 'ownerId', onDelete: 'RESTRICT', onUpdate: 'SET NULL' })
Profile.belongsTo(User, { as: 'owner', foreignKey: 'ownerId' })
User.hasMany(Letter, { as: 'letters', sourceKey: 'email', foreignKey: { name: 'senderMail', allowNull: false } })
Letter.belongsTo(User, { as: 'sender', targetKey: 'email', foreignKey: 'senderMail' })
Letter.belongsTo(Profile)
Node.belongsTo(Node, { as: 'parent' })
Node.hasMany(Node, { as: { singular: 'child', plural: 'children' }, foreignKey: 'parentId' })
