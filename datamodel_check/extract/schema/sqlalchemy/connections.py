"""Which database tables are for: what a URL says, else the one driver that the project requires.

https://docs.sqlalchemy.org/en/20/core/engines.html#database-urls
"""

from collections.abc import Iterator, Mapping, Sequence

from datamodel_check.extract.schema.sqlalchemy.projects import Project
from datamodel_check.extract.schema.sqlalchemy.reader import Reader
from datamodel_check.extract.symbols import string
from datamodel_check.extract.walking import expressions
from datamodel_check.model.module import Call, Name
from datamodel_check.model.module import Member as Attribute
from datamodel_check.model.schema import Dialect
from datamodel_check.model.values import Application

_SCHEMES: Mapping[str, Dialect] = {
    "cockroachdb": "cockroachdb",
    "mariadb": "mysql",
    "mssql": "sqlserver",
    "mysql": "mysql",
    "postgres": "postgresql",
    "postgresql": "postgresql",
    "sqlite": "sqlite",
}

_DRIVERS: Mapping[str, Dialect] = {
    **dict.fromkeys(("asyncpg", "pg8000", "psycopg", "psycopg2", "psycopg2-binary"), "postgresql"),
    **dict.fromkeys(("aiomysql", "asyncmy", "mysqlclient", "pymysql", "mysql-connector-python"), "mysql"),
    "aiosqlite": "sqlite",
    "pyodbc": "sqlserver",
}

_ENGINES = frozenset({"create_async_engine", "create_engine", "engine_from_config"})


def dialect(reader: Reader, project: Project, files: Sequence[str]) -> Dialect:
    """PostgreSQL where nothing says otherwise."""
    said = next(_said(reader, files), None)
    if said is not None:
        return said
    driven = {_DRIVERS[name] for name in _DRIVERS if project.required(name) is not None}
    return driven.pop() if len(driven) == 1 else "postgresql"


def _said(reader: Reader, files: Sequence[str]) -> Iterator[Dialect]:
    """The URLs that engines are made with, where they are known."""
    for path in files:
        if b"_engine" not in reader.program.tree.read(path):
            continue
        for step in expressions(reader.program, path):
            call = step.expression
            if not isinstance(call, Call) or not isinstance(call.callee, Name | Attribute):
                continue
            if (call.callee.id if isinstance(call.callee, Name) else call.callee.name) not in _ENGINES:
                continue
            value = reader.program.evaluate(call, step.scope)
            if isinstance(value, Application) and reader.called(value) in _ENGINES:
                url = string(value.arguments[0] if value.arguments else value.keywords.get("url"))
                found = _SCHEMES.get((url or "").partition(":")[0].partition("+")[0])
                if found is not None:
                    yield found
