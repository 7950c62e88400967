"""Models of SQLAlchemy and SQLModel, and their mutants: those whose facts differ, and those that read otherwise."""

import re
from collections.abc import Iterator

from tests.mutation.mongoose import Mutant
from tests.mutation.sample import Files
from tests.vocabulary import ROOT, folder

SAMPLE: Files = folder(f"{ROOT}/tests/extract/schema/sqlalchemy/cases/shop")

MODELS, BASE = "shop/models.py", "shop/base.py"

MAPPED = re.compile(r"^    (\w+): Mapped\[(\w+)( \| None)?\](?: = mapped_column\((.*)\))?$", re.MULTILINE)

COLUMN = re.compile(r"^    (\w+) = Column\((.*)\)$", re.MULTILINE)

TYPES = {"int": "str", "str": "int", "Decimal": "float", "State": "bool", "Code": "str", "datetime.datetime": "bytes"}

DATABASE_TYPES = {"String(": "Text(", "Text": "String", "Numeric(8, 2)": "Numeric(8, 3)", "Integer": "Text"}


def text(path: str = MODELS) -> str:
    return SAMPLE[path].decode()


def changed(kind: str, what: str, old: str, new: str, *names: str, path: str = MODELS) -> Mutant:
    assert old in text(path), (kind, old)
    return replaced(kind, what, text(path).replace(old, new, 1), *names, path=path)


def replaced(kind: str, what: str, content: str, *names: str, path: str = MODELS) -> Mutant:
    assert content != text(path), (kind, what)
    return Mutant(kind, what, {**SAMPLE, path: content.encode()}, names)


# --- semantic --------------------------------------------------------------------------------------------------------


def semantic() -> Iterator[Mutant]:
    for path in (MODELS, BASE):
        for match in MAPPED.finditer(text(path)):
            if "relationship(" not in match[0]:
                yield from _of_mapped(match, path)
    for match in COLUMN.finditer(text()):
        yield from _of_column(match)
    yield from _of_fields()
    yield from _of_tables()
    yield from _elsewhere()


def _of_mapped(match: re.Match[str], path: str) -> Iterator[Mutant]:
    line, name, kind, null, options = match[0], match[1], match[2], match[3], match[4] or ""
    yield changed("drop", name, f"{line}\n", "", name, path=path)
    yield changed("rename", name, f"    {name}: ", f"    {name}_2: ", name, path=path)
    yield changed("name", name, line, _with(line, '"other"', options, first=True), "other", path=path)
    yield changed("comment", name, line, _with(line, 'comment="more"', options), name, path=path)
    if kind == "Key":
        return
    whole = f"{kind}{null or ''}"
    yield changed(
        "null", name, line, line.replace(f"[{whole}]", f"[{kind}{'' if null else ' | None'}]"), name, path=path
    )
    yield changed("unique", name, line, _with(line, "unique=True", options), name, path=path)
    yield changed("index", name, line, _with(line, "index=True", options), f"{name}", path=path)
    if kind in TYPES and not re.search(r"\b(String|Text|Numeric|ForeignKey)\b", options):
        yield changed("type", name, line, line.replace(f"[{kind}", f"[{TYPES[kind]}", 1), name, path=path)
    for old, new in DATABASE_TYPES.items():
        if old in options:
            yield changed("type", name, line, line.replace(old, new, 1), name, path=path)
            break


def _with(line: str, option: str, options: str, *, first: bool = False) -> str:
    parts = [option, options] if first else [options, option]
    return f"{line.partition(' = ')[0]} = mapped_column({', '.join(filter(None, parts))})"


def _of_column(match: re.Match[str]) -> Iterator[Mutant]:
    line, name, options = match[0], match[1], match[2]
    yield changed("drop", name, f"{line}\n", "", name)
    yield changed("rename", name, f"    {name} = ", f"    {name}_2 = ", name)
    yield changed("name", name, line, f'    {name} = Column("other", {options})', "other")
    yield changed("comment", name, line, f'    {name} = Column({options}, comment="more")', name)
    if "primary_key" not in options:
        flag = "True" if "nullable=False" in options else "False"
        others = options.replace(", nullable=False", "")
        yield changed("null", name, line, f"    {name} = Column({others}, nullable={flag})", name)


def _of_fields() -> Iterator[Mutant]:
    for kind, old, new, name in (
        ("drop", "    age: int | None = Field(default=None, index=True)\n", "", "age"),
        ("rename", "    age: int", "    years: int", "years"),
        ("null", "    age: int | None", "    age: int", "age"),
        ("type", "    age: int", "    age: float", "age"),
        ("index", "default=None, index=True", "default=None", "visitor"),
        ("unique", "default=None, index=True", "default=None, unique=True", "age"),
        ("length", "max_length=40", "max_length=41", "name"),
        ("length", "Field(max_length=40)", "Field()", "name"),
        ("default", "state: State = State.DRAFT", "state: State", "state"),
        ("null", "state: State = State", "state: State | None = State", "state"),
        ("table", "class Visitor(Guest, table=True)", "class Visitor(Guest)", "visitor"),
        ("table", "class Visitor(Guest, table", "class Caller(Guest, table", "visitor"),
        ("base", "class Visitor(Guest,", "class Visitor(SQLModel,", "name"),
        ("key", "Field(default=None, primary_key=True)", 'Field(primary_key=True, foreign_key="shelf.id")', "id"),
    ):
        yield changed(kind, new or old.strip(), old, new, name)


