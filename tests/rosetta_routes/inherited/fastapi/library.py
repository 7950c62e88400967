from models import Book, Loan
from sqlalchemy import delete, select, update


def all_books(session):
    return session.scalars(select(Book)).all()


def one_book(session):
    return session.query(Book).first()


def add_book(session):
    session.add(Book(id=1))


def change_book(session):
    session.execute(update(Book).values(id=2))


def drop_book(session):
    session.execute(delete(Book))


def lend(session):
    one_book(session)
    with session.begin():
        session.add(Loan(id=1))
