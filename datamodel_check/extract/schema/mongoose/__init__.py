"""Mongoose (https://mongoosejs.com): the collections of models, path by path as `Schema.eachPath` has them.

Every rule here is taken from the sources of mongoose 5 to 8, @nestjs/mongoose and typegoose; docstrings name the file.
Read `sources.py` first: which files are one schema. Then `runtime.py`, which carries out what the modules do to
schemas, and `schemas.py`, which is Mongoose's own `Schema` as far as facts depend on it. `collections.py` makes tables
of models. `nestjs.py` and `typegoose.py` turn classes into definitions.
"""

from collections.abc import Sequence

from datamodel_check.extract.protocol import Extraction, Marks, Settings
from datamodel_check.model.program import Program
from datamodel_check.model.schema import System


class Mongoose:
    """Reads the models of Mongoose."""

    system: System = "mongoose"
    marks = Marks(
        suffixes=(".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs"),
        literals=(b"mongoose", b"Mongoose", b"typegoose", b"collectionName"),
    )

    def extract(self, program: Program, candidates: Sequence[str], settings: Settings) -> Extraction:
        from datamodel_check.extract.schema.mongoose.sources import extract

        return extract(program, candidates, settings)