def _of_tables() -> Iterator[Mutant]:
    for kind, old, new, name in (
        (
            "table",
            '__tablename__ = "shelf"\n\n    id: Mapped[Key]',
            '__tablename__ = "shelves"\n\n    id: Mapped[Key]',
            "shelves",
        ),
        ("table-args", 'UniqueConstraint("title", "shelf_id")', 'UniqueConstraint("title", "code")', "book"),
        ("table-args", '        UniqueConstraint("title", "shelf_id"),\n', "", "book"),
        ("table-args", "price >= 0", "price > 0", "book"),
        ("table-args", "price_is_positive", "price_is_more", "book"),
        ("table-args", '"state", "price")', '"price", "state")', "book"),
        ("table-args", '"state", "price")', '"state")', "book"),
        ("table-args", "func.lower(", "func.upper(", "book"),
        ("table-args", '(text("title")), unique=True', '(text("title"))', "book"),
        ("table-args", "book_by_state", "book_by_states", "book"),
        ("table-args", '{"comment": "All books"}', '{"comment": "No books"}', "book"),
        ("table-args", '{"comment": "All books"}', '{"comment": "All books", "schema": "shop"}', "shop.book"),
        ("key", 'ondelete="RESTRICT"', 'ondelete="CASCADE"', "shelf_id"),
        ("key", 'ForeignKey("genre.name")', 'ForeignKey("genre.label")', "genre_name"),
        ("key", 'ForeignKey("shelf.id")', 'ForeignKey("shelf.id", onupdate="CASCADE")', "parent_id"),
        ("key", 'ForeignKey("book.id", ondelete="CASCADE")', 'ForeignKey("book.id")', "book_id"),
        ("core", '"genre_name", String(20)', '"genre_name", String(21)', "genre_name"),
        ("core", '"book_genre",\n', '"book_genres",\n', "book_genres"),
        ("default", 'text("0")', 'text("1")', "rank"),
        ("default", 'server_default="DRAFT"', 'server_default="SOLD"', "state"),
        ("default", "mapped_column(default=1)", "mapped_column()", "pages"),
        ("index", ", index=True)\n\n\nclass Book", ")\n\n\nclass Book", "genre"),
        ("unique", "nullable=False, unique=True", "nullable=False", "label"),
    ):
        yield changed(kind, new or old.strip(), old, new, name)


def _elsewhere() -> Iterator[Mutant]:
    """What other classes and modules say."""
    yield changed("enum", "value", "    SOLD = ", "    GONE = ", "GONE")
    yield changed("enum", "added", '    SOLD = "sold"', '    SOLD = "sold"\n    LOST = "lost"', "LOST")
    yield changed("enum", "name", "class State(enum.Enum):\n", "class State(enum.Enum):\n    OLD = 0\n", "OLD")
    yield changed("base", "not stamped", "class Book(Stamped, Base)", "class Book(Base)", "created_at")
    yield changed("base", "single table", "class Novel(Book):", "class Novel:", "plot")
    yield changed("base", "abstract", "class Shelf(Base):\n", "class Shelf(Base):\n    __abstract__ = True\n", "shelf")
    for kind, old, new, name in (
        ("shared", "String(7)", "String(8)", "code"),
        ("shared", "impl = String(30)", "impl = String(31)", "label"),
        ("shared", "timezone=True", "timezone=False", "created_at"),
        ("shared", "server_default=func.now()", "", "created_at"),
        ("shared", "Annotated[int,", "Annotated[str,", "id"),
        ("naming", "ix_%(table_name)s", "idx_%(table_name)s", "genre"),
        ("naming", "uq_%(table_name)s", "un_%(table_name)s", "book"),
    ):
        yield changed(kind, new or old, old, new, name, path=BASE)


# --- cosmetic --------------------------------------------------------------------------------------------------------


def same() -> Iterator[Mutant]:
    for path in (MODELS, BASE):
        yield from _layout(path)
    yield from _of_names()
    yield from _of_order()


