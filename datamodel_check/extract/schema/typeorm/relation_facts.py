"""Relations → facts."""

from collections.abc import Iterable

from datamodel_check.extract.schema.typeorm.context import Context
from datamodel_check.extract.schema.typeorm.metadata import Entity
from datamodel_check.extract.schema.typeorm.tables import key_of
from datamodel_check.model.schema import Relation


def relations(context: Context, entities: Iterable[Entity]) -> tuple[Relation, ...]:
    """What the code can follow from one table to another, by its name there."""
    made: list[Relation] = []
    for entity in entities:
        for each in entity.relations:
            if each.other is None:
                continue
            to_one = each.kind in {"many-to-one", "one-to-one"}
            through = each.junction or (each.inverse.junction if each.inverse is not None else None)
            columns = each.join_columns if to_one else []
            made.append(
                Relation(
                    table=key_of(context, entity),
                    name=each.path,
                    kind="one" if to_one else "many",
                    to=key_of(context, each.other),
                    location=each.location,
                    columns=tuple(column.name for column in columns),
                    ref_columns=tuple(column.referenced.name for column in columns if column.referenced is not None),
                    through=None if through is None else key_of(context, through),
                )
            )
    return tuple(sorted(made, key=lambda relation: (relation.table, relation.name)))
