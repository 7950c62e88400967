"""What FastAPI says of the applications in folders: `python routes.py FOLDER…` prints their operations as JSON.

Each folder holds `main.py` with an application `app`. An operation is its method, its path, and whether a security
scheme stands before it.
"""

import importlib
import json
import sys
from collections.abc import Iterator

from fastapi import FastAPI
from starlette.routing import Mount


def operations(app: FastAPI, prefix: str = "") -> Iterator[tuple[str, str, bool]]:
    for path, methods in app.openapi()["paths"].items():
        for method, operation in methods.items():
            yield method.upper(), f"{prefix}{path}", bool(operation.get("security"))
    for route in app.routes:
        if isinstance(route, Mount) and isinstance(route.app, FastAPI):
            yield from operations(route.app, f"{prefix}{route.path}")


def loaded(folder: str) -> FastAPI:
    sys.path.insert(0, folder)
    known = set(sys.modules)
    try:
        app = importlib.import_module("main").app
    finally:
        sys.path.remove(folder)
        for name in set(sys.modules) - known:
            if (getattr(sys.modules[name], "__file__", None) or "").startswith(folder):
                del sys.modules[name]
    assert isinstance(app, FastAPI)
    return app


if __name__ == "__main__":
    json.dump({folder: sorted(operations(loaded(folder))) for folder in sys.argv[1:]}, sys.stdout)
