"""Names that Prisma gives to constraints: `ConstraintNames` in psl-core/src/datamodel_connector/constraint_names.rs."""

from collections.abc import Sequence


def constraint_name(table: str, columns: Sequence[str], suffix: str, longest: int) -> str:
    """`User_email_key`. What is too long is cut before the suffix, and never in the middle of a character."""
    stem = "_".join((table, *columns)).encode()
    left = longest - len(suffix) - 1
    return f"{stem[:left].decode(errors='ignore') if len(stem) > left else stem.decode()}_{suffix}"
