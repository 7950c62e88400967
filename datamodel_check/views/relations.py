"""`relations`: foreign keys with their rules, and the relations that the ORM knows by name."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from datamodel_check.model.blocks import Block, Cell, Code, Grid, Paragraph, Text
from datamodel_check.model.document import Argument
from datamodel_check.model.schema import ForeignKey, Relation
from datamodel_check.model.snapshot import Snapshot
from datamodel_check.views.documents import is_of_documents, reference
from datamodel_check.views.facts import HERE
from datamodel_check.views.protocol import Parameter
from datamodel_check.views.selection import FILTERS, Selected, select
from datamodel_check.views.wording import code, codes, join, target, words


class Reference(NamedTuple):
    """A foreign key and the table that has it."""

    table: str
    key: ForeignKey


class OneSource(NamedTuple):
    """The foreign keys and relations of one source; `source` is empty where there is only one.

    With `collections` the foreign keys are references between documents.
    """

    source: str
    foreign_keys: tuple[Reference, ...]
    relations: tuple[Relation, ...]
    collections: bool = False


class Relations:
    name = "relations"
    summary = "foreign keys with their rules, and the ORM's relations"
    parameters: tuple[Parameter, ...] = FILTERS

    def content(self, snapshot: Snapshot, arguments: Sequence[Argument]) -> tuple[OneSource, ...]:
        return tuple(map(_content, select(arguments, snapshot)))

    def blocks(self, content: tuple[OneSource, ...]) -> tuple[Block, ...]:
        return tuple(block for one in content for block in _blocks(one)) or (Paragraph((Text("No relations."),)),)


def _content(selected: Selected) -> OneSource:
    keys = {table.key for table in selected.tables}
    references = sorted(
        (Reference(table.key, key._replace(name=None)) for table in selected.tables for key in table.foreign_keys),
        key=repr,
    )
    relations = [relation._replace(location=HERE) for relation in selected.source.relations if relation.table in keys]
    return OneSource(
        selected.label,
        tuple(references),
        tuple(sorted(relations, key=repr)),
        collections=is_of_documents(selected.source.dialect),
    )


def _blocks(one: OneSource) -> Iterable[Block]:
    if one.source and (one.foreign_keys or one.relations):
        yield Paragraph((Code(one.source),))
    if one.foreign_keys and one.collections:
        paths = tuple(reference(each.table, each.key) for each in one.foreign_keys)
        yield Grid(("Collection", "Path", "References"), paths, keys=3, noun="reference")
    elif one.foreign_keys:
        header = ("Table", "Foreign key", "References", "On delete", "On update")
        rows = tuple(_foreign_key(reference) for reference in one.foreign_keys)
        yield Grid(header, rows, keys=2, noun="foreign key")
    if one.relations:
        header = ("Collection" if one.collections else "Table", "Relation", "Kind", "To", "Notes")
        yield Grid(header, tuple(map(_relation, one.relations)), keys=2, noun="relation")


def _foreign_key(reference: Reference) -> tuple[Cell, ...]:
    key = reference.key
    enforced = () if key.enforced else words("not enforced by the database")
    on_delete = join([words(key.on_delete), enforced])
    return code(reference.table), codes(key.columns), code(target(key)), on_delete, words(key.on_update)


def _relation(relation: Relation) -> tuple[Cell, ...]:
    columns = (*codes(relation.columns), Text(" → "), *codes(relation.ref_columns)) if relation.columns else ()
    notes = join(
        [
            columns,
            (Text("through "), Code(relation.through)) if relation.through else (),
            (Text("named "), Code(relation.relation_name)) if relation.relation_name else (),
        ]
    )
    return code(relation.table), code(relation.name), words(relation.kind), code(relation.to), notes
