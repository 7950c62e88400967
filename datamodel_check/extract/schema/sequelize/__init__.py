"""Sequelize (https://sequelize.org): the tables of its models, as `sync()` would create them.

Every rule here is taken from the sources of sequelize 5 to 7; docstrings name the file. Read `sources.py` first: which
files are one schema. Then `definitions.py`: which models there are, and what stands between them. `models.py` and
`associations.py` are Sequelize's own `Model.init` and `belongsTo`, as far as tables depend on them.
"""

from collections.abc import Sequence

from datamodel_check.extract.protocol import Extraction, Marks, Settings
from datamodel_check.model.program import Program
from datamodel_check.model.schema import System


class Sequelize:
    """Reads the models of Sequelize."""

    system: System = "sequelize"
    marks = Marks(
        suffixes=(".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs"),
        literals=(b"sequelize", b"Sequelize"),
    )

    def extract(self, program: Program, candidates: Sequence[str], settings: Settings) -> Extraction:
        from datamodel_check.extract.schema.sequelize.sources import extract

        return extract(program, candidates, settings)
