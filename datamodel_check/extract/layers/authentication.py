"""Which functions on the way to a handler tell by whom a route is called, or refuse whom they do not know.

Handlers of Express and Next.js are functions, and so is what guards them. NestJS has classes for that.
"""

import re
from collections.abc import Collection, Iterator

from datamodel_check.extract.layers.reach.functions import identity
from datamodel_check.extract.symbols import callee, symbol
from datamodel_check.model.module import Call, Expression, Function, Literal, Member, Name, Object, Property, Subscript
from datamodel_check.model.program import Program
from datamodel_check.model.values import Access, Closure, Value
from datamodel_check.model.walking import walk

_PACKAGES = {
    "@auth/express": {"getSession"},
    "@clerk/clerk-sdk-node": {"ClerkExpressRequireAuth", "ClerkExpressWithAuth"},
    "@auth0/nextjs-auth0": {"getSession", "withApiAuthRequired", "withPageAuthRequired"},
    "@clerk/express": {"getAuth", "requireAuth"},
    "@clerk/nextjs": {"auth", "auth.protect", "authMiddleware", "currentUser", "getAuth"},
    "@clerk/nextjs/server": {"auth", "auth.protect", "clerkMiddleware", "currentUser", "getAuth"},
    "@okta/jwt-verifier": {"verifyAccessToken"},
    "basic-auth": {"default", ""},
    "connect-ensure-login": {"ensureLoggedIn"},
    "express-basic-auth": {"default", ""},
    "express-jwt": {"default", "expressjwt", "jwt", ""},
    "express-oauth2-jwt-bearer": {"auth", "claimCheck", "claimEquals", "claimIncludes", "requiredScopes"},
    "express-openid-connect": {"claimCheck", "claimEquals", "claimIncludes", "requiresAuth"},
    "iron-session": {"getIronSession"},
    "jose": {"jwtVerify"},
    "jsonwebtoken": {"default.verify", "verify"},
    "next-auth": {"getServerSession", "unstable_getServerSession"},
    "next-auth/jwt": {"getToken"},
    "next-auth/middleware": {"default", "withAuth"},
    "next-auth/next": {"getServerSession", "unstable_getServerSession"},
    "next-auth/react": {"getSession"},
    "passport": {"authenticate", "default.authenticate"},
    "supertokens-node/recipe/session/framework/express": {"verifySession"},
}

_MADE = {
    "better-auth": {"api.getSession"},
    "next-auth": {"auth"},
    "stripe": {"webhooks.constructEvent", "webhooks.constructEventAsync"},
    "svix": {"verify"},
}
"""By the package whose function makes an object: its methods that tell who calls, or whose signature it is."""

_SHAPES = frozenset(
    {
        *("api.getSession", "auth.getSession", "auth.getUser", "auth.protect", "auth.verifyIdToken"),
        *("webhooks.constructEvent", "webhooks.constructEventAsync"),
    }
)
"""Members that only such objects have, also where nobody can tell what made them."""

_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")

_ALONE = frozenset(
    {
        *("acl", "auth", "authenticate", "authenticated", "authenticator", "authentication", "authorisation"),
        *("authorise", "authorised", "authorization", "authorize", "authorized", "guard", "jwt", "permission"),
        *("permissions", "permit", "protect", "protected"),
    }
)
"""Words that only names of guards have, but for those with one of `_NEVER` too."""

_ASKING = frozenset({"allow", "assert", "check", "ensure", "has", "is", "need", "needs", "only", "require", "requires"})
_ASKING |= {"required", "restrict", "validate", "verify", "with"}
_ASKED = frozenset(
    {"admin", "apikey", "key", "logged", "login", "member", "owner", "role", "roles", "scope", "session"}
)
_ASKED |= {"signature", "signed", "token", "user", "deny", "all"}

_NEVER = frozenset(
    {
        *(
            "challenge",
            "challenges",
            "controller",
            "cookie",
            "error",
            "errors",
            "init",
            "initialize",
            "limit",
            "limiter",
        ),
        *("log", "logger", "middlewares", "rate", "router", "routes", "schema", "service", "setup", "unauthorized"),
        *("update", "validation", "validator", "validators"),
    }
)

_REFUSED = frozenset({401, 403})
_REFUSALS = re.compile(r"(?:^|[^A-Za-z])(?:UNAUTHORI[SZ]ED|FORBIDDEN)|Unauthori[sz]ed|Forbidden|Unauthenticated")
_ANSWERS = frozenset({"code", "sendStatus", "status", "writeHead"})

_REFUSAL = "401"
_READ = "header"
_HEADER = "Authorization header"
_SIGNS = frozenset({_REFUSAL, _READ, _HEADER})
"""What is no name: that some are refused, that the header with credentials is read, and both."""

