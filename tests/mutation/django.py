"""A project of Django, and its mutants: those whose facts differ, and those that say the same thing differently."""

import re
from collections.abc import Iterator

from tests.mutation.mongoose import Mutant
from tests.mutation.sample import Files
from tests.vocabulary import ROOT, folder

SAMPLE: Files = {
    path: content
    for path, content in folder(f"{ROOT}/tests/extract/migrations/django/cases/library").items()
    if path.endswith(".py") and "/migrations/" not in path
}

MODELS = "shop/models.py"

FIELD = re.compile(r"^    (\w+) = (models\.\w+|CodeField|ArrayField)\((.*)\)$", re.MULTILINE)

TABLES = {
    "Shelf": "shop_shelf",
    "Genre": "shop_genre",
    "Book": "shop_book",
    "Novel": "shop_novel",
    "Chapter": "chapters",
}

TYPES = {
    "models.CharField": "models.TextField",
    "models.DateTimeField": "models.DateField",
    "models.DecimalField": "models.FloatField",
    "models.IntegerField": "models.BigIntegerField",
    "models.PositiveIntegerField": "models.BigIntegerField",
    "models.SmallIntegerField": "models.IntegerField",
    "models.TextField": "models.BinaryField",
}

RELATIONS = ("models.ForeignKey", "models.ManyToManyField")


def text(path: str = MODELS) -> str:
    return SAMPLE[path].decode()


def changed(kind: str, what: str, old: str, new: str, *names: str, path: str = MODELS) -> Mutant:
    assert old in text(path), (kind, old)
    return Mutant(kind, what, {**SAMPLE, path: text(path).replace(old, new, 1).encode()}, names)


def replaced(kind: str, what: str, content: str, *names: str, path: str = MODELS) -> Mutant:
    assert content != text(path), (kind, what)
    return Mutant(kind, what, {**SAMPLE, path: content.encode()}, names)


# --- semantic --------------------------------------------------------------------------------------------------------


def semantic() -> Iterator[Mutant]:
    yield from _of_fields()
    yield from _of_options()
    yield from _elsewhere()


def _of_fields() -> Iterator[Mutant]:
    for match in FIELD.finditer(text()):
        line, name, kind, options = match[0], *match.groups()
        column = name if kind not in RELATIONS[:1] else f"{name}_id"
        named = () if kind == "models.ManyToManyField" else (column,)
        yield changed("drop-field", name, f"{line}\n", "", *named)
        yield changed("rename-field", name, f"    {name} = ", f"    {name}_2 = ", *named)
        if kind in TYPES:
            yield changed("type", name, line, line.replace(kind, TYPES[kind], 1), column)
        if kind != "models.ManyToManyField":
            yield from _of_column(line, name, kind, options, column)
        if kind == "models.ForeignKey":
            yield changed("type", name, line, f"    {name} = models.IntegerField()", name)


def _of_column(line: str, name: str, kind: str, options: str, column: str) -> Iterator[Mutant]:
    def with_option(option: str, value: str) -> str:
        others = [part for part in options.split(", ") if not part.startswith(f"{option}=")]
        return f"    {name} = {kind}({', '.join([*others, f'{option}={value}'])})"

    null = "False" if "null=True" in options else "True"
    yield changed("null", name, line, with_option("null", null), column)
    yield changed("unique", name, line, with_option("unique", "False" if "unique=True" in options else "True"), column)
    yield changed("column", name, line, with_option("db_column", '"other"'), "other")
    yield changed("comment", name, line, with_option("db_comment", '"Another"'), column)
    for option in ("max_length", "max_digits", "decimal_places"):
        if f"{option}=" in options:
            value = re.search(rf"{option}=(\d+)", options)
            assert value is not None
            yield changed(option, name, line, line.replace(value[0], f"{option}={int(value[1]) + 1}", 1), column)


def _of_options() -> Iterator[Mutant]:
    for old, new, name in (
        ('db_table = "chapters"', 'db_table = "chapter"', "chapter"),
        ('db_table_comment = "All books"', 'db_table_comment = "No books"', "shop_book"),
        ('unique_together = [("title", "shelf")]', 'unique_together = [("title", "owner")]', "shop_book"),
        ('unique_together = [("title", "shelf")]', "unique_together = []", "shop_book"),
        ('fields=["state", "-price"]', 'fields=["price", "state"]', "shop_book"),
        ('fields=["state", "-price"]', 'fields=["state", "price"]', "shop_book"),
        ('Lower("title")', 'Lower("state")', "shop_book"),
        ("price__gte=0", "price__gte=1", "shop_book"),
        ("price__gte=0", "price__gt=0", "shop_book"),
        ("& ~Q", "| ~Q", "shop_book"),
        ("rank__lt=5", "rank__lt=6", "shop_book"),
        ('condition=Q(state="sold"), name="sold_once"', 'name="sold_once"', "shop_book"),
        ('order_with_respect_to = "book"', "ordering = []", "_order"),
        ("db_default=0", "db_default=1", "rank"),
        ("models.CharField(max_length=10), default=list", "models.IntegerField(), default=list", "labels"),
    ):
        yield changed("meta", new, old, new, name)


