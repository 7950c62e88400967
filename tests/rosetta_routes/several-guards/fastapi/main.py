import library
from fastapi import APIRouter, Depends, FastAPI
from fastapi.security import APIKeyHeader, HTTPBearer

bearer, key = HTTPBearer(), APIKeyHeader(name="key")


def log():
    return None


guarded = [Depends(log), Depends(bearer)]
books = APIRouter(prefix="/books", dependencies=[Depends(log)])


@books.get("")
def every(session):
    return library.all_books(session)


@books.post("", dependencies=guarded)
def add(session):
    return library.add_book(session)


@books.delete("/{id}", dependencies=[*guarded, Depends(key)])
def drop(session):
    return library.drop_book(session)


app = FastAPI()
app.include_router(books)
