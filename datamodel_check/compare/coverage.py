"""Facts of which no document speaks."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from datamodel_check import rules
from datamodel_check.model.coverage import COUNTED, Coverage
from datamodel_check.model.facts import Fact, FactKind
from datamodel_check.model.finding import Finding
from datamodel_check.model.location import NOWHERE, Location

_CURES: Mapping[FactKind, str] = {
    "table": "Write `<!-- datamodel:begin table {name} -->` into a document",
    "enum": "Write `<!-- datamodel:begin enums -->` into a document",
    "route": "Write `<!-- datamodel:begin routes -->` into a document",
    "service": "Write `<!-- datamodel:begin services -->` into a document",
    "store": "Write `<!-- datamodel:begin state -->` into a document",
}


def coverage(
    facts: Iterable[Fact], documented: Collection[tuple[FactKind, str]], reviewed: Collection[str]
) -> tuple[Coverage, ...]:
    """For each kind of facts what generated sections show, or reviewed ones depend on by its key."""
    whole = [fact for fact in facts if fact.owner is None]
    return tuple(_of(kind, [fact for fact in whole if fact.kind == kind], documented, reviewed) for kind in COUNTED)


def _of(
    kind: FactKind, facts: list[Fact], documented: Collection[tuple[FactKind, str]], reviewed: Collection[str]
) -> Coverage:
    def is_documented(fact: Fact) -> bool:
        names = {fact.name, fact.name.rpartition("#")[2], fact.name.partition("#")[0]}
        return fact.key in reviewed or any((kind, name) in documented for name in names)

    return Coverage(kind, len(facts), tuple(fact for fact in facts if not is_documented(fact)))


def of_coverage(found: Iterable[Coverage], wanted: Mapping[str, int], known: Collection[str] = ()) -> Iterator[Finding]:
    """A finding for each undocumented fact of a kind of which less is covered than wanted, in percent.

    Facts whose keys are `known` need not be documented: they were there before.
    """
    for one in found:
        goal = wanted.get(one.kind)
        if goal is not None and one.percent < goal:
            yield from (_finding(one, fact, goal) for fact in one.undocumented if fact.key not in known)


def _finding(of: Coverage, fact: Fact, goal: int) -> Finding:
    figures = f"{of.documented} of {of.total} are documented"
    wanted = "all are wanted" if goal == 100 else f"{goal} % are wanted"
    message = f"no section speaks of the {of.kind} `{fact.name}` ({figures}, {wanted})"
    cure = f"{_CURES[of.kind].format(name=fact.name)}, or review prose about `{fact.kind}:{fact.name}`."
    return Finding("DM201", rules.RULES["DM201"].severity, fact.location or Location("", NOWHERE), message, cure=cure)
