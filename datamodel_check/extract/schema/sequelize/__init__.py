"""Sequelize (https://sequelize.org): the tables of its models, as `sync()` would create them."""
