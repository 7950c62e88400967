"""What of FastAPI and Starlette makes applications and routers, and declares routes on them."""

from datamodel_check.extract.symbols import symbol
from datamodel_check.model.program import Program
from datamodel_check.model.values import Access, Application, ClassValue, External, Value

APPLICATIONS = frozenset({"fastapi.FastAPI", "fastapi.applications.FastAPI"})
ROUTERS = frozenset({"fastapi.APIRouter", "fastapi.routing.APIRouter"})

VERBS = frozenset({"delete", "get", "head", "options", "patch", "post", "put", "trace"})
"""Decorators for one method: fastapi/routing.py, `APIRouter.get` and the others."""

ADDING = frozenset({"add_api_route", "add_route"})
"""Methods that are given path and endpoint."""

DECORATING = frozenset({"api_route", "route"})
"""Decorators for several methods; without `methods` for GET: fastapi/routing.py, `APIRoute.__init__`."""


def dotted(value: Value) -> str:
    """`fastapi.APIRouter`; empty for what is nothing of a package."""
    known = symbol(value)
    return ".".join((known.package, *known.path)) if known else ""


def kind(program: Program, value: Value) -> str | None:
    """Whether a call makes an `application` or a `router`, also of a class that extends theirs."""
    if not isinstance(value, Application):
        return None
    made = value.callee
    names = {dotted(one) for one in program.mro(made)} if isinstance(made, ClassValue) else {dotted(made)}
    if names & APPLICATIONS:
        return "application"
    return "router" if names & ROUTERS else None


def is_dependency(value: Value) -> bool:
    """Whether a value is a call of `Depends` or `Security`."""
    if not isinstance(value, Application) or not isinstance(value.callee, External | Access):
        return False
    name = dotted(value.callee)
    return name.startswith("fastapi.") and name.rpartition(".")[2] in {"Depends", "Security"}