_DEEPEST = 5
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
        if symbol(function) is not None or callee(function) is not None:
            return name or _written(function) if _is_known(function) else None
        if isinstance(function, Closure):
            found = self._inside(function, 0)
            if found not in (None, _READ) and (not last or found != _REFUSAL):
                return found if last or not name else name
        return name if not last and reads_like_guard(name) else None

    def _inside(self, function: Closure, depth: int) -> str | None:
        """What a function calls to know who it is that calls."""
        key = (identity(function), function.function.part, depth)
        if key not in self._found:
            self._found[key] = None
            self._found[key] = _best(dict.fromkeys(self._parts(function, depth)))
        return self._found[key]

    def _parts(self, function: Closure, depth: int) -> Iterator[str]:
        for step in self._program.steps(function, sketched=True):
            for part in walk(step.expression):
                if _reads_header(part):
                    yield _READ
                if isinstance(part, Call):
                    yield from self._call(part, self._program.sketch(part.callee, step.scope), depth)
                elif isinstance(part, Function) and depth < _DEEPEST:
                    inner = self._program.sketch(part, step.scope)
                    found = self._inside(inner, depth + 1) if isinstance(inner, Closure) else None
                    if found is not None:
                        yield found

    def _call(self, call: Call, called: Value, depth: int) -> Iterator[str]:
        if isinstance(call.callee, Member) and call.callee.name == "isAuthenticated":
            yield "isAuthenticated"
        elif (shape := _shape(call.callee)) is not None:
            yield shape
        elif (made := _made(called)) is not None:
            yield made
        elif _is_known(called):
            yield _written(called)
        elif _refuses(call):
            yield _REFUSAL
        elif isinstance(called, Closure) and depth < _DEEPEST:
            found = self._inside(called, depth + 1)
            name = _called(call)
            if (found is None or found in _SIGNS) and asks_who_calls(name):
                yield name
            elif found is not None:
                yield found


def reads_like_guard(name: str) -> bool:
    """Whether a name says that a function lets only some pass: `requireAuth`, `isAdmin`, `security.isAuthorized`."""
    holder, _, last = name.rpartition(".")
    words = [word.lower() for word in _WORDS.findall(last)]
    if _NEVER & set(words):
        return False
    if _ALONE & set(words) or holder.rpartition(".")[2].lower() in {"auth", "guard", "jwt"}:
        return True
    return bool(_ASKING & set(words) and _ASKED & set(words)) or words[:1] == ["deny"]


def asks_who_calls(name: str) -> bool:
    """Whether a name says that a function, which a handler calls, finds out who calls: `checkAuth`, `requireUser`."""
    words = [word.lower() for word in _WORDS.findall(name)]
    if not words or _NEVER & set(words):
        return False
    if words[0] == "validate" and words[-1] == "user":
        return False  # it is a form that is validated
    asked = words[-1] in _ALONE | _ASKED or words[-2:] == ["logged", "in"]
    return words[0] in _FINDING_OUT or (words[0] in _ASKING_FIRST and asked)


_ASKING_FIRST = frozenset({"assert", "check", "ensure", "require", "validate", "verify"})
_FINDING_OUT = frozenset({"authenticate", "authorise", "authorize", "protect"})


def _best(found: Collection[str]) -> str | None:
    """The first name; a header that is read where callers are refused is as good."""
    named = next((one for one in found if one not in _SIGNS), None)
    if named is not None or not found:
        return named
    return _HEADER if _HEADER in found or {_READ, _REFUSAL} <= set(found) else next(iter(found))


def _reads_header(part: Expression) -> bool:
    """`request.headers.authorization`, `request.headers.get('Authorization')`, `req.header('authorization')`."""
    match part:
        case Member(name="authorization", object=Member(name="headers") | Name(id="headers")):
            return True
        case Subscript(object=Member(name="headers") | Name(id="headers"), keys=(Literal(value=str(key)),)):
            return key.lower() == "authorization"
        case Call(callee=Member(name="get" | "header"), arguments=(Literal(value=str(key)),)):
            return key.lower() == "authorization"
        case _:
            return False


def _called(call: Call) -> str:
    """The last name of what is called."""
    target = call.callee
    return target.name if isinstance(target, Member) else target.id if isinstance(target, Name) else ""


def _refuses(call: Call) -> bool:
    """`response.status(401)`, `Response.json({}, { status: 401 })`, `new ApiError(httpStatus.UNAUTHORIZED)`."""
    name = _called(call)
    if any(_is_refused(one) for one in call.arguments):
        return True
    first = call.arguments[0] if call.arguments else None
    if name in _ANSWERS and isinstance(first, Literal):
        return first.value in _REFUSED
    if call.new and _REFUSALS.search(name):
        return True
    return (name in _ANSWERS or call.new) and any(
        isinstance(one, Member) and _REFUSALS.search(one.name) is not None for one in call.arguments
    )


def _is_refused(options: object) -> bool:
    """`{ status: 401 }`."""
    return isinstance(options, Object) and any(
        isinstance(one, Property) and one.key == "status" and getattr(one.value, "value", None) in _REFUSED
        for one in options.entries
    )


def _shape(written: object) -> str | None:
    """`auth.getUser` of `supabase.auth.getUser()`."""
    if isinstance(written, Member) and isinstance(written.object, Member):
        shape = f"{written.object.name}.{written.name}"
        return shape if shape in _SHAPES else None
    return None


def _made(value: Value) -> str | None:
    """`auth` of `export const { auth } = NextAuth(…)`."""
    path: list[str] = []
    while isinstance(value, Access):
        path.insert(0, value.name)
        value = value.object
    made = callee(value) if path else None
    name = ".".join(path)
    return name if made is not None and name in _MADE.get(made.package, ()) else None


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
