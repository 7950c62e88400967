"""Which routes an application of FastAPI answers."""

from tests.extract.layers.fastapi.vocabulary import found, says


def test_nothing_is_declared() -> None:
    says("", "")


def test_what_is_called_alike_is_no_application() -> None:
    says({"main.py": "from fastapis import FastAPI\napp = FastAPI()\n@app.get('/a')\ndef a(): pass\n"}, "")


def test_decorators_of_one_method_and_of_several() -> None:
    says(
        """
        @app.get("/a")
        def a(): pass
        @app.post("/a")
        async def b(): pass
        @app.api_route("/c", methods=["put", "DELETE"])
        def c(): pass
        @app.api_route("/d")
        def d(): pass
        app.add_api_route("/e", d, methods=["PATCH"])
        app.add_api_route(path="/f", endpoint=d)
        """,
        "GET /a: a\nPOST /a: b\nPUT /c: c\nDELETE /c: c\nGET /d: d\nPATCH /e: d\nGET /f: d",
    )


def test_parameters_and_slashes() -> None:
    says(
        """
        @app.get("/items/{item_id}/")
        def a(): pass
        @app.get("/numbers/{number:int}")
        def b(): pass
        @app.get("/files/{path:path}")
        def c(): pass
        """,
        "GET /items/:item_id: a\nGET /numbers/:number: b\nGET /files/:path*: c",
    )


def test_several_decorators_and_sockets() -> None:
    says(
        """
        @app.get("/a")
        @app.get("/b")
        def a(): pass
        @app.websocket("/c")
        def c(): pass
        """,
        "GET /b: a\nGET /a: a",
    )


def test_routers_of_other_files() -> None:
    says(
        {
            "app/__init__.py": "",
            "app/main.py": """
            from fastapi import FastAPI
            from app.api import api_router
            from app import settings
            app = FastAPI()
            app.include_router(api_router, prefix=settings.API)
            """,
            "app/settings.py": "API = '/api/v1'",
            "app/api.py": """
            from fastapi import APIRouter
            from app import items, users
            api_router = APIRouter()
            api_router.include_router(items.router, prefix="/items")
            api_router.include_router(users.router)
            """,
            "app/items.py": """
            from fastapi import APIRouter
            router = APIRouter()
            @router.get("/")
            def items(): pass
            """,
            "app/users.py": """
            import fastapi
            router = fastapi.APIRouter(prefix="/users")
            @router.get("/me")
            def me(): pass
            """,
        },
        "GET /api/v1/items: items\nGET /api/v1/users/me: me",
    )


def test_one_router_in_two_places() -> None:
    says(
        """
        router = APIRouter()
        for prefix in ("/v1", "/v2"):
            app.include_router(router, prefix=prefix)
        @router.get("/late")
        def late(): pass
        """,
        "GET /v1/late: late\nGET /v2/late: late",
    )


def test_mounted_applications() -> None:
    says(
        """
        from fastapi.staticfiles import StaticFiles
        inner = FastAPI()
        @inner.get("/a")
        def a(): pass
        app.mount("/inner", inner)
        app.mount("/static", StaticFiles(directory="static"))
        """,
        "GET /inner/a: a",
    )


def test_routers_that_include_one_another() -> None:
    says(
        """
        a, b = APIRouter(), APIRouter()
        a.include_router(b, prefix="/b")
        b.include_router(a, prefix="/a")
        app.include_router(a)
        @a.get("/x")
        def x(): pass
        """,
        "GET /x: x",
    )


def test_what_runs_is_the_endpoint() -> None:
    (handled,) = found("@app.get('/a')\ndef a(): pass").routes
    assert handled.route.location.span.start > 0
    assert len(handled.handlers) == 1


def test_functions_that_make_applications() -> None:
    says(
        {
            "setup.py": """
            from fastapi import APIRouter, FastAPI
            def create_app(router, settings):
                app = FastAPI(title=settings.TITLE)
                app.include_router(router)
                docs = APIRouter()
                if settings.LOCAL:
                    docs = APIRouter(dependencies=[])
                if settings.DEBUG:
                    @docs.get("/docs")
                    def docs_page(): pass
                app.include_router(docs)
                return app
            """,
            "api.py": "import fastapi\nrouter = fastapi.APIRouter()\n@router.get('/a')\ndef a(): pass\n",
            "main.py": """
            from api import router
            from setup import create_app
            from config import settings
            app = create_app(router=router, settings=settings)
            """,
            "config.py": "class Settings: pass\nsettings = Settings()",
        },
        "GET /a: a\nGET /docs: docs_page",
    )


def test_conditions() -> None:
    says(
        """
        import os
        if os.environ.get("DEBUG"):
            @app.get("/debug")
            def debug(): pass
        """,
        "GET /debug: debug",
    )


def test_functions_that_only_a_server_calls() -> None:
    says(
        {
            "main.py": """
            from fastapi import APIRouter, FastAPI
            router = APIRouter()
            @router.get("/a")
            def a(): pass
            def create_app(settings) -> FastAPI:
                app = FastAPI()
                @app.get("/b")
                def b(): pass
                add(app, router)
                return app
            def add(app, router):
                app.include_router(router, prefix="/r")
            """
        },
        "GET /b: b\nGET /r/a: a",
    )


def test_what_cannot_be_followed_is_said() -> None:
    says(
        """
        from elsewhere import PREFIX, router
        lost = APIRouter()
        @lost.get("/a")
        def a(): pass
        app.include_router(router)
        @app.get(PREFIX + "/b")
        def b(): pass
        """,
        """
        GET /${PREFIX + '/b'}: b
        ? main.py:11: the router that is included cannot be followed: router
        ? main.py:13: the path of a route cannot be resolved: /${PREFIX + '/b'}
        ? main.py:8: where a router is included cannot be followed; its route is missing from the facts
        """,
    )
