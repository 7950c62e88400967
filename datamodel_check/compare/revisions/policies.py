"""Row-level security of one table between two revisions."""

from collections.abc import Iterator

from datamodel_check.model.change import Event, FactChange, Risk
from datamodel_check.model.schema import Table


def of_row_level_security(before: Table, after: Table) -> Iterator[FactChange]:
    if before.row_level_security != after.row_level_security:
        yield _of_switch(after)
    old = {policy.name: policy for policy in before.policies}
    new = {policy.name: policy for policy in after.policies}
    for name in old.keys() - new.keys():
        yield _change(after, f"policy {name} removed", "removed", "other rows can be seen or written")
    for name in new.keys() - old.keys():
        yield _change(after, f"policy {name} added", "added", "other rows can be seen or written")
    for name in old.keys() & new.keys():
        if old[name] != new[name]:
            yield _change(after, f"policy {name} changed", "changed", "other rows can be seen or written")


def _of_switch(table: Table) -> FactChange:
    if table.row_level_security:
        return _change(table, "row-level security enabled", "changed", "rows that no policy allows can not be seen")
    return _change(table, "row-level security disabled", "changed", "every row can be seen and written", "breaking")


def _change(table: Table, text: str, kind: Event, reason: str, risk: Risk = "risky") -> FactChange:
    return FactChange(kind, "tables", table.key, text, risk, reason, table.location)