def _elsewhere() -> Iterator[Mutant]:
    """What other classes and modules say."""
    yield changed("enum-value", "draft", '"draft"', '"sketch"', "state")
    yield changed(
        "enum-value", "added", '    SOLD = "sold", "Sold"', '    SOLD = "sold", "Sold"\n    LOST = "lost"', "state"
    )
    yield changed("base", "no longer a base", "class Book(Stamped):", "class Book(models.Model):", "created_at")
    yield changed("base", "no parent", "class Novel(Book):", "class Novel(models.Model):", "book_ptr_id")
    yield changed(
        "base", "abstract", "class Shelf(models.Model):\n", f"class Shelf(models.Model):\n{ABSTRACT}", "shop_shelf"
    )
    yield changed("name", "Genre", "class Genre(", "class Kind(", "shop_genre")
    yield changed("target", "parent", 'models.ForeignKey("self"', "models.ForeignKey(Shelf", "parent_id")
    yield changed("length", "own class", '"max_length"] = 7', '"max_length"] = 8', "code", path="shop/fields.py")
    yield changed("user", "default", 'AUTH_USER_MODEL = "people.Person"\n', "", "owner_id", path="settings.py")
    yield changed("key", "smaller", "BigAutoField", "AutoField", "id", path="settings.py")
    yield changed("database", "MySQL", "backends.postgresql", "backends.mysql", "title", path="settings.py")
    yield changed("apps", "without people", '"people", ', "", "people_person", path="settings.py")
    yield changed(
        "managed", "Genre", "class Genre(models.Model):\n", f"class Genre(models.Model):\n{UNMANAGED}", "shop_genre"
    )


ABSTRACT = "    class Meta:\n        abstract = True\n\n"
UNMANAGED = "    class Meta:\n        managed = False\n\n"


# --- cosmetic --------------------------------------------------------------------------------------------------------


def same() -> Iterator[Mutant]:
    for path in SAMPLE:
        if text(path):
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
    if '"' in content:
        yield replaced("quotes", path, content.replace('"', "'"), path=path)
    yield replaced("spaces", path, content.replace(" = ", "  =  "), path=path)
    yield (
        replaced("indent", path, re.sub(r"^( +)", r"\1\1", content, flags=re.MULTILINE), path=path)
        if "    " in content
        else replaced("end", path, f"{content}\n\n", path=path)
    )


def _of_names() -> Iterator[Mutant]:
    content = text()
    yield replaced(
        "alias", "models", re.sub(r"\bmodels\.", "orm.", content).replace("import models", "import models as orm")
    )
    plain = content.replace("from django.db import models\n", "import django.db.models\n")
    yield replaced("alias", "the whole module", re.sub(r"(?<!\.)\bmodels\.", "django.db.models.", plain))
    yield changed("string", "Shelf", "models.ForeignKey(Shelf,", 'models.ForeignKey("Shelf",')
    yield changed("string", "with its app", "models.ForeignKey(Shelf,", 'models.ForeignKey("shop.shelf",')
    yield changed("string", "user", "settings.AUTH_USER_MODEL,", '"people.Person",')
    yield changed(
        "keyword",
        "to",
        "models.ForeignKey(Book, models.CASCADE)",
        "models.ForeignKey(to=Book, on_delete=models.CASCADE)",
    )
    yield changed("keyword", "verbose_name", 'models.CharField("Title", ', 'models.CharField(verbose_name="Title", ')
    yield changed("constant", "length", "max_length=100", "max_length=10 * 10")
    yield changed("choices", "list", "choices=State.choices", 'choices=[("draft", "Draft"), ("sold", "Sold")]')
    yield changed("choices", "class", "choices=State.choices", "choices=State")
    yield changed("label", "help", "max_length=40", 'max_length=40, help_text="What it is", blank=True, editable=False')
    yield changed("tuple", "together", '[("title", "shelf")]', '(("title", "shelf"),)')
    yield changed("tuple", "flat", '[("title", "shelf")]', '("title", "shelf")')
    yield changed(
        "ordering",
        "book",
        'db_table_comment = "All books"',
        'db_table_comment = "All books"\n        ordering = ["title"]',
    )
    yield changed(
        "method",
        "str",
        "class Novel(Book):\n",
        "class Novel(Book):\n    def __str__(self):\n        return self.plot\n\n",
    )
    yield changed("settings", "concatenated", '"people", "shop"]', '"people"] + ["shop"]', path="settings.py")


def _of_order() -> Iterator[Mutant]:
    content = text()
    shelf = content[content.index("class Shelf") : content.index("class Genre")]
    genre = content[content.index("class Genre") : content.index("class Book")]
    yield replaced("order", "classes", content.replace(shelf + genre, genre + shelf))
    state = content[content.index("class State") : content.index("class Stamped")]
    moved = content.replace(state, "").replace("from .fields", "from .states import State\nfrom .fields")
    files = {**SAMPLE, MODELS: moved.encode(), "shop/states.py": f"from django.db import models\n\n\n{state}".encode()}
    yield Mutant("module", "State", files, ())
    stamped = content[content.index("class Stamped") : content.index("class Shelf")]
    moved = content.replace(stamped, "").replace("from .fields", "from .bases import Stamped\nfrom .fields")
    files = {**SAMPLE, MODELS: moved.encode(), "shop/bases.py": f"from django.db import models\n\n\n{stamped}".encode()}
    yield Mutant("module", "Stamped", files, ())
