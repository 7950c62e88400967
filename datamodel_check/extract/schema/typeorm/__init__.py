"""TypeORM (https://typeorm.io): the tables of decorated classes and entity schemas, as TypeORM would create them.

Every rule here is taken from the sources of typeorm 0.3.31; docstrings name the file. It happens in the same stages as
there. `classes.py` and `entity_schemas.py` read what is declared, into `Arguments`; `storage.py` says which of it
counts for an entity; `builder.py` puts the entities together, in passes; `tables.py` says what the database is told.
Databases differ in `drivers/`. `sources.py` and `data_sources.py` find out which entities are one schema.
"""

from collections.abc import Sequence

from datamodel_check.extract.protocol import Extraction, Marks, Settings
from datamodel_check.model.program import Program
from datamodel_check.model.schema import System


class TypeOrm:
    """Reads the entities of TypeORM's data sources."""

    system: System = "typeorm"
    marks = Marks(
        paths=("**/ormconfig.*",),
        suffixes=(".ts", ".tsx", ".mts", ".cts", ".js", ".mjs", ".cjs"),
        literals=(b"typeorm",),
    )

    def extract(self, program: Program, candidates: Sequence[str], settings: Settings) -> Extraction:
        from datamodel_check.extract.schema.typeorm.sources import extract

        return extract(program, candidates, settings)
