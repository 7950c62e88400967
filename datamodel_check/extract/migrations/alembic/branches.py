"""Which parts of a revision run: those under conditions run perhaps, those for another database do not."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from datamodel_check.model.location import Span
from datamodel_check.model.module import Binding, Block, Expression, Function, If, Statement
from datamodel_check.model.program import Program
from datamodel_check.model.sql import SqlDialect

_ASKED = re.compile(r"""dialect\.name(?P<sign>==|!=| == | != )['"](?P<name>\w+)['"]""")


class _Part(NamedTuple):
    """A stretch of code that runs where a test comes out `wanted`."""

    span: Span
    test: Expression
    wanted: bool


class Branches:
    """The conditions of one module."""

    def __init__(self, program: Program, path: str, dialect: SqlDialect) -> None:
        self._program = program
        self._path = path
        self._dialect = dialect
        module = program.module(path)
        self._parts = tuple(_parts(module.statements)) if module is not None else ()
        self._known: dict[Span, bool | None] = {}

    def runs(self, span: Span) -> Literal["surely", "perhaps", "never"]:
        """Whether what stands there runs, as far as the conditions around it are known."""
        around = [part for part in self._parts if part.span.start <= span.start < part.span.end]
        truths = [(self._truth(part.test), part.wanted) for part in around]
        if any(truth is not None and truth != wanted for truth, wanted in truths):
            return "never"
        return "perhaps" if any(truth is None for truth, _ in truths) else "surely"

    def _truth(self, test: Expression) -> bool | None:
        """What a test of the database's name comes to; also in a function: `is_postgres()`."""
        if test.span not in self._known:
            value = self._program.evaluate(test, self._program.scope(self._path))
            asked = _ASKED.search(self._program.describe(value))
            same = asked is not None and asked["name"] == self._dialect
            self._known[test.span] = None if asked is None else same == (asked["sign"].strip() == "==")
        return self._known[test.span]


def _parts(statements: Sequence[Statement]) -> Iterator[_Part]:
    for statement in statements:
        match statement:
            case If(test=test, then=then, otherwise=otherwise):
                for branch, wanted in ((then, True), (otherwise, False)):
                    if branch:
                        start, end = branch[0].span, branch[-1].span
                        yield _Part(start._replace(end=end.end), test, wanted)
                    yield from _parts(branch)
            case Block(body=body):
                yield from _parts(body)
            case Binding(value=Function(body=body)):
                yield from _parts(body)
            case _:
                continue
