import functools

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy.ext.declarative import declared_attr

db = SQLAlchemy()

Required = functools.partial(db.Column, nullable=False)

tags = db.Table(
    "tags",
    db.Column("tag_id", db.Integer, db.ForeignKey("tag.id"), primary_key=True),
    db.Column("page_id", db.Integer, db.ForeignKey("wiki_page.id"), primary_key=True),
)


class BelongsToOrg:
    @declared_attr
    def org_id(cls):
        return db.Column(db.Integer, db.ForeignKey("organization.id"))


class Organization(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    slug = Required(db.String(20), unique=True)


class Tag(db.Model):
    id = db.Column(db.Integer, primary_key=True)


class WikiPage(BelongsToOrg, db.Model):
    id = db.Column(db.Integer, primary_key=True)
    kind = db.Column(db.Enum("a", "b", name="page_kind"), server_default="a")
    tags = db.relationship("Tag", secondary=tags, lazy="subquery", backref=db.backref("pages", lazy=True))
    __mapper_args__ = {"polymorphic_on": kind, "polymorphic_identity": "a"}


class SpecialPage(WikiPage):
    note = db.Column(db.Text)
    __mapper_args__ = {"polymorphic_identity": "b"}


class HTTPLog(db.Model):
    __table_args__ = (db.Index("log_at", "at"),)

    id = db.Column(db.BigInteger, primary_key=True)
    at = db.Column(db.DateTime, default=db.func.now())


class Abstract(db.Model):
    __abstract__ = True

    id = db.Column(db.Integer, primary_key=True)


class Named2Thing(Abstract):
    name = db.Column(db.String(80), index=True)
