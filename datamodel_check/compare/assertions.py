"""What reviewed prose asserts of columns in so many words, against the facts."""

import re
from collections.abc import Iterator, Sequence

from datamodel_check import rules
from datamodel_check.manifest.assertions import Assertion, assertions
from datamodel_check.manifest.prose import sentences
from datamodel_check.model.document import Document
from datamodel_check.model.facts import Fact, Review
from datamodel_check.model.finding import Finding
from datamodel_check.model.location import Location
from datamodel_check.model.schema import Column, Table
from datamodel_check.selectors.values import bare


def of_assertions(document: Document, review: Review, facts: Sequence[Fact]) -> Iterator[Finding]:
    """The assertions of a reviewed section that are wrong; `facts` are all that there are.

    Only those count that are about one column for certain: of the facts that the section depends on.
    """
    for one in assertions(sentences(document, review.section.body)):
        fact = _meant(one.name, review.chosen)
        if fact is not None and isinstance(fact.value, Column):
            truth = _truth(one, fact, fact.value, facts)
            if truth is not None:
                yield _finding(document, review, one, fact, truth)


def _meant(name: str, chosen: Sequence[Fact]) -> Fact | None:
    found = [fact for fact in chosen if fact.owner is not None and name in {fact.name, fact.name.rpartition(".")[2]}]
    return found[0] if len(found) == 1 else None


def _finding(document: Document, review: Review, one: Assertion, fact: Fact, truth: str) -> Finding:
    location = Location(document.path, one.sentence.span)
    said = ", ".join(one.value)
    words = f"the {one.aspect} {said}" if one.aspect in {"default", "values"} else _spoken(one.aspect, said)
    message = f"the prose says of `{fact.name}`: {words}; the code says {truth}"
    related = (fact.location,) if fact.location else ()
    cure = "Write what is true, or mend the code."
    severity = rules.RULES["DM107"].severity
    return Finding("DM107", severity, location, message, review.section.title, cure=cure, related=related)


def _spoken(aspect: str, said: str) -> str:
    if aspect == "references":
        return f"it references {said}"
    return aspect if said == "yes" else f"not {aspect}"


# --- what is true ----------------------------------------------------------------------------------------------------


def _truth(one: Assertion, fact: Fact, column: Column, facts: Sequence[Fact]) -> str | None:
    """What the code says instead; None where it says the same, or where nobody can tell."""
    match one.aspect:
        case "default":
            return None if column.client_default else _default(one.value[0], bare(column.default))
        case "nullable":
            return _answer(one, yes=column.nullable, words=("nullable", "not null"))
        case "unique":
            return _answer(one, yes=_is_unique(fact, column, facts), words=("unique", "not unique"))
        case "primary key":
            return _answer(one, yes=column.primary_key or _is_key(fact, facts), words=("primary key", "no primary key"))
        case "values":
            values = _values(column, facts)
            return ", ".join(values) if values and sorted(values) != sorted(one.value) else None
        case "references":
            return _reference(one.value[0], fact, facts)


_NOW = re.compile(r"(?i)(?:now|current_timestamp|getdate|sysdate)(?:\(\d*\))?|the current time")


def _default(said: str, known: str) -> str | None:
    """Defaults as texts. Of an expression nobody knows in which words people tell it; only the time now has few."""
    is_told = [_NOW.fullmatch(each) is not None for each in (said, known)]
    is_free = any("(" in each and not now for each, now in zip((said, known), is_told, strict=True))
    pair = {said.lower(), known.lower()}
    is_same = len(pair) == 1 or all(is_told) or pair in ({"null", "none"}, {"true", "1"}, {"false", "0"})
    if is_same or is_free:
        return None
    return f"the default {known}" if known != "none" else "it has no default"


def _answer(one: Assertion, *, yes: bool, words: tuple[str, str]) -> str | None:
    return None if (one.value[0] == "yes") == yes else words[0 if yes else 1]


def _is_unique(fact: Fact, column: Column, facts: Sequence[Fact]) -> bool:
    table = _table(fact, facts)
    name = fact.name.rpartition(".")[2]
    by_table = table is not None and (
        any(unique.columns == (name,) for unique in table.uniques)
        or table.primary_key == (name,)
        or any(index.unique and [each.text for each in index.columns] == [name] for index in table.indexes)
    )
    return column.unique or column.primary_key or by_table


def _is_key(fact: Fact, facts: Sequence[Fact]) -> bool:
    table = _table(fact, facts)
    return table is not None and fact.name.rpartition(".")[2] in table.primary_key


def _table(fact: Fact, facts: Sequence[Fact]) -> Table | None:
    found = (one.value for one in facts if one.kind == "table" and one.name == fact.owner)
    return next((value for value in found if isinstance(value, Table)), None)


def _values(column: Column, facts: Sequence[Fact]) -> tuple[str, ...]:
    if column.allowed_values:
        return column.allowed_values
    found = next((one.value for one in facts if one.kind == "enum" and one.name == column.enum), ())
    return tuple(value for value in found if isinstance(value, str)) if isinstance(found, tuple) else ()


def _reference(said: str, fact: Fact, facts: Sequence[Fact]) -> str | None:
    table = _table(fact, facts)
    name = fact.name.rpartition(".")[2]
    keys = [key for key in table.foreign_keys if key.columns == (name,)] if table else []
    if len(keys) != 1:
        return None if keys or table is None else "it references nothing"
    target = keys[0].table
    return None if said in {target, f"{target}.{keys[0].ref_columns[0]}"} else f"it references {target}"
