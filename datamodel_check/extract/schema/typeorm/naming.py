"""How TypeORM names what has no name of its own.

Sources: typeorm/src/naming-strategy/DefaultNamingStrategy.ts and src/util/StringUtils.ts;
https://github.com/tonivj5/typeorm-naming-strategies, src/snake-naming.strategy.ts.
"""

import re
from collections.abc import Iterable, Sequence


def snake_case(text: str) -> str:
    text = re.sub(r"([A-Z])([A-Z])([a-z])", r"\1_\2\3", text)
    return re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", text).lower()


def camel_case(text: str) -> str:
    # `[\s-_]` is the set of white space, `-` and `_`: a class cannot begin a range.
    return re.sub(r"^([A-Z])|[\s\-_](\w)", lambda found: (found[2] or "").upper() or found[1].lower(), text)


def title_case(text: str) -> str:
    return re.sub(r"\w\S*", lambda found: found[0][0].upper() + found[0][1:].lower(), text)


def shortened(text: str, *, segment_length: int = 3, term_length: int = 2) -> str:
    """A name beyond the length that the database takes: `shorten(text, { separator: "_", segmentLength: 3 })`."""
    segments = []
    for segment in text.split("_"):
        terms = re.sub(r"([a-z\xE0-\xFF])([A-Z\xC0-\xDF])", r"\1 \2", segment).split(" ")
        length = term_length if len(terms) > 1 else segment_length
        segments.append("".join(term[:length] for term in terms))
    return "_".join(segments)


def _hashed(prefix: str, table: str, parts: Iterable[str], length: int) -> str:
    """`RandomGenerator.sha1`: what is hashed is the text as `encodeURIComponent` writes it."""
    from hashlib import sha1
    from urllib.parse import quote

    key = "_".join([table.rsplit(".", 1)[-1], *parts])
    encoded = quote(key, safe="-_.!~*'()", errors="replace")
    return prefix + sha1(encoded.encode(), usedforsecurity=False).hexdigest()[:length]


class NamingStrategy:
    """TypeORM's own."""

    def table(self, class_name: str, given: str | None) -> str:
        return given or snake_case(class_name)

    def closure_table(self, name: str) -> str:
        return f"{name}_closure"

    def column(self, name: str, given: str | None, prefixes: Sequence[str]) -> str:
        name = given or name
        return camel_case("_".join(prefixes)) + title_case(name) if prefixes else name

    def join_column(self, relation: str, referenced: str) -> str:
        return camel_case(f"{relation}_{referenced}")

    def join_table(self, first: str, second: str, property_path: str, inverse: str = "") -> str:  # noqa: ARG002
        return snake_case(f"{first}_{property_path.replace('.', '_')}_{second}")

    def join_table_column(self, table: str, name: str, column: str | None) -> str:
        return camel_case(f"{table}_{column or name}")

    def inverse_join_table_column(self, table: str, name: str, column: str | None) -> str:
        return self.join_table_column(table, name, column)

    def prefixed(self, prefix: str, table: str) -> str:
        return prefix + table

    # --- keys --------------------------------------------------------------------------------------------------------

    def primary_key(self, table: str, columns: Iterable[str]) -> str:
        return _hashed("PK_", table, sorted(columns), 27)

    def unique(self, table: str, columns: Iterable[str]) -> str:
        return _hashed("UQ_", table, sorted(columns), 27)

    def relation(self, table: str, columns: Iterable[str]) -> str:
        return _hashed("REL_", table, sorted(columns), 26)

    def foreign_key(self, table: str, columns: Iterable[str], to: str = "", referenced: Iterable[str] = ()) -> str:  # noqa: ARG002
        return _hashed("FK_", table, sorted(columns), 27)

    def index(self, table: str, columns: Iterable[str], where: str | None) -> str:
        return _hashed("IDX_", table, [*sorted(columns), *([where] if where else [])], 26)

    def check(self, table: str, expression: str, *, of_enum: bool = False) -> str:
        return _hashed("CHK_", table, [expression], 26) + ("_ENUM" if of_enum else "")

    def exclusion(self, table: str, expression: str) -> str:
        return _hashed("XCL_", table, [expression], 26)


class SnakeNamingStrategy(NamingStrategy):
    """That of the package typeorm-naming-strategies."""

    def column(self, name: str, given: str | None, prefixes: Sequence[str]) -> str:
        return snake_case("_".join([*prefixes, ""])) + (given or snake_case(name))

    def join_column(self, relation: str, referenced: str) -> str:
        return snake_case(f"{relation}_{referenced}")

    def join_table_column(self, table: str, name: str, column: str | None) -> str:
        return snake_case(f"{table}_{column or name}")
