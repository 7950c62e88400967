"""Prisma ORM (https://www.prisma.io/docs/orm): the models of `*.prisma`, as Prisma Migrate would make tables of them.

The rules are those of prisma-engines; docstrings name the file. Read `sources.py` first: which files are one schema.
Then `schema.py`: blocks → tables, enums, views, relations. Providers differ in the data of `providers/`.
"""

from collections.abc import Sequence

from datamodel_check.extract.protocol import Extraction, Marks, Settings
from datamodel_check.model.program import Program
from datamodel_check.model.schema import System


class Prisma:
    """Reads the schemas that Prisma Migrate would read.

    A `package.json` matters where it may say where the schema is.
    """

    system: System = "prisma"
    marks = Marks(
        paths=("**/*.prisma", "**/prisma.config.*", "**/.config/prisma.*"),
        suffixes=("package.json",),
        literals=(b'"prisma"',),
    )

    def extract(self, program: Program, candidates: Sequence[str], settings: Settings) -> Extraction:
        from datamodel_check.extract.schema.prisma.sources import extract

        return extract(program, candidates, settings)
