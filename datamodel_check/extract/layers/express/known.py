"""What of packages is an application or a router of Express."""

from datamodel_check.extract.symbols import callee, symbol
from datamodel_check.model.values import Application, Value

METHODS = frozenset(
    {
        *("acl", "bind", "checkout", "connect", "copy", "delete", "get", "head", "link", "lock", "m-search", "merge"),
        *("mkactivity", "mkcalendar", "mkcol", "move", "notify", "options", "patch", "post", "propfind", "proppatch"),
        *("purge", "put", "query", "rebind", "report", "search", "source", "subscribe", "trace", "unbind", "unlink"),
        *("unlock", "unsubscribe", "del", "all"),
    }
)
"""Those of `http.METHODS`, in small letters: source express/lib/router/index.js. `del` is Express 3's."""

SETTERS = frozenset({"disable", "enable", "engine", "param", "set", "use"})
"""Methods other than those above that return what they are called on."""

_APPLICATIONS = {("express", ()), ("express", ("default",)), ("express", ("application",)), ("express", ("express",))}
_ROUTERS = {
    *(("express", ("Router",)), ("express", ("default", "Router")), ("express", ("IRouter",)), ("router", ())),
    *(("express-promise-router", ("default",)), ("express-promise-router", ()), ("router", ("default",))),
}
_TYPES = {("express", (name,)) for name in ("Application", "Express", "Router", "IRouter", "IExpress")} | {
    ("express", ("default", name)) for name in ("Application", "Express", "Router", "IRouter")
}
_GIVEN_BACK = {("@awaitjs/express", ("addAsync",)), ("express-async-handler", ("addAsync",))}

PACKAGES = frozenset(package for package, _ in _APPLICATIONS | _ROUTERS | _GIVEN_BACK)


def makes_application(value: Value) -> bool:
    """Whether a value is `express()`."""
    made = callee(value)
    return made is not None and not _is_new(value) and (made.package, made.path) in _APPLICATIONS


def makes_router(value: Value) -> bool:
    """Whether a value is `Router()`, with or without `new`."""
    made = callee(value)
    return made is not None and (made.package, made.path) in _ROUTERS


def is_of_type(value: Value) -> bool:
    """Whether a value is what an annotation such as `app: Express` stands for."""
    made = symbol(value.callee) if isinstance(value, Application) and value.new else None
    return made is not None and (made.package, made.path) in _TYPES | _APPLICATIONS


def given_back(value: Value) -> Value | None:
    """The application or router that a function of a package returns as it came: `addAsync(express())`."""
    made = callee(value)
    if made is None or not isinstance(value, Application) or not value.arguments:
        return None
    return value.arguments[0] if (made.package, made.path) in _GIVEN_BACK else None


def _is_new(value: Value) -> bool:
    return isinstance(value, Application) and value.new
