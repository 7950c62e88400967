"""By what a route of FastAPI knows who calls."""

from tests.extract.layers.fastapi.vocabulary import says

USERS = """
bearer = OAuth2PasswordBearer(tokenUrl="token")
def get_session(): pass
def get_current_user(token: Annotated[str, Depends(bearer)], session = Depends(get_session)): pass
def get_admin(user = Depends(get_current_user)):
    if not user.admin:
        raise HTTPException(status_code=403)
CurrentUser = Annotated[dict, Depends(get_current_user)]
"""


def test_dependencies_that_do_not_ask_who_calls() -> None:
    says(
        USERS
        + """
@app.get("/a")
def a(session = Depends(get_session), form: OAuth2PasswordRequestForm = Depends()): pass
""",
        "GET /a: a",
    )


def test_parameters() -> None:
    says(
        USERS
        + """
@app.get("/a")
def a(user = Depends(get_current_user)): pass
@app.get("/b")
def b(user: CurrentUser): pass
@app.get("/c")
def c(user: CurrentUser | None, admin: Annotated[dict, Security(get_admin, scopes=["x"])]): pass
@app.get("/d")
def d(token: Annotated[str, Depends(bearer)]): pass
""",
        """
        GET /a: a (get_current_user)
        GET /b: b (get_current_user)
        GET /c: c (get_current_user, get_admin)
        GET /d: d (bearer)
        """,
    )


def test_what_refuses_is_a_guard_whatever_it_is_called() -> None:
    says(
        """
        class ForbiddenError(Exception): pass
        def known(request): raise HTTPException(status.HTTP_401_UNAUTHORIZED)
        def paid(): raise ForbiddenError()
        def strict(): check()
        def check(): raise HTTPException(401)
        def found(): raise HTTPException(status_code=404)
        @app.get("/a", dependencies=[Depends(known), Depends(paid), Depends(strict), Depends(found)])
        def a(): pass
        """,
        "GET /a: a (known, paid, strict)",
    )


def test_dependencies_of_dependencies() -> None:
    says(
        USERS
        + """
def get_item(user: CurrentUser): raise HTTPException(404)
@app.get("/a")
def a(item = Depends(get_item)): pass
""",
        "GET /a: a (get_current_user)",
    )


def test_routers_applications_and_includes() -> None:
    says(
        {
            "main.py": """
            from fastapi import APIRouter, Depends, FastAPI
            from fastapi.security import HTTPBearer
            def get_current_user(token = Depends(HTTPBearer())): pass
            def require_admin(): pass
            def verify_token(): pass
            app = FastAPI(dependencies=[Depends(verify_token)])
            router = APIRouter(prefix="/b", dependencies=[Depends(require_admin)])
            app.include_router(router, dependencies=[Depends(get_current_user)])
            inner = FastAPI()
            app.mount("/inner", inner)
            @app.get("/a")
            def a(): pass
            @router.get("/")
            def b(): pass
            @inner.get("/c")
            def c(): pass
            """
        },
        """
        GET /b: b (verify_token, get_current_user, require_admin)
        GET /inner/c: c
        GET /a: a (verify_token)
        """,
    )


def test_guards_that_are_made() -> None:
    says(
        """
        class RoleChecker:
            def __init__(self, roles): self.roles = roles
            def __call__(self, user = Depends(HTTPBearer())): pass
        class Paging:
            def __init__(self, page: int = 0): pass
        def allowed(role):
            def inner(): raise HTTPException(403)
            return inner
        only_editors = RoleChecker(["editor"])
        @app.get("/a", dependencies=[Depends(RoleChecker(["admin"])), Depends(only_editors), Depends(allowed("x"))])
        def a(paging: Paging = Depends()): pass
        """,
        "GET /a: a (RoleChecker, only_editors, allowed)",
    )


def test_decorators() -> None:
    says(
        """
        from starlette.authentication import requires
        @app.get("/a")
        @requires("authenticated")
        def a(request): pass
        """,
        "GET /a: a (requires)",
    )


def test_classes_whose_methods_answer() -> None:
    says(
        USERS
        + """
router = APIRouter(prefix="/c")
def controller(router): return lambda cls: cls
class Base:
    user: dict = Depends(get_current_user)
@controller(router)
class Items(Base):
    session = Depends(get_session)
    @router.get("/a")
    def a(self): pass
    def b(self): pass
app.include_router(router)
""",
        "GET /c/a: Items.a (get_current_user)",
    )


def test_routers_that_extend_those_of_the_framework() -> None:
    says(
        USERS
        + """
class UserRouter(APIRouter):
    def __init__(self, tags=None, prefix="", **kwargs):
        super().__init__(tags=tags, prefix=prefix, dependencies=[Depends(get_current_user)], **kwargs)
router = UserRouter(prefix="/c")
@router.get("/a")
def a(): pass
app.include_router(router)
""",
        "GET /c/a: a (get_current_user)",
    )
