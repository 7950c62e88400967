"""Drizzle ORM (https://orm.drizzle.team): the tables of `drizzle-orm/*-core`, as drizzle-kit reports them.

Every rule here is taken from the sources of drizzle-orm 0.45 and drizzle-kit 0.31; docstrings name the file. Read
`sources.py` first: which files are one schema. Then `schema.py`: exports → tables, enums, views. The rest follows the
syntax: `tables.py`, `columns.py`, `constraints.py`, `sql.py`, `relations.py`. Dialects differ only in the data of
`dialects.py` and `types/`.
"""

from collections.abc import Sequence

from datamodel_check.extract.protocol import Extraction, Marks, Settings
from datamodel_check.model.program import Program
from datamodel_check.model.schema import System


class Drizzle:
    """Reads the schemas that drizzle-kit would read."""

    system: System = "drizzle"
    marks = Marks(
        paths=("**/drizzle*.config*.*",),
        suffixes=(".ts", ".tsx", ".mts", ".cts", ".js", ".mjs", ".cjs"),
        literals=(b"drizzle-orm", b"drizzle-kit"),
    )

    def extract(self, program: Program, candidates: Sequence[str], settings: Settings) -> Extraction:
        from datamodel_check.extract.schema.drizzle.sources import extract

        return extract(program, candidates, settings)
