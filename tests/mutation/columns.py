"""Mutants of columns: names, types, sizes, and what their methods say."""

from collections.abc import Iterator

from tests.mutation.edits import longer_sql, other_value, without
from tests.mutation.sample import Files, Mutant
from tests.mutation.source import Chain, Edit, Entry, Step, Table, string, text, within

_OTHER_TYPE = {
    "bigint": "integer",
    "boolean": "text",
    "char": "varchar",
    "date": "text",
    "integer": "text",
    "numeric": "text",
    "serial": "integer",
    "smallint": "integer",
    "text": "varchar",
    "timestamp": "text",
    "uuid": "text",
    "varchar": "text",
}

_SIZES = {"length", "precision", "scale"}


def column_name(column: Entry) -> str:
    arguments = column.chain.arguments
    return string(arguments[0]) if arguments and arguments[0].type == "string" else column.key


def of_column(files: Files, table: Table, column: Entry) -> Iterator[Mutant]:
    made, name = column.chain, f"{table.key}.{column_name(column)}"
    path = table.path

    def mutant(kind: str, *edits: Edit) -> Mutant:
        return Mutant(kind, name, edits, (name,))

    yield mutant("drop-column", Edit(path, column.start, column.end, ""))
    if made.arguments and made.arguments[0].type == "string":
        first = made.arguments[0]
        yield mutant("rename-column", Edit(path, first.start_byte, first.end_byte, f"'{string(first)}_renamed'"))
    other = _OTHER_TYPE.get(text(made.maker))
    if other is not None and f"  {other},\n".encode() in files[path] and made.step("defaultNow") is None:
        yield mutant("change-type", Edit(path, made.maker.start_byte, made.maker.end_byte, other))
    for kind, edit in size_edits(made):
        yield mutant(kind, edit)
    for kind, edit in step_edits(made, in_key=_in_key(table, column)):
        if kind != "add-unique" or not _has_unique_index(table, column):
            yield mutant(kind, edit)


def _in_key(table: Table, column: Entry) -> bool:
    """Whether the column belongs to a primary key: then it is not null, whatever it says."""
    keys = [entry.chain for entry in table.constraints if text(entry.chain.maker) == "primaryKey"]
    members = {text(member) for key in keys for member in within(key.node, "member_expression")}
    return (
        f"table.{column.key}" in members
        or column.chain.step("primaryKey") is not None
        or text(column.chain.maker) == "id"
    )


def _has_unique_index(table: Table, column: Entry) -> bool:
    """Whether an index makes the column unique already: a constraint beside it changes nothing that anybody reads."""
    indexes = [entry.chain for entry in table.constraints if text(entry.chain.maker) == "uniqueIndex"]
    return any(text(index.node).endswith(f".on(table.{column.key})") for index in indexes)


def size_edits(made: Chain) -> Iterator[tuple[str, Edit]]:
    for argument in made.arguments[1:]:
        for pair in within(argument, "pair"):
            key, value = pair.named_children[0], pair.named_children[-1]
            if text(key) in _SIZES:
                larger = str(int(text(value)) + 1)
                yield f"change-{text(key)}", Edit(made.path, value.start_byte, value.end_byte, larger)
            elif text(key) == "withTimezone":
                yield "change-time-zone", Edit(made.path, value.start_byte, value.end_byte, "false")


def step_edits(made: Chain, *, in_key: bool) -> Iterator[tuple[str, Edit]]:
    """What the methods of a column say: taken away, changed, or said in addition."""
    path, end = made.path, made.end
    computed = made.step("generatedAlwaysAs") or made.step("generatedAlwaysAsIdentity")
    if not in_key:
        not_null = made.step("notNull")
        yield (
            ("allow-null", without(path, not_null)) if not_null else ("forbid-null", Edit(path, end, end, ".notNull()"))
        )
    if made.step("unique") is None and not in_key:
        yield "add-unique", Edit(path, end, end, ".unique()")
    for step in made.steps:
        if step.name in _DROPPED and not (step.name == "array" and made.step("default")):
            yield _DROPPED[step.name], without(path, step)
        yield from _argument_edits(path, step)
    if computed is None and not any(step.name.startswith("default") for step in made.steps) and not in_key:
        yield "add-default", Edit(path, end, end, ".default('added' as never)")


_DROPPED = {
    "array": "drop-array",
    "default": "drop-default",
    "defaultNow": "drop-default",
    "defaultRandom": "drop-default",
    "generatedAlwaysAs": "drop-generated",
    "generatedAlwaysAsIdentity": "drop-identity",
    "$defaultFn": "drop-client-default",
    "primaryKey": "drop-primary-key",
    "references": "drop-foreign-key",
    "unique": "drop-unique",
}


def _argument_edits(path: str, step: Step) -> Iterator[tuple[str, Edit]]:
    if step.name == "default":
        yield from (("change-default", edit) for edit in other_value(path, step.arguments[0]))
    elif step.name == "generatedAlwaysAs":
        yield "change-generated", longer_sql(path, step.arguments[0], " || ''")
    elif step.name == "generatedAlwaysAsIdentity":
        yield "change-identity", Edit(path, step.start, step.start + len(".generatedAlways"), ".generatedByDefault")
        yield from (("change-identity", edit) for edit in other_value(path, step.arguments[0]))
    elif step.name == "references":
        yield from _rule_edits(path, step)
    elif step.name == "unique" and step.arguments:
        yield from (("rename-unique-column", edit) for edit in other_value(path, step.arguments[0]))


def _rule_edits(path: str, step: Step) -> Iterator[tuple[str, Edit]]:
    """`onDelete` and `onUpdate`: changed, and added where there are none."""
    rules = {
        text(pair.named_children[0]): pair.named_children[1]
        for node in step.arguments[1:]
        for pair in within(node, "pair")
    }
    for rule, kind in (("onDelete", "change-on-delete"), ("onUpdate", "change-on-update")):
        value = rules.get(rule)
        if value is not None:
            other = "no action" if string(value) == "cascade" else "cascade"
            yield kind, Edit(path, value.start_byte, value.end_byte, f"'{other}'")
    if not rules:
        yield "add-on-delete", Edit(path, step.end - 1, step.end - 1, ", { onDelete: 'cascade' }")
