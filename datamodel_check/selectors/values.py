"""What values in prose ought to be: `count tables`, `list enum:status`, `default table:user.referral_limit`."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from datamodel_check.model.document import Document, Problem, Value
from datamodel_check.model.facts import Fact, FactKind, Statement
from datamodel_check.model.schema import Column
from datamodel_check.selectors.selector import UnknownSelectorError, instead, parse, words
from datamodel_check.views.closest import did_you_mean

PLURALS: Mapping[str, FactKind] = {
    "tables": "table",
    "enums": "enum",
    "routes": "route",
    "services": "service",
    "stores": "store",
    "types": "type",
    "migrations": "migration",
}
"""Words for all facts of a kind. Parts (columns, operations) are not counted among them."""

COLUMNS = "columns"
"""Asks for the columns of the tables that are named: `list columns table:user`."""

ASKED = ("count", "list", "default", "type", "nullable")


def statements(document: Document, facts: Sequence[Fact]) -> tuple[Statement, ...]:
    """One for each value of the document, in its order."""
    return tuple(_statement(value, document.content, facts) for value in document.values)


def _statement(value: Value, content: bytes, facts: Sequence[Fact]) -> Statement:
    written = content[value.body.start : value.body.end].decode("utf-8", "replace")
    try:
        names, is_list = _asked(list(words(value.arguments)), facts)
    except UnknownSelectorError as error:
        return Statement(value, written, problem=Problem("unknown", error.message, value.opening, error.hint))
    return Statement(value, written, names, is_list)


def _asked(told: Sequence[str], facts: Sequence[Fact]) -> tuple[tuple[str, ...], bool]:
    """What ought to be written, and whether it is a list. Raises `UnknownSelectorError`."""
    what, *subjects = told or [""]
    if what not in ASKED:
        hint = did_you_mean(what, ASKED) or f"Write one of {', '.join(ASKED)}."
        raise UnknownSelectorError(f"`datamodel:value` cannot tell `{what}`", hint)
    if not subjects:
        raise UnknownSelectorError(f"`{what}` of what?", "Name facts, as in `count tables` or `list enum:status`.")
    if what in {"count", "list"}:
        names = tuple(dict.fromkeys(_named(subjects, facts)))
        return (names, True) if what == "list" else ((str(len(names)),), False)
    return (_of_column(what, subjects[0], facts),), False


def _named(subjects: Sequence[str], facts: Sequence[Fact]) -> Iterator[str]:
    """The names of facts: all of a kind, those that selectors choose, the columns of tables, the values of enums."""
    for subject in subjects:
        if subject in PLURALS:
            yield from (fact.name for fact in facts if fact.kind == PLURALS[subject] and fact.owner is None)
        elif subject != COLUMNS:
            chosen = _chosen(subject, facts)
            whole = [fact for fact in chosen if fact.owner is None] or chosen
            if COLUMNS in subjects:
                yield from (fact.name.rpartition(".")[2] for fact in chosen if fact.owner is not None)
            elif whole[0].kind == "enum":
                yield from (value for fact in whole for value in _texts(fact.value))
            else:
                yield from (fact.name for fact in whole)


def _chosen(subject: str, facts: Sequence[Fact]) -> list[Fact]:
    selector = parse(subject)
    chosen = [fact for fact in facts if selector.chooses(fact)]
    if not chosen:
        raise UnknownSelectorError(f"nothing matches `{subject}`", instead(selector, facts))
    return chosen


def _texts(value: object) -> Iterable[str]:
    for one in value if isinstance(value, tuple) else ():
        yield from [one] if isinstance(one, str) else _texts(one)


def _of_column(what: str, subject: str, facts: Sequence[Fact]) -> str:
    column = _chosen(subject, facts)[0].value
    if not isinstance(column, Column):
        raise UnknownSelectorError(f"`{subject}` is no column", "Name one, as in `default table:user.referral_limit`.")
    if what == "nullable":
        return "yes" if column.nullable else "no"
    return column.type if what == "type" else bare(column.default)


def bare(default: str | None) -> str:
    """A default as people write it: `5`, `free`, `now()`; `none` where there is none."""
    if default is None:
        return "none"
    text = re.sub(r"::[\w .\[\]()\"]+$", "", default)
    quoted = re.fullmatch(r"'((?:[^']|'')*)'", text)
    return quoted[1].replace("''", "'") if quoted else text
