import sqlalchemy
import sqlalchemy as sa
from sqlalchemy import Column as Field
from sqlalchemy import Integer, Text, orm
from sqlalchemy.orm import declarative_base as base
from sqlalchemy.sql.schema import Table

Base = base()


class First(Base):
    __tablename__ = "first"

    id: orm.Mapped[int] = orm.mapped_column(primary_key=True, autoincrement=False)
    text = Field(Text)


second = sa.Table("second", Base.metadata, sa.Column("id", sa.ForeignKey("first.id")))
third = Table("third", Base.metadata, sqlalchemy.Column("id", sqlalchemy.types.Integer))
fourth = sqlalchemy.Table("fourth", Base.metadata, Field("id", Integer))
