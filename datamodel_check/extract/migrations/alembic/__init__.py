"""Alembic (https://alembic.sqlalchemy.org): revisions whose function `upgrade` changes the database by `op`.

`revisions.py` finds them and says in which order they run, `running.py` what one does, `operations.py` what each
function of `op` comes to. Rules are taken from alembic/operations/ops.py and alembic/script/revision.py.
"""

from collections.abc import Iterator, Sequence

from datamodel_check.extract.migrations.folders import Folder
from datamodel_check.extract.protocol import Marks
from datamodel_check.model.program import Program
from datamodel_check.model.schema import Source
from datamodel_check.model.sql import Script, SqlDialect


class AlembicMigrations:
    """Reads the revisions of Alembic."""

    tool = "alembic"
    marks = Marks(paths=("**/alembic.ini",), suffixes=(".py",), literals=(b"down_revision",))

    def folders(self, program: Program, candidates: Sequence[str], sources: Sequence[Source]) -> Iterator[Folder]:
        from datamodel_check.extract.migrations.alembic.revisions import folders

        return folders(program, candidates, sources)

    def script(self, program: Program, path: str, dialect: SqlDialect) -> Script:
        from datamodel_check.extract.migrations.alembic.running import script

        return script(program, path, dialect)
