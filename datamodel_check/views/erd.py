"""`erd`: entity-relationship diagrams in Mermaid (https://mermaid.js.org/syntax/entityRelationshipDiagram.html)."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from datamodel_check.model.blocks import Block, Code, Fence, Heading, Paragraph, Text
from datamodel_check.model.document import Argument
from datamodel_check.model.schema import Column, ForeignKey, Index, Table
from datamodel_check.model.snapshot import Snapshot
from datamodel_check.views.documents import holds_many
from datamodel_check.views.facts import is_plain, said_of_table
from datamodel_check.views.mermaid import attribute_name, attribute_type, quoted
from datamodel_check.views.neighbourhoods import centre, neighbourhoods
from datamodel_check.views.protocol import Parameter, UnknownArgumentError
from datamodel_check.views.selection import FILTERS, Selected, matches, select

LARGEST = 20
"""Tables in one diagram: more are hard to read."""
LONGEST = 45_000
"""Characters in one diagram; renderers refuse 50,000 (Mermaid's `maxTextSize`)."""
MOST_EDGES = 400
"""Foreign keys in one diagram; renderers refuse 500 (`maxEdges`)."""
COLUMNS = ("keys", "all", "none")


class Attribute(NamedTuple):
    """A column in an entity's box; `keys` of PK, FK, UK."""

    name: str
    type: str
    keys: tuple[str, ...]


class Entity(NamedTuple):
    """A table. `arrangement` is the order of the columns in the code: no fact."""

    name: str
    attributes: tuple[Attribute, ...]
    arrangement: tuple[str, ...]


class Edge(NamedTuple):
    """A foreign key: every row of `child` has at most one of `parent`, or with `required` exactly one.

    With `single` a row of `parent` has at most one of `child`; with `many` a document of `child` has any number of
    `parent`.
    """

    parent: str
    child: str
    columns: tuple[str, ...]
    required: bool
    single: bool
    many: bool = False


class Graph(NamedTuple):
    """The diagram of one source; `source` is empty where there is only one."""

    source: str
    entities: tuple[Entity, ...]
    edges: tuple[Edge, ...]


class Diagram:
    name = "erd"
    summary = "a Mermaid ER diagram, split where it would grow too large"
    parameters: tuple[Parameter, ...] = (
        *FILTERS,
        Parameter("columns", "which columns stand in the boxes: `keys` (the default), `all`, `none`"),
    )

    def content(self, snapshot: Snapshot, arguments: Sequence[Argument]) -> tuple[Graph, ...]:
        chosen = [argument.value for argument in arguments if argument.name == "columns"] or [COLUMNS[0]]
        if chosen[-1] not in COLUMNS:
            raise UnknownArgumentError(f"there is no `columns={chosen[-1]}`", f"Write one of {', '.join(COLUMNS)}.")
        selected = select(arguments, snapshot, self.parameters)
        return tuple(_graph(one, chosen[-1]) for one in selected)

    def blocks(self, content: tuple[Graph, ...]) -> tuple[Block, ...]:
        return tuple(block for graph in content for block in _blocks(graph)) or (Paragraph((Text("No tables."),)),)


# --- what it says ----------------------------------------------------------------------------------------------------


def _graph(selected: Selected, columns: str) -> Graph:
    tables = [(said_of_table(table), tuple(column.name for column in table.columns)) for table in selected.tables]
    return Graph(
        selected.label,
        tuple(_entity(table, order, columns) for table, order in tables),
        tuple(
            sorted(
                {
                    _edge(table, key)
                    for table, _ in tables
                    for key in table.foreign_keys
                    if not matches(key.table, selected.excluded)
                }
            )
        ),
    )


def _entity(table: Table, arrangement: tuple[str, ...], columns: str) -> Entity:
    attributes = [_attribute(table, column) for column in table.columns]
    shown = [one for one in attributes if columns == "all" or (columns == "keys" and one.keys)]
    return Entity(table.key, tuple(shown), arrangement)


def _attribute(table: Table, column: Column) -> Attribute:
    marks = {
        "PK": column.name in table.primary_key,
        "FK": any(column.name in key.columns for key in table.foreign_keys),
        "UK": any(is_plain(unique) and unique.columns == (column.name,) for unique in table.uniques),
    }
    return Attribute(column.name, column.type, tuple(mark for mark, given in marks.items() if given))


def _edge(table: Table, key: ForeignKey) -> Edge:
    columns = [column for column in table.columns if column.name in key.columns]
    unique = [table.primary_key, *(unique.columns for unique in table.uniques), *map(_unique_columns, table.indexes)]
    single = any(set(one) <= set(key.columns) for one in unique if one)
    many = not key.enforced and any(map(holds_many, columns))
    required = not many and not any(column.nullable for column in columns)
    return Edge(key.table, table.key, key.columns, required, single, many)


def _unique_columns(index: Index) -> tuple[str, ...]:
    """The columns that a unique index keeps from occurring twice, if it says so of all rows."""
    if not index.unique or index.where or any(column.expression for column in index.columns):
        return ()
    return tuple(column.text for column in index.columns)


# --- how it reads ----------------------------------------------------------------------------------------------------


def _blocks(graph: Graph) -> Iterable[Block]:
    if graph.source:
        yield Paragraph((Code(graph.source),))
    links = [(edge.parent, edge.child) for edge in graph.edges]
    groups = _groups(graph)
    for group in groups:
        if len(groups) > 1:
            yield Heading(1, (Text("Around "), Code(centre(group, links))))
        yield Fence("mermaid", _drawn(graph, group))


def _groups(graph: Graph) -> tuple[tuple[str, ...], ...]:
    """The tables of each diagram: all in one, or as many as can be read and drawn."""
    names = tuple(entity.name for entity in graph.entities)
    links = [(edge.parent, edge.child) for edge in graph.edges]
    groups: tuple[tuple[str, ...], ...] = (names,)
    size = LARGEST
    while size and not all(_is_drawable(graph, group) for group in groups):
        groups, size = neighbourhoods(names, links, size), size // 2
    return groups


def _is_drawable(graph: Graph, group: Sequence[str]) -> bool:
    if len(group) > LARGEST or sum(edge.child in group for edge in graph.edges) > MOST_EDGES:
        return False
    return len(_drawn(graph, group)) <= LONGEST


def _drawn(graph: Graph, group: Sequence[str]) -> str:
    """The diagram of a group: its tables, and their foreign keys, also those to tables of other groups.

    A table that is too large alone is drawn without its plain columns.
    """
    entities = [entity for entity in graph.entities if entity.name in group]
    lines = [line for entity in entities for line in _box(entity)]
    if len(group) == 1 and sum(map(len, lines)) > LONGEST // 2:
        lines = _box(entities[0]._replace(attributes=tuple(one for one in entities[0].attributes if one.keys)))
    lines += (_line(edge) for edge in graph.edges if edge.child in group)
    return "\n".join(("erDiagram", "  direction LR", *lines))


def _box(entity: Entity) -> list[str]:
    if not entity.attributes:
        return [f"  {quoted(entity.name)}"]
    attributes = sorted(entity.attributes, key=lambda attribute: entity.arrangement.index(attribute.name))
    return [f"  {quoted(entity.name)} {{", *map(_field, attributes), "  }"]


def _field(attribute: Attribute) -> str:
    keys = f" {', '.join(attribute.keys)}" if attribute.keys else ""
    return f"    {attribute_type(attribute.type)} {attribute_name(attribute.name)}{keys}"


def _line(edge: Edge) -> str:
    parent, child = "||" if edge.required else "|o", "o|" if edge.single else "o{"
    parent = "}o" if edge.many else parent
    return f"  {quoted(edge.parent)} {parent}--{child} {quoted(edge.child)} : {quoted(', '.join(edge.columns))}"
