"""Which functions refuse callers that they do not know: they raise what becomes 401 or 403."""

import re
from typing import Any

from datamodel_check.extract.layers.reach.functions import identity
from datamodel_check.model.module import Call, Keyword, Literal, Member, Name
from datamodel_check.model.program import Program
from datamodel_check.model.values import Closure
from datamodel_check.model.walking import calls

_REFUSED = frozenset({401, 403})

_STATUS = re.compile(r"(?:^|_)(?:401|403|UNAUTHORIZED|FORBIDDEN)(?:_|$)")

_ERRORS = re.compile(r"Unauthori[sz]ed|Forbidden|Unauthenticated|NotAuthenticated|PermissionDenied|InvalidCredentials")

_DEEPEST = 3
"""Calls that are followed."""


class Refusing:
    """Answers for one program."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._known: dict[object, bool] = {}

    def refuses(self, function: Closure, depth: int = 0) -> bool:
        """Whether a function, or one that it calls, refuses callers."""
        key = (identity(function), depth)
        if key not in self._known:
            self._known[key] = False
            self._known[key] = self._found(function, depth)
        return self._known[key]

    def _found(self, function: Closure, depth: int) -> bool:
        for step in self._program.steps(function, sketched=True):
            for call in calls(step.expression):
                if _refuses(call):
                    return True
                called = self._program.sketch(call.callee, step.scope) if depth < _DEEPEST else None
                if isinstance(called, Closure) and self.refuses(called, depth + 1):
                    return True
        return False


def _refuses(call: Call) -> bool:
    """`HTTPException(status_code=403)`, `HTTPException(status.HTTP_401_UNAUTHORIZED)`, `ForbiddenError()`."""
    callee = call.callee
    name = callee.name if isinstance(callee, Member) else callee.id if isinstance(callee, Name) else ""
    if _ERRORS.search(name):
        return True
    raises = name.endswith(("Exception", "Error"))
    return raises and any(map(_is_status, call.arguments))


def _is_status(argument: Any) -> bool:
    if isinstance(argument, Keyword):
        return "status" in argument.name and _is_status(argument.value)
    if isinstance(argument, Literal):
        return argument.value in _REFUSED
    name = argument.name if isinstance(argument, Member) else argument.id if isinstance(argument, Name) else ""
    return _STATUS.search(name) is not None
