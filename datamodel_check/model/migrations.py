"""What the migrations state: the facts of the family `migrations`."""

from typing import NamedTuple

from datamodel_check.model.location import Location
from datamodel_check.model.schema import Dialect, Enum, Table


class Migration(NamedTuple):
    """One migration and what it did, in readable words (`create table user`)."""

    id: str
    location: Location
    operations: tuple[str, ...] = ()


class History(NamedTuple):
    """One ordered history of migrations and the state it produces."""

    tool: str
    folder: str
    dialect: Dialect
    entries: tuple[Migration, ...]
    tables: tuple[Table, ...] = ()
    enums: tuple[Enum, ...] = ()
