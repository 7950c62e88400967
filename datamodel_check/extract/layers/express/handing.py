"""Which functions hand a request on to the next one: https://expressjs.com/en/guide/using-middleware.html."""

from datamodel_check.extract.layers.express.syntax import calls_within
from datamodel_check.extract.layers.reach.functions import Identity, identity
from datamodel_check.model.module import Call, Member, Name
from datamodel_check.model.program import Program
from datamodel_check.model.values import Closure, Value

_MIDDLEWARE = 3
"""`(request, response, next)`; one parameter more is for errors."""

_DEEPEST = 3
"""Calls that are followed."""


class Handing:
    """Answers for one program."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._found: dict[tuple[Identity, int], bool] = {}

    def on(self, function: Value) -> bool:
        """Whether a function may hand a request on; what is not of the repository may."""
        if not isinstance(function, Closure):
            return True
        parameters = function.function.parameters
        if any(parameter.rest for parameter in parameters):
            return True
        return len(parameters) == _MIDDLEWARE and self._may(function, _MIDDLEWARE - 1, 0)

    def _may(self, function: Closure, position: int, depth: int) -> bool:
        """Whether a function calls the one that it is given at a position."""
        parameters = function.function.parameters
        if position >= len(parameters):
            return any(parameter.rest for parameter in parameters)
        key = (identity(function), position)
        if key not in self._found:
            self._found[key] = True
            name = parameters[position].name
            self._found[key] = any(self._calls(call, name, function, depth) for call in calls_within(function.function))
        return self._found[key]

    def _calls(self, call: Call, name: str, function: Closure, depth: int) -> bool:
        """Whether a call is `next()`, or gives `next` to what may call it so."""
        if _is(call.callee, name):
            return not call.arguments
        position = next((at for at, one in enumerate(call.arguments) if _is(one, name)), None)
        if position is None or _is_catch(call):
            return False
        callee = self._program.sketch(call.callee, function.scope)
        if isinstance(callee, Closure) and depth < _DEEPEST:
            return self._may(callee, position, depth + 1)
        return True


def _is(expression: object, name: str) -> bool:
    return isinstance(expression, Name) and expression.id == name


def _is_catch(call: Call) -> bool:
    """`.catch(next)` hands errors on."""
    return isinstance(call.callee, Member) and call.callee.name == "catch"
