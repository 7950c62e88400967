"""Sequelize's migrations: modules whose function `up` changes the database by a query interface.

https://sequelize.org/docs/v6/other-topics/migrations/; every rule here is taken from the sources of sequelize 6.37 and
sequelize-cli 6.6. `listing.py` says which modules are migrations and in which order they run, `running.py` what one
does; `interface.py` what the query interface's methods make of it.
"""

from collections.abc import Iterator, Sequence

from datamodel_check.extract.migrations.folders import Folder
from datamodel_check.extract.protocol import Marks
from datamodel_check.model.program import Program
from datamodel_check.model.schema import Source
from datamodel_check.model.sql import Script, SqlDialect


class SequelizeMigrations:
    """Reads the migrations that sequelize-cli and umzug run."""

    tool = "sequelize"
    marks = Marks(
        paths=("**/.sequelizerc*",),
        suffixes=(".ts", ".mts", ".cts", ".js", ".mjs", ".cjs"),
        literals=(b"queryInterface", b"QueryInterface"),
    )

    def folders(self, program: Program, candidates: Sequence[str], sources: Sequence[Source]) -> Iterator[Folder]:
        from datamodel_check.extract.migrations.sequelize.listing import folders

        return folders(program, candidates, sources)

    def script(self, program: Program, path: str, dialect: SqlDialect) -> Script:
        from datamodel_check.extract.migrations.sequelize.running import script

        return script(program, path, dialect)
