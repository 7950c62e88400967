"""Facts and documents → the same with a fault in them, one at a time: what `self-test` tries the check on."""

from collections.abc import Iterator
from itertools import chain

from datamodel_check.faults.documents import of_document
from datamodel_check.faults.layers import of_layers
from datamodel_check.faults.schema import of_schemas
from datamodel_check.model.fault import FactFault
from datamodel_check.model.snapshot import Snapshot

__all__ = ["in_facts", "of_document"]


def in_facts(snapshot: Snapshot, *, every: bool) -> Iterator[FactFault]:
    """Faults in the facts of all families; in `every` column, or in some of each table."""
    return chain(of_schemas(snapshot, every=every), of_layers(snapshot))
