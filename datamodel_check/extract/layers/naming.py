"""Which files and classes are services by what they are called, and which can be none."""

import re
from typing import Literal, TypeAlias

from datamodel_check.model.module import Call, Function, Member

Kind: TypeAlias = Literal["module", "class", "repository", "controller"]

SCRIPTS = (".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs")

MODULES = (*SCRIPTS, ".py")

_KINDS: dict[str, Kind] = {
    "service": "class",
    "repository": "repository",
    "repo": "repository",
    "crud": "repository",
    "dao": "repository",
    "controller": "controller",
}

_FOLDERS: dict[str, Kind] = {
    "services": "module",
    "service": "module",
    "repositories": "repository",
    "repository": "repository",
    "repos": "repository",
    "crud": "repository",
    "controllers": "controller",
}

_SPECIAL = re.compile(
    r"(?:^|/)(?:page|layout|route|template|default|loading|error|global-error|not-found|middleware|proxy"
    r"|instrumentation|opengraph-image|icon|sitemap|robots|manifest)\.[cm]?[jt]sx?$"
)
"""Files that Next.js calls itself: https://nextjs.org/docs/app/api-reference/file-conventions."""

_PAGES = re.compile(r"(?:^|/)(?:src/)?pages/")

_ROUTES = re.compile(r"(?:^|/)app/(?:root\.[jt]sx?$|routes/)")
"""Routes of React Router and Remix: https://reactrouter.com/how-to/file-route-conventions."""

_MIGRATIONS = re.compile(r"(?:^|/)(?:migrations?|alembic)/")

_DJANGO = re.compile(r"(?:^|/)(?:(?:views|admin|urls|apps|manage|wsgi|asgi)(?:_\w+)?\.py$|(?:views|admin|management)/)")
"""Modules that Django calls itself, or the shell: https://docs.djangoproject.com/en/stable/ref/applications/."""

_CLASS = re.compile(r"(Service|Repository|Repo|CRUD|Controller)(?:Impl)?$|^(CRUD)[A-Z]")

_SNAKE = re.compile(r"(?:^|_)(service|repository|repo|crud|dao|controller)s?$")


def stem(path: str) -> str:
    """The path without its extension; `index` and `__init__` stand for their folder."""
    name = path.rsplit(".", 1)[0]
    return name.removesuffix("/index").removesuffix("/__init__") or name


def kind_of_file(path: str) -> Kind | None:
    """What a file is by its name or folder: `user.service.ts`, `repositories/user.ts`, `services/user/__init__.py`."""
    *folders, name = path.split("/")
    parts = name.lower().split(".")
    snake = _SNAKE.search(parts[0])
    for word in parts[1:-1] or (snake[1] if snake else parts[0],):
        if word in _KINDS:
            return "module" if word == "service" else _KINDS[word]
    near = folders[-1:] if parts[0] not in {"index", "__init__"} else folders[-2:]
    for folder in reversed(near):
        if folder in _FOLDERS:
            return _FOLDERS[folder]
    return None


def kind_of_class(name: str, path: str) -> Kind | None:
    """What a class is by its name, or by its file's."""
    found = _CLASS.search(name)
    if found:
        return _KINDS[(found[1] or found[2]).lower()]
    of_file = kind_of_file(path) if "." in path.rsplit("/", 1)[-1].rsplit(".", 1)[0] else None
    return "class" if of_file == "module" else of_file


def is_entry(path: str) -> bool:
    """Whether a framework calls what the file exports: routes, pages, migrations."""
    if path.endswith(".py"):
        return any(pattern.search(path) for pattern in (_MIGRATIONS, _DJANGO))
    return any(pattern.search(path) for pattern in (_SPECIAL, _PAGES, _ROUTES, _MIGRATIONS))


def is_handler(function: Function) -> bool:
    """Whether a function of Python is what a route runs: `@router.get("/users")`, `@app.route("/users")`."""
    return any(
        isinstance(one, Call) and isinstance(one.callee, Member) and one.callee.name in _ROUTING
        for one in function.decorators
    )


_ROUTING = frozenset(
    {"get", "post", "put", "patch", "delete", "head", "options", "trace", "route", "api_route", "websocket"}
    | {"exception_handler", "middleware", "on_event"}
)


def is_component(name: str, path: str) -> bool:
    """Whether an exported function is a component or hook of React."""
    return (path.endswith((".tsx", ".jsx")) and name[:1].isupper()) or bool(re.match(r"use[A-Z]", name))
