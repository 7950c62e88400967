"""TypeORM's migrations: classes whose method `up` changes the database by a query runner.

https://typeorm.io/docs/migrations/why; every rule here is taken from the sources of typeorm 0.3.31. `classes.py`
recognises the classes, `listing.py` says which of them belong together and in which order they run, `running.py` what
one does; `api/` says what the query runner's methods make of it.
"""

from collections.abc import Iterator, Sequence

from datamodel_check.extract.migrations.folders import Folder
from datamodel_check.extract.protocol import Marks
from datamodel_check.model.program import Program
from datamodel_check.model.schema import Source
from datamodel_check.model.sql import Script, SqlDialect


class TypeOrmMigrations:
    """Reads the migrations of TypeORM's data sources, and those that no data source names."""

    tool = "typeorm"
    marks = Marks(
        paths=("**/ormconfig.*",),
        suffixes=(".ts", ".mts", ".cts", ".js", ".mjs", ".cjs"),
        literals=(b"typeorm",),
    )

    def folders(self, program: Program, candidates: Sequence[str], sources: Sequence[Source]) -> Iterator[Folder]:  # noqa: ARG002
        from datamodel_check.extract.migrations.typeorm.listing import folders

        return folders(program, candidates)

    def script(self, program: Program, path: str, dialect: SqlDialect) -> Script:
        from datamodel_check.extract.migrations.typeorm.running import script

        return script(program, path, dialect)
