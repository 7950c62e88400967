import library
from fastapi import FastAPI


class Loans:
    def __init__(self, session):
        self.session = session

    def add(self):
        return self.save()

    def save(self):
        library.lend(self.session)


def create_app():
    app = FastAPI()

    @app.get("/books")
    def every(session):
        return library.all_books(session)

    @app.post("/loans")
    def add(session):
        return Loans(session).add()

    return app


app = create_app()
