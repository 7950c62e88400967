"""SQLAlchemy (https://docs.sqlalchemy.org), SQLModel and Flask-SQLAlchemy: the tables that `create_all` would make.

Rules are taken from the sources of SQLAlchemy 2.1, SQLModel and Flask-SQLAlchemy 3; docstrings name the file.
`sources.py` finds out which files are one schema, `classes.py` what classes say, `mapping.py` which tables come of
them. `columns.py`, `annotations.py` and `fields.py` read columns as they are written in the three ways that there
are; `tables.py` says what the database is told. Databases differ in `dialects/`.
"""

from collections.abc import Sequence

from datamodel_check.extract.protocol import Extraction, Marks, Settings
from datamodel_check.model.program import Program
from datamodel_check.model.schema import System


class SQLAlchemy:
    """Reads the models and tables of SQLAlchemy."""

    system: System = "sqlalchemy"
    marks = Marks(
        suffixes=(".py",),
        literals=(
            *(b"sqlalchemy", b"SQLAlchemy", b"sqlmodel", b"SQLModel", b"db.Model"),
            *(b"__tablename__", b"__mapper_args__", b"mapped_column(", b"Mapped[", b"Column("),
        ),
    )

    def extract(self, program: Program, candidates: Sequence[str], settings: Settings) -> Extraction:
        from datamodel_check.extract.schema.sqlalchemy.sources import extract

        return extract(program, candidates, settings)
