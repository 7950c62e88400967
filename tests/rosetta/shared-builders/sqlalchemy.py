from sqlalchemy import Column, DateTime, Integer, MetaData, Table, Text

metadata = MetaData()


def created_at():
    return Column("created_at", DateTime, nullable=False)


def label(**options):
    return Column("label", Text, **options)


first = Table("first", metadata, Column("id", Integer), created_at(), label(nullable=False))
second = Table("second", metadata, Column("id", Integer), created_at(), label())
