"""The same tables by other expressions."""

from collections.abc import Mapping

from tests.mutation.sample import SCHEMAS
from tests.mutation.source import Edit, parsed, tables, text, within
from tests.mutation.tokens import Rewriting, replaced


def renamed_parameters(path: str, content: bytes) -> list[Edit]:
    names = {"table": "self", "query": "q", "one": "single", "many": "several"}
    nodes = [node for node in within(parsed(path, content), "identifier") if text(node) in names]
    shorthand = within(parsed(path, content), "shorthand_property_identifier_pattern")
    edits = replaced(path, nodes, lambda said: names[said])
    return [*edits, *replaced(path, [n for n in shorthand if text(n) in names], lambda said: f"{said}: {names[said]}")]


def quoted_keys(path: str, content: bytes) -> list[Edit]:
    keys = [node.named_children[0] for node in within(parsed(path, content), "pair")]
    return replaced(path, [key for key in keys if key.type == "property_identifier"], lambda said: f"'{said}'")


def brackets(path: str, content: bytes) -> list[Edit]:
    """`table['id']` for `table.id`."""
    edits: list[Edit] = []
    for node in within(parsed(path, content), "member_expression"):
        target, key = node.named_children[0], node.named_children[-1]
        called = node.parent is not None and node.parent.type == "call_expression"
        if target.type == "identifier" and not called:
            edits.append(Edit(path, target.end_byte, key.end_byte, f"['{text(key)}']"))
    return edits


def function_bodies(path: str, content: bytes) -> list[Edit]:
    """`=> { return value }` for `=> value`."""
    edits: list[Edit] = []
    for node in within(parsed(path, content), "arrow_function"):
        body = node.named_children[-1]
        inner = any(other.id != node.id for other in within(node, "arrow_function"))
        if body.type != "statement_block" and not inner:
            edits.append(Edit(path, body.start_byte, body.end_byte, f"{{ return {text(body)} }}"))
    return edits


def assertions(path: str, content: bytes) -> list[Edit]:
    """`users.id!` for `users.id` where an arrow function returns it."""
    bodies = [node.named_children[-1] for node in within(parsed(path, content), "arrow_function")]
    return replaced(path, [body for body in bodies if body.type == "member_expression"], lambda said: f"{said}!")


def reversed_options(path: str, content: bytes) -> list[Edit]:
    """The options of columns and rules: objects whose values are all literals."""
    edits: list[Edit] = []
    plain = {"number", "string", "true", "false"}
    for node in within(parsed(path, content), "object"):
        pairs = node.named_children
        in_default = node.parent is not None and "default(" in text(node.parent.parent or node)[:-1].split("{")[0]
        literal = all(pair.type == "pair" and pair.named_children[-1].type in plain for pair in pairs)
        if (
            len(pairs) > 1
            and literal
            and not in_default
            and node.parent is not None
            and node.parent.type == "arguments"
        ):
            said = ", ".join(text(pair) for pair in reversed(pairs))
            edits.append(Edit(path, node.start_byte, node.end_byte, f"{{ {said} }}"))
    return edits


def reversed_steps(path: str, content: bytes) -> list[Edit]:
    """`.default(x).notNull()` for `.notNull().default(x)`: the order of a column's methods says nothing."""
    edits: list[Edit] = []
    for table in tables(path, content, SCHEMAS):
        for column in table.columns:
            steps = column.chain.steps
            if len(steps) > 1 and column.chain.step("array") is None:
                said = "".join(content[step.start : step.end].decode() for step in reversed(steps))
                edits.append(Edit(path, steps[0].start, steps[-1].end, said))
    return edits


def typed_columns(path: str, content: bytes) -> list[Edit]:
    found = [column.chain for table in tables(path, content, SCHEMAS) for column in table.columns]
    return [Edit(path, made.end, made.end, ".$type<any>()") for made in found]


def reversed_constraints(path: str, content: bytes) -> list[Edit]:
    edits: list[Edit] = []
    for table in tables(path, content, SCHEMAS):
        entries = table.constraints
        if len(entries) > 1:
            spans = [content[entry.start : entry.end].rstrip(b",").decode() for entry in entries]
            edits.append(Edit(path, entries[0].start, entries[-1].end, ",\n".join(reversed(spans))))
    return edits


def constraint_objects(path: str, content: bytes) -> list[Edit]:
    """The object form of a table's third argument for the array form."""
    edits: list[Edit] = []
    for table in tables(path, content, SCHEMAS):
        if table.constraints and not table.constraints[0].key:
            body = table.constraints[0].chain.node.parent
            assert body is not None
            said = ", ".join(f"c{number}: {text(one.chain.node)}" for number, one in enumerate(table.constraints))
            edits.append(Edit(path, body.start_byte, body.end_byte, f"({{ {said} }})"))
    return edits


REWRITINGS: Mapping[str, Rewriting] = {
    "renamed-parameters": renamed_parameters,
    "quoted-keys": quoted_keys,
    "brackets": brackets,
    "function-bodies": function_bodies,
    "assertions": assertions,
    "reversed-options": reversed_options,
    "reversed-steps": reversed_steps,
    "typed-columns": typed_columns,
    "reversed-constraints": reversed_constraints,
    "constraint-objects": constraint_objects,
}
