import library
from fastapi import APIRouter, FastAPI

router = APIRouter(prefix="/books")


@router.get("")
def every(session):
    return library.all_books(session)


@router.post("")
def add(session):
    return library.add_book(session)


@router.get("/{id}")
def one(session):
    return library.one_book(session)


@router.patch("/{id}")
def change(session):
    return library.change_book(session)


@router.delete("/{id}")
def drop(session):
    return library.drop_book(session)


app = FastAPI()
app.include_router(router, prefix="/api")
