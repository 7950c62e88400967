import library
from fastapi import APIRouter, FastAPI

books = APIRouter(prefix="/books")
shops = APIRouter(prefix="/shops/{shop}")
api = APIRouter()


@books.get("")
def every(session):
    return library.all_books(session)


@books.get("/{id}")
def one(session):
    return library.one_book(session)


@shops.post("/loans")
def lend(session):
    return library.lend(session)


@api.get("/health")
def health():
    return "ok"


shops.include_router(books)
api.include_router(shops)
app = FastAPI()
app.include_router(api, prefix="/api/v1")
