"""Modules that never name a library, and use it all the same through functions and classes of the repository."""

import re
from collections.abc import Callable, Iterable, Sequence

from datamodel_check.extract.decoys import decoy
from datamodel_check.extract.layers.importers import Importers
from datamodel_check.extract.layers.naming import SCRIPTS
from datamodel_check.extract.layers.state.made import result
from datamodel_check.extract.protocol import Settings
from datamodel_check.model.location import NOWHERE, Location
from datamodel_check.model.program import Program
from datamodel_check.model.values import Access, Application, ClassValue, Closure, External, Value

Makes = Callable[[Value], bool]
"""Whether a call, or a class, is one of those that a library has a part in."""


def own_and_borrowers(
    program: Program, candidates: Sequence[str], settings: Settings, makes: Makes, words: Iterable[str]
) -> list[str]:
    """The application's own files among the candidates, then the modules that import from these what makes something.

    `words` are the library's names for what makes something: functions that say none of them are not looked into.
    """
    own = [path for path in candidates if decoy(path, settings) is None]
    lent = {path: names for path in own if (names := _lent(program, path, makes, words))}
    if not lent:
        return own
    importers = Importers(program, (path for path in program.tree.paths if path.endswith(SCRIPTS)))
    found, lenders = dict.fromkeys(own), list(lent)
    while lenders:
        names = lent[lender := lenders.pop()]
        for path in sorted(importers.of(lender)):
            if path not in found and decoy(path, settings) is None:
                found[path] = None
                more = _lent(program, path, makes, {*words, *names})
                lent |= {path: more} if more else {}
                lenders += [path] if more else []
    return list(found)


def _lent(program: Program, path: str, makes: Makes, words: Iterable[str]) -> tuple[str, ...]:
    """The names under which a module exports functions and classes of the library, or what comes to the same."""
    spoken = re.compile(rb"\b(?:%s)\b" % "|".join(sorted(words)).encode())
    return tuple(one.name for one in program.exports(path) if _is_maker(program, path, one.value, makes, spoken))


def _is_maker(program: Program, path: str, value: Value, makes: Makes, spoken: re.Pattern[bytes]) -> bool:
    match value:
        case External() | Access():
            return makes(Application(value, (), Location(path, NOWHERE)))
        case Closure(scope=scope, function=function):
            text = program.tree.read(scope.path)[function.span.start : function.span.end]
            return spoken.search(text) is not None and makes(result(program, value))
        case ClassValue():
            return makes(value)
        case _:
            return False
