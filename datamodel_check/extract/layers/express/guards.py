"""Which functions on the way to a handler tell by whom a route is called, or refuse whom they do not know."""

import re
from collections.abc import Iterator

from datamodel_check.extract.layers.reach.functions import identity
from datamodel_check.extract.symbols import callee, symbol
from datamodel_check.model.module import Call, Member
from datamodel_check.model.program import Program
from datamodel_check.model.values import Access, Application, Closure, Value
from datamodel_check.model.walking import calls

_PACKAGES = {
    "@auth/express": {"getSession"},
    "@clerk/clerk-sdk-node": {"ClerkExpressRequireAuth", "ClerkExpressWithAuth"},
    "@clerk/express": {"getAuth", "requireAuth"},
    "@okta/jwt-verifier": {"verifyAccessToken"},
    "basic-auth": {"default", ""},
    "connect-ensure-login": {"ensureLoggedIn"},
    "express-basic-auth": {"default", ""},
    "express-jwt": {"default", "expressjwt", "jwt", ""},
    "express-oauth2-jwt-bearer": {"auth", "claimCheck", "claimEquals", "claimIncludes", "requiredScopes"},
    "express-openid-connect": {"claimCheck", "claimEquals", "claimIncludes", "requiresAuth"},
    "jose": {"jwtVerify"},
    "jsonwebtoken": {"default.verify", "verify"},
    "next-auth": {"getServerSession"},
    "next-auth/next": {"getServerSession"},
    "passport": {"authenticate", "default.authenticate"},
    "supertokens-node/recipe/session/framework/express": {"verifySession"},
}

_NAME = re.compile(
    r"auth(?!ors?$)|log(?:ged|in)_?in|protect|verify_?(?:token|jwt|user|session|key)|check_?(?:token|jwt|user|session|key)"
    r"|(?:require|ensure|check|has|is|validate|verify)_?(?:user|admin|login|role|permission|session|owner|api_?key|token)"
    r"|api_?key|permission|jwt|guard|^acl",
    re.IGNORECASE,
)
"""Names of middleware that lets only some pass."""

_NOT = re.compile(r"unauth|initialize|rate_?limit|error|router?s?$", re.IGNORECASE)

_DEEPEST = 3
"""Calls that are followed."""


class Guards:
    """Answers for one program."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._found: dict[object, str | None] = {}

    def evidence(self, function: Value, name: str, *, last: bool) -> str | None:
        """By what a function knows its caller: its own name, or that of what it calls; None where it does not.

        A handler, the `last` one, is no guard because of its name.
        """
        if isinstance(function, Application | Access) and _is_known(function):
            return name or _written(function)
        if isinstance(function, Closure):
            found = self._inside(function, 0)
            if found is not None:
                return found if last or not name else name
        return name if not last and _NAME.search(name) and not _NOT.search(name) else None

    def _inside(self, function: Closure, depth: int) -> str | None:
        """What a function calls to know who it is that calls."""
        key = identity(function)
        if key not in self._found:
            self._found[key] = None
            self._found[key] = next(self._calls(function, depth), None)
        return self._found[key]

    def _calls(self, function: Closure, depth: int) -> Iterator[str]:
        for step in self._program.steps(function, sketched=True):
            for call in calls(step.expression):
                yield from self._call(call, self._program.sketch(call.callee, step.scope), depth)

    def _call(self, call: Call, called: Value, depth: int) -> Iterator[str]:
        if isinstance(call.callee, Member) and call.callee.name == "isAuthenticated":
            yield "isAuthenticated"
        elif _is_known(called):
            yield _written(called)
        elif isinstance(called, Closure) and depth < _DEEPEST:
            found = self._inside(called, depth + 1)
            if found is not None:
                yield found


def _is_known(value: Value) -> bool:
    made = callee(value) or symbol(value)
    return made is not None and made.name in _PACKAGES.get(made.package, ())


def _written(value: Value) -> str:
    """`passport.authenticate`, `expressjwt`."""
    made = callee(value) or symbol(value)
    assert made is not None
    path = [part for part in made.path if part != "default"]
    return (
        ".".join((made.package, *path))
        if made.package in {"jsonwebtoken", "passport"}
        else ".".join(path) or made.package
    )
