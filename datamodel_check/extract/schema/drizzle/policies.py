"""Row-level security: drizzle-orm/pg-core/policies.ts and drizzle-orm/neon/rls.ts (`crudPolicy`)."""

from collections.abc import Iterator

from datamodel_check.extract.schema.drizzle.dialects import POSTGRESQL
from datamodel_check.extract.schema.drizzle.known import ROLES
from datamodel_check.extract.schema.drizzle.reader import Reader, TableName
from datamodel_check.extract.schema.drizzle.sql import sql_text
from datamodel_check.extract.symbols import (
    Step,
    Symbol,
    argument,
    callee,
    chain,
    entry,
    string,
    symbol,
)
from datamodel_check.model.location import Location
from datamodel_check.model.schema import Policy
from datamodel_check.model.values import Application, Constant, ListValue, Value


def policy(reader: Reader, table: TableName | None, root: Application, _: tuple[Step, ...] = ()) -> Policy:
    """`pgPolicy("name", { as, for, to, using, withCheck })`."""
    subject = f"a policy of {table.key}" if table else "a policy"
    options = argument(root.arguments, 1)
    place = root.location
    return Policy(
        name=reader.text(argument(root.arguments, 0), f"the name of {subject}", place),
        permissive=string(entry(options, "as")) != "restrictive",
        command=string(entry(options, "for")) or "all",
        roles=_roles(reader, entry(options, "to"), place),
        using=_condition(reader, entry(options, "using"), place),
        with_check=_condition(reader, entry(options, "withCheck"), place),
    )


def linked_policy(reader: Reader, value: Value) -> tuple[TableName, Policy] | None:
    """`pgPolicy(…).link(table)`, which stands beside the table; drizzle-kit skips one that is linked to none."""
    root, steps = chain(value)
    function = callee(root)
    link = next((step for step in steps if step.name == "link"), None)
    if function is None or link is None or not isinstance(root, Application) or POSTGRESQL.role(function) != "policy":
        return None
    target = argument(link.arguments, 0)
    table = reader.table(target) if target is not None else None
    if table is None:
        reader.unresolved("the table that a policy is linked to", target, link.call.location)
        return None
    return table, policy(reader, table, root)


def crud_policies(reader: Reader, root: Application) -> Iterator[Policy]:
    """The up to four policies of `crudPolicy({ role, read, modify })`."""
    options, place = argument(root.arguments, 0), root.location
    role = entry(options, "role")
    roles = _roles(reader, role, place)
    given = role.items if isinstance(role, ListValue) else (role,)
    name = "-".join(_role(reader, one, place) for one in given if one is not None)
    read, modify = (_truth(reader, entry(options, kind), place) for kind in ("read", "modify"))
    if read is not None:
        yield Policy(f"crud-{name}-policy-select", command="select", roles=roles, using=read)
    if modify is not None:
        yield Policy(f"crud-{name}-policy-insert", command="insert", roles=roles, with_check=modify)
        yield Policy(f"crud-{name}-policy-update", command="update", roles=roles, using=modify, with_check=modify)
        yield Policy(f"crud-{name}-policy-delete", command="delete", roles=roles, using=modify)


def _truth(reader: Reader, value: Value | None, place: Location) -> str | None:
    if isinstance(value, Constant) and isinstance(value.value, bool):
        return "true" if value.value else "false"
    return _condition(reader, value, place)


def _condition(reader: Reader, value: Value | None, place: Location) -> str | None:
    if value is None or (isinstance(value, Constant) and value.value is None):
        return None
    return sql_text(reader, value, place)


def _roles(reader: Reader, to: Value | None, place: Location) -> tuple[str, ...]:
    """Sorted, as drizzle-kit does; everybody where none is named."""
    if to is None:
        return ("public",)
    given = to.items if isinstance(to, ListValue) else (to,)
    return tuple(sorted(_role(reader, role, place) for role in given))


def _role(reader: Reader, role: Value, place: Location) -> str:
    """A name, a `pgRole("name")`, or one that drizzle-orm ships."""
    shipped = symbol(role)
    if shipped is not None and shipped in ROLES:
        return ROLES[shipped]
    root, _ = chain(role)
    if isinstance(root, Application) and callee(root) == Symbol(POSTGRESQL.package, ("pgRole",)):
        return reader.text(argument(root.arguments, 0), "the name of a role", place)
    return reader.text(role, "a role of a policy", place)
