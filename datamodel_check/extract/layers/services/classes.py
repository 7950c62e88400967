"""What a class is: whose it is by its decorators, and by what it extends."""

from datamodel_check.extract.symbols import callee, symbol
from datamodel_check.model.program import Program
from datamodel_check.model.values import ClassValue, Value

_SERVER = "@nestjs/common"
OTHERS = frozenset({"@angular/core"})


def is_framed(base: Value) -> bool:
    """Whether a framework makes the instances of a class and calls its methods: models, views, serializers, forms."""
    made = symbol(base)
    if made is None:
        return False
    if made.package == "django":
        return made.path[:1] not in {("db",), ("utils",)} or made.path[-1] == "Model"
    return made.package in _FRAMES


_FRAMES = frozenset(
    {"rest_framework", "django_filters", "graphene", "graphene_django", "pydantic", "strawberry", "wtforms"}
)


def decorator_of(program: Program, decorator: object, value: ClassValue) -> str | None:
    """The package that a decorator comes from."""
    found = program.evaluate(decorator, value.scope)  # type: ignore[arg-type]
    made = callee(found) or symbol(found)
    return None if made is None else made.package


def is_controller(program: Program, decorator: object, value: ClassValue) -> bool:
    """Whether a decorator is `@Controller()`."""
    made = callee(program.evaluate(decorator, value.scope))  # type: ignore[arg-type]
    return made is not None and made.package == _SERVER and made.name == "Controller"
