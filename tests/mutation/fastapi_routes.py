"""An application of FastAPI, and changes of it: those that change what a route is, and those that do not."""

from collections.abc import Mapping

from tests.mutation.express import Mutant

FILES: Mapping[str, str] = {
    "models.py": """
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
class Base(DeclarativeBase): pass
class Book(Base):
    __tablename__ = "books"
    id: Mapped[int] = mapped_column(primary_key=True)
class Loan(Base):
    __tablename__ = "loans"
    id: Mapped[int] = mapped_column(primary_key=True)
""",
    "main.py": """
from fastapi import FastAPI
import books, admin
from settings import PREFIX

app = FastAPI()
app.include_router(books.router, prefix=PREFIX)
admin.register(app)
""",
    "settings.py": 'PREFIX = "/api"\n',
    "users.py": """
from typing import Annotated
from fastapi import Depends, HTTPException
from fastapi.security import HTTPBearer
def get_current_user(token=Depends(HTTPBearer())): return token
def get_admin(user: Annotated[str, Depends(get_current_user)]):
    if user != "admin":
        raise HTTPException(status_code=403)
CurrentUser = Annotated[str, Depends(get_current_user)]
""",
    "books.py": """
from fastapi import APIRouter
import crud
from users import CurrentUser
router = APIRouter(prefix="/books")

@router.get("/")
def every(session): return crud.every(session)

@router.get("/{book_id}")
def one(session, book_id: int): return crud.one(session, book_id)

@router.post("/")
def add(session, user: CurrentUser): return crud.add(session)
""",
    "admin.py": """
from fastapi import APIRouter, Depends
import crud
from users import get_admin

def register(app):
    router = APIRouter(prefix="/admin", dependencies=[Depends(get_admin)])
    @router.delete("/loans/{loan_id}")
    def drop(session, loan_id: int): return crud.drop(session)
    app.include_router(router)
""",
    "crud.py": """
from sqlalchemy import delete, select
from models import Book, Loan

def every(session):
    return session.scalars(select(Book)).all()

def one(session, key):
    return session.get(Book, key)

def add(session):
    book = Book(id=1)
    session.add(book)

def drop(session):
    session.execute(delete(Loan))
""",
}

ROUTES = """
DELETE /admin/loans/:loan_id: drop (get_admin) writes loans
GET /api/books: every reads books
POST /api/books: add (get_current_user) writes books
GET /api/books/:book_id: one reads books
"""

_DROP, _EVERY, _ADD, _ONE = ROUTES.strip().splitlines()

SEMANTIC = (
    Mutant("method", "books.py", '@router.get("/")', '@router.put("/")', (_EVERY,), (f"PUT{_EVERY[3:]}",)),
    Mutant(
        "path",
        "books.py",
        '@router.get("/{book_id}")',
        '@router.get("/isbn/{isbn}")',
        (_ONE,),
        ("GET /api/books/isbn/:isbn: one reads books",),
    ),
    Mutant(
        "prefix of a router",
        "books.py",
        'prefix="/books"',
        'prefix="/novels"',
        (_EVERY, _ADD, _ONE),
        tuple(one.replace("/books", "/novels") for one in (_EVERY, _ADD, _ONE)),
    ),
    Mutant(
        "prefix of an include",
        "settings.py",
        '"/api"',
        '"/v2"',
        (_EVERY, _ADD, _ONE),
        tuple(one.replace("/api", "/v2") for one in (_EVERY, _ADD, _ONE)),
    ),
    Mutant("include removed", "main.py", "app.include_router(books.router, prefix=PREFIX)\n", "", (_EVERY, _ADD, _ONE)),
    Mutant("route removed", "books.py", '@router.post("/")\n', "", (_ADD,)),
    Mutant(
        "guard removed",
        "books.py",
        "session, user: CurrentUser",
        "session",
        (_ADD,),
        ("POST /api/books: add writes books",),
    ),
    Mutant(
        "guard of a router removed",
        "admin.py",
        ", dependencies=[Depends(get_admin)]",
        "",
        (_DROP,),
        (_DROP.replace(" (get_admin)", ""),),
    ),
    Mutant(
        "guard added to an include",
        "main.py",
        "prefix=PREFIX)",
        "prefix=PREFIX, dependencies=[Depends(get_admin)])\nfrom fastapi import Depends\nfrom users import get_admin",
        (_EVERY, _ADD, _ONE),
        (
            "GET /api/books: every (get_admin) reads books",
            "POST /api/books: add (get_admin, get_current_user) writes books",
            "GET /api/books/:book_id: one (get_admin) reads books",
        ),
    ),
    Mutant("handler", "books.py", "def every(", "def listed(", (_EVERY,), (_EVERY.replace("every", "listed"),)),
    Mutant(
        "table read",
        "crud.py",
        "select(Book)",
        "select(Loan)",
        (_EVERY,),
        (_EVERY.replace("reads books", "reads loans"),),
    ),
    Mutant(
        "table written",
        "crud.py",
        "    session.add(book)\n",
        "    session.add(book)\n    session.add(Loan(id=1))\n",
        (_ADD,),
        (f"{_ADD}, loans",),
    ),
)

COSMETIC = (
    Mutant("a constant for a path", "books.py", '@router.get("/{book_id}")', 'ONE = "/{book_id}"\n@router.get(ONE)'),
    Mutant("several methods", "books.py", '@router.post("/")', '@router.api_route("/", methods=["POST"])'),
    Mutant("slashes", "books.py", '@router.get("/")', '@router.get("")'),
    Mutant("quotes and tags", "books.py", 'APIRouter(prefix="/books")', "APIRouter(tags=['x'], prefix='/books')"),
    Mutant("local renamed", "crud.py", "book = Book(id=1)\n    session.add(book)",
           "it = Book(id=1)\n    session.add(it)"),
    Mutant("statement named", "crud.py", "    return session.scalars(select(Book)).all()",
           "    found = select(Book)\n    return session.scalars(found).all()"),
    Mutant("kind of a parameter", "books.py", "/{book_id}", "/{book_id:int}"),
    Mutant("an alias written out", "books.py", "user: CurrentUser", "user: 'CurrentUser'"),
)  # fmt: skip
