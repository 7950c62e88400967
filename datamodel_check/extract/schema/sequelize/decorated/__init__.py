"""Models that are classes with decorators: sequelize-typescript's, and version 7's own.

Sources: sequelize-typescript/src (https://github.com/sequelize/sequelize-typescript), and
sequelize/packages/core/src/decorators/legacy.
"""
