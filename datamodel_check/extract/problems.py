"""Syntax errors of the files that facts come from: something may be missing there."""

from collections.abc import Iterable, Iterator, Sequence

from datamodel_check.model.location import Location
from datamodel_check.model.module import NOT_UTF8, SyntaxProblem
from datamodel_check.model.program import Program
from datamodel_check.model.snapshot import Diagnostic

_MOST = 10
"""Errors of one file that are told: more are mostly the consequence of the first."""


def of_modules(program: Program, paths: Iterable[str]) -> Iterator[Diagnostic]:
    """What to say of the modules that could not be read as a whole, in the order of their paths."""
    for path in sorted(paths):
        module = program.module(path)
        if module is not None:
            yield from of_file(path, module.problems)


def of_file(path: str, problems: Sequence[SyntaxProblem]) -> Iterator[Diagnostic]:
    """What to say of the places of a file that could not be read.

    Of a file in another encoding only that: whatever else is wrong with it comes from there.
    """
    foreign = [problem for problem in problems if problem.message == NOT_UTF8]
    for problem in foreign[:1] or problems[:_MOST]:
        cure = "Save the file as UTF-8" if foreign else "Correct the syntax"
        hint = f"{cure}; what stands there is missing from the facts."
        yield Diagnostic("unreadable", Location(path, problem.span), problem.message, hint)
