"""Applications of FastAPI, each in as many files as it needs."""

from collections.abc import Mapping

CASES: Mapping[str, Mapping[str, str]] = {
    "methods": {
        "main.py": """
from fastapi import FastAPI
app = FastAPI()
@app.get("/")
def root(): return 1
@app.post("/items")
@app.put("/items")
async def save(): return 1
@app.patch("/items/{item_id}")
def change(item_id: int): return 1
@app.delete("/items/{item_id}/")
def drop(item_id: int): return 1
@app.options("/items")
def choices(): return 1
@app.head("/items")
def head(): return 1
@app.trace("/items")
def trace(): return 1
@app.api_route("/any", methods=["GET", "post"])
def several(): return 1
@app.api_route("/one")
def one(): return 1
app.add_api_route("/added", one, methods=["PUT"])
@app.websocket("/socket")
async def socket(socket): pass
@app.get("/files/{path:path}")
def file(path: str): return 1
""",
    },
    "routers": {
        "main.py": """
from fastapi import FastAPI
from api import router as api
from api.users import router as users
from settings import PREFIX, settings
app = FastAPI(root_path="/proxy")
app.include_router(api, prefix=PREFIX)
app.include_router(users, prefix=f"{settings.base}/again", tags=["x"])
""",
        "settings.py": """
from pydantic import BaseModel
PREFIX = "/api" + "/v1"
class Settings(BaseModel):
    base: str = "/base"
settings = Settings()
""",
        "api/__init__.py": """
from fastapi import APIRouter
from . import items, users
router = APIRouter()
for module, prefix in ((items, "/items"), (users, "")):
    router.include_router(module.router, prefix=prefix)
""",
        "api/items.py": """
from fastapi import APIRouter
router = APIRouter()
@router.get("")
def items(): return 1
@router.get("/{item_id}")
def item(item_id: int): return 1
nested = APIRouter(prefix="/{item_id}/parts")
@nested.get("/{part_id}")
def part(item_id: int, part_id: int): return 1
router.include_router(nested)
""",
        "api/users.py": """
import fastapi
router = fastapi.APIRouter(prefix="/users")
@router.get("/me")
def me(): return 1
""",
    },
    "guards": {
        "main.py": """
from typing import Annotated
from fastapi import APIRouter, Depends, FastAPI, Header, HTTPException, Security
from fastapi.security import APIKeyHeader, HTTPBearer, OAuth2PasswordBearer
oauth2 = OAuth2PasswordBearer(tokenUrl="token")
key = APIKeyHeader(name="key")
def get_session(): yield 1
def get_current_user(token: Annotated[str, Depends(oauth2)], session=Depends(get_session)): return token
def owned(item_id: int, user=Depends(get_current_user)): return item_id
CurrentUser = Annotated[str, Depends(get_current_user)]
class Scopes:
    def __init__(self, *scopes): self.scopes = scopes
    def __call__(self, user: CurrentUser): return user
class Context:
    def __init__(self, user: CurrentUser): self.user = user
app = FastAPI()
@app.get("/open")
def open_(session=Depends(get_session), agent: str = Header()): return 1
@app.get("/a")
def a(user: CurrentUser): return 1
@app.get("/b")
def b(user: str = Security(get_current_user, scopes=["b"])): return 1
@app.get("/c", dependencies=[Depends(key)])
def c(): return 1
@app.get("/d/{item_id}")
def d(item=Depends(owned)): return 1
@app.get("/e", dependencies=[Depends(Scopes("x"))])
def e(): return 1
@app.get("/f")
def f(context: Context = Depends()): return 1
@app.get("/g")
def g(context: Annotated[Context, Depends()]): return 1
router = APIRouter(prefix="/r", dependencies=[Depends(HTTPBearer())])
@router.get("/h")
def h(): return 1
plain = APIRouter(prefix="/p")
@plain.get("/i")
def i(): return 1
app.include_router(router)
app.include_router(plain)
app.include_router(plain, prefix="/locked", dependencies=[Depends(get_current_user)])
""",
    },
    "locked application": {
        "main.py": """
from fastapi import Depends, FastAPI
from fastapi.security import HTTPBasic
app = FastAPI(dependencies=[Depends(HTTPBasic())])
inner = FastAPI()
app.mount("/inner", inner)
@app.get("/a")
def a(): return 1
@inner.get("/b/{b_id}")
def b(b_id: str): return 1
""",
    },
    "factories": {
        "main.py": """
from factory import create_app, crud
app = create_app("/v1")
app.include_router(crud("books"))
app.include_router(crud("loans", "/library"))
""",
        "factory.py": """
from fastapi import APIRouter, FastAPI
def crud(name, prefix=""):
    router = APIRouter(prefix=f"{prefix}/{name}")
    @router.get("/")
    def every(): return 1
    @router.get("/{key}")
    def one(key: int): return 1
    return router
def register(app: FastAPI, prefix: str) -> None:
    @app.get(prefix + "/health")
    def health(): return 1
def create_app(prefix):
    app = FastAPI()
    register(app, prefix)
    return app
""",
    },
    "classes": {
        "main.py": """
from fastapi import APIRouter, Depends, FastAPI
from fastapi.security import HTTPBearer
class Locked(APIRouter):
    def __init__(self, *, prefix: str = "", **kwargs):
        super().__init__(prefix=f"/locked{prefix}", dependencies=[Depends(HTTPBearer())], **kwargs)
class Service(FastAPI):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.include_router(router)
router = Locked(prefix="/x")
@router.get("/a")
def a(): return 1
app = Service(title="x")
class Views:
    @staticmethod
    @app.get("/static")
    def static(): return 1
""",
    },
    "late": {
        "main.py": """
from fastapi import APIRouter, FastAPI
app = FastAPI()
router = APIRouter()
app.include_router(router, prefix="/r")
@router.get("/late")
def late(): return 1
@app.get("/same")
def first(): return 1
@app.get("/same")
def second(): return 2
""",
    },
}