def _layout(path: str) -> Iterator[Mutant]:
    content = text(path)
    yield replaced("crlf", path, content.replace("\n", "\r\n"), path=path)
    yield replaced("bom", path, f"\N{ZERO WIDTH NO-BREAK SPACE}{content}", path=path)
    yield replaced("comment", path, f"# A comment\n{content}", path=path)
    yield replaced("comment", f"{path} everywhere", re.sub(r"\n(?=\S)", "\n# more\n", content), path=path)
    yield replaced("blank-lines", path, content.replace("\n", "\n\n"), path=path)
    yield replaced("quotes", path, content.replace('"', "'"), path=path)
    yield replaced("spaces", path, content.replace(" = ", "  =  "), path=path)
    yield replaced("indent", path, re.sub(r"^( +)", r"\1\1", content, flags=re.MULTILINE), path=path)
    yield replaced("future", path, f"from __future__ import annotations\n{content}", path=path)
    yield replaced(
        "optional", path, re.sub(r"(\w[\w.]*) \| None", r"Union[\1, None]", _typing(content, "Union")), path=path
    )
    yield replaced(
        "optional",
        f"{path} by name",
        re.sub(r"(\w[\w.]*) \| None", r"Optional[\1]", _typing(content, "Optional")),
        path=path,
    )
    yield replaced("string", path, re.sub(r"Mapped\[([\w.]+)\]", r'Mapped["\1"]', content), path=path)
    yield replaced(
        "docstring", path, re.sub(r"(class \w+(?:\(.*\))?:\n)", r'\1    """What it is."""\n', content), path=path
    )


def _typing(content: str, name: str) -> str:
    return f"from typing import {name}\n{content}"


def _of_names() -> Iterator[Mutant]:
    content = text()
    names = "CheckConstraint|Column|ForeignKey|Index|Integer|Numeric|String|Table|Text|UniqueConstraint|func|text"
    body = content[content.index("class State") :]
    plain = re.sub(rf"\b({names})\b(?=[(,.)\]])(?<!\.)", r"sa.\1", body)
    imports = content[: content.index("class State")]
    yield replaced("alias", "sqlalchemy as sa", f"import sqlalchemy as sa\n{imports}{plain}")
    yield replaced(
        "alias",
        "orm",
        content.replace("mapped_column(", "orm.mapped_column(").replace(
            "import enum\n", "import enum\nfrom sqlalchemy import orm\n"
        ),
    )
    yield replaced(
        "alias", "Base", re.sub(r"\bBase\b", "Root", content).replace("import Root,", "import Base as Root,")
    )
    yield changed("target", "string", "ForeignKey(Shelf.id,", 'ForeignKey("shelf.id",')
    yield changed("target", "column", 'ForeignKey("genre.name")', 'ForeignKey(column="genre.name")')
    yield changed("target", "class", "Mapped[Shelf] = relationship(", 'Mapped["Shelf"] = relationship("Shelf", ')
    yield changed("target", "lambda", "Mapped[Shelf] = relationship(", "Mapped[Shelf] = relationship(lambda: Shelf, ")
    yield changed("constant", "length", "String(200)", "String(2 * 100)")
    yield changed("keyword", "length", "String(200)", "String(length=200)")
    yield changed("keyword", "scale", "Numeric(8, 2)", "Numeric(precision=8, scale=2)")
    yield changed(
        "default", "nullable", "Column(Integer, server_default", "Column(Integer, nullable=True, server_default"
    )
    yield changed("default", "index", "mapped_column(default=1)", "mapped_column(default=1, index=False, unique=False)")
    yield changed("default", "other", "mapped_column(default=1)", "mapped_column(default=2)")
    yield changed("case", "rule", 'ondelete="RESTRICT"', 'ondelete="restrict"')
    yield changed("type", "instance", "Column(Integer, server_default", "Column(Integer(), server_default")
    yield changed("type", "keyword", "Column(Label, ", "Column(type_=Label(), ")
    yield changed(
        "method",
        "repr",
        "class Novel(Book):\n",
        "class Novel(Book):\n    def __repr__(self):\n        return self.plot\n\n",
    )
    yield changed("loading", "lazy", "secondary=book_genre,", 'secondary=book_genre, lazy="selectin", cascade="all",')
    yield changed("enum", "values", '"sold"', '"gone"')
    yield changed(
        "class",
        "pydantic only",
        "class Guest(SQLModel):",
        "class Other(SQLModel):\n    x: int\n\n\nclass Guest(SQLModel):",
    )
    yield changed(
        "mapper",
        "args",
        "class Novel(Book):\n",
        'class Novel(Book):\n    __mapper_args__ = {"polymorphic_identity": "n"}\n',
    )


def _of_order() -> Iterator[Mutant]:
    content = text()
    shelf = content[content.index("class Shelf") : content.index("class Genre")]
    genre = content[content.index("class Genre") : content.index("class Book")]
    yield replaced("order", "classes", content.replace(shelf + genre, genre + shelf))
    state = content[content.index("class State") : content.index("book_genre = Table")]
    moved = content.replace(state, "").replace("from shop.base", "from .states import State\nfrom shop.base")
    files = {**SAMPLE, MODELS: moved.encode(), "shop/states.py": f"import enum\n\n\n{state}".encode()}
    yield Mutant("module", "State", files, ())
    relative = content.replace("from shop.base import", "from .base import")
    yield replaced("module", "relative", relative)
    table = content[content.index("book_genre = Table") : content.index("class Shelf")]
    last = content.replace(table, "").replace("secondary=book_genre", 'secondary="book_genre"')
    yield replaced("order", "table last", f"{last}\n\n{table}")
