from typing import Annotated

import library
from fastapi import Depends, FastAPI
from fastapi.security import OAuth2PasswordBearer

scheme = OAuth2PasswordBearer(tokenUrl="token")


def get_current_user(token: Annotated[str, Depends(scheme)]):
    return token


CurrentUser = Annotated[str, Depends(get_current_user)]

app = FastAPI()


@app.get("/books")
def every(session):
    return library.all_books(session)


@app.post("/books", dependencies=[Depends(get_current_user)])
def add(session):
    return library.add_book(session)


@app.post("/loans")
def lend(session, user: CurrentUser):
    return library.lend(session)
