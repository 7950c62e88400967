import library
from fastapi import APIRouter, FastAPI


def crud(name):
    router = APIRouter(prefix=f"/{name}")

    @router.get("")
    def every(session):
        return library.all_books(session)

    @router.post("")
    def add(session):
        return library.add_book(session)

    return router


app = FastAPI()
for name in ("books", "drafts"):
    app.include_router(crud(name))
