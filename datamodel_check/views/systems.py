"""How the systems and dialects are called in prose."""

DISPLAY_NAMES = {
    "controllers": "Controllers",
    "django": "Django",
    "drizzle": "Drizzle",
    "express": "Express",
    "fastapi": "FastAPI",
    "jotai": "Jotai",
    "mobx": "MobX",
    "mongoose": "Mongoose",
    "nestjs": "NestJS",
    "nextauth": "NextAuth",
    "nextjs": "Next.js",
    "prisma": "Prisma",
    "react-context": "React Context",
    "react-query": "React Query",
    "redux": "Redux",
    "repository-files": "Repository files",
    "sequelize": "Sequelize",
    "service-files": "Service files",
    "service-modules": "Service modules",
    "sqlalchemy": "SQLAlchemy",
    "typeorm": "TypeORM",
    "zustand": "Zustand",
}

CATEGORIES = {
    "database": "Database",
    "auth": "Authentication",
    "backend": "Back end",
    "frontend-state": "Client state",
    "services": "Services",
}
"""In the order in which documents tell them."""

DIALECTS = {
    "cockroachdb": "CockroachDB",
    "mongodb": "MongoDB",
    "mysql": "MySQL",
    "postgresql": "PostgreSQL",
    "singlestore": "SingleStore",
    "sqlite": "SQLite",
    "sqlserver": "SQL Server",
}


def display(system: str) -> str:
    return DISPLAY_NAMES.get(system, system)
