import library
from fastapi import APIRouter, FastAPI

books = APIRouter(prefix="/orgs/{org}/books")


@books.get("/latest")
def latest(session):
    return library.one_book(session)


@books.get("/{id}")
def one(session):
    return library.one_book(session)


app = FastAPI()
app.include_router(books)


@app.get("/files/{path:path}")
def file(path: str):
    return path
