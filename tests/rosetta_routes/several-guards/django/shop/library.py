from django.db import transaction

from shop.models import Book, Loan


def all_books():
    return list(Book.objects.all())


def one_book():
    return Book.objects.first()


def add_book():
    Book(id=1).save()


def change_book():
    Book.objects.update(id=2)


def drop_book():
    Book.objects.all().delete()


def lend():
    one_book()
    with transaction.atomic():
        Loan.objects.create(id=1)
