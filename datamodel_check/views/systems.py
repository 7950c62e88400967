"""How the systems and dialects are called in prose."""

DISPLAY_NAMES = {
    "django": "Django",
    "drizzle": "Drizzle",
    "mongoose": "Mongoose",
    "prisma": "Prisma",
    "sequelize": "Sequelize",
    "sqlalchemy": "SQLAlchemy",
    "typeorm": "TypeORM",
}

DIALECTS = {
    "cockroachdb": "CockroachDB",
    "mongodb": "MongoDB",
    "mysql": "MySQL",
    "postgresql": "PostgreSQL",
    "singlestore": "SingleStore",
    "sqlite": "SQLite",
    "sqlserver": "SQL Server",
}
