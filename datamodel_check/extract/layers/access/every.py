"""All ORMs whose calls are recognised."""

from collections.abc import Sequence

from datamodel_check.extract.layers.access.drizzle import DrizzleAccess
from datamodel_check.extract.layers.access.protocol import Access
from datamodel_check.extract.layers.access.tables import Tables
from datamodel_check.model.program import Program
from datamodel_check.model.schema import Source


def accesses(program: Program, sources: Sequence[Source]) -> tuple[Access, ...]:
    """What recognises calls that reach the tables of these sources."""
    tables = Tables(sources)
    return (DrizzleAccess(program, tables),)
