from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention={"pk": "pk_%(table_name)s"})


db = SQLAlchemy(model_class=Base)


class UserAccount(db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]
