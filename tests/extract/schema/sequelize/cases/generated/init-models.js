var DataTypes = require("sequelize").DataTypes;
var _users = require("./users");
var _posts = require("./posts");
function initModels(sequelize) {
  var users = _users.init(sequelize, DataTypes);
  var posts = _posts(sequelize, DataTypes);
  posts.belongsTo(users, { as: "user", foreignKey: "userId"});
  users.hasMany(posts, { as: "posts", foreignKey: "userId"});
  return { users, posts };
}
module.exports = initModels;
