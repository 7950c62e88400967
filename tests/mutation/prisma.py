"""Mutants of a schema of Prisma: edits of single lines, told apart by what they do to the facts."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from tests.vocabulary import ROOT

PATH = "prisma/schema.prisma"

with open(f"{ROOT}/tests/mutation/bookshop.prisma", encoding="utf-8") as stream:
    SAMPLE = stream.read()


class Mutant(NamedTuple):
    """`name` is what the difference has to name."""

    kind: str
    what: str
    text: str
    name: str = ""

    def __str__(self) -> str:
        return f"{self.kind} {self.what}"


class Line(NamedTuple):
    """A line, and the block that it stands in."""

    number: int
    text: str
    kind: str
    block: str

    @property
    def name(self) -> str:
        return self.text.split()[0] if self.text.strip() else ""


_BEGINS = re.compile(r"(model|enum|view|datasource|generator) (\w+) \{")
_ARGUMENTS = r'(?:\((?:[^()"]|"[^"]*"|\((?:[^()"]|"[^"]*")*\))*\))?'
_ATTRIBUTE = rf"@(?:db\.)?\w+{_ARGUMENTS}"
_FIELD = re.compile(r"  (\w+)( +)(Unsupported\(.*?\)|\w+)(\[\]|\?)?( +|$)(.*)")


def lines() -> Iterator[Line]:
    kind = block = ""
    for number, text in enumerate(SAMPLE.splitlines()):
        begins = _BEGINS.fullmatch(text)
        if begins:
            kind, block = begins.groups()
        elif text.startswith("  "):
            yield Line(number, text, kind, block)


def fields() -> Iterator[tuple[Line, re.Match[str]]]:
    for line in lines():
        found = _FIELD.fullmatch(line.text)
        if line.kind in {"model", "view"} and found and not line.text.startswith("  @@"):
            yield line, found


MODELS = frozenset(re.findall(r"^model (\w+)", SAMPLE, re.MULTILINE))


def replaced(line: Line, text: str | None) -> str:
    """The sample with another line; without it where that is None."""
    kept = SAMPLE.splitlines()
    kept[line.number : line.number + 1] = [] if text is None else text.split("\n")
    return "\n".join(kept) + "\n"


# --- semantic --------------------------------------------------------------------------------------------------------


def semantic() -> Iterator[Mutant]:
    for make in (_fields, _attributes, _relations, _blocks, _enums, _indexes, _settings):
        yield from make()


def _fields() -> Iterator[Mutant]:
    others = {"String": "Int", "Int": "BigInt", "BigInt": "Int", "DateTime": "String", "Boolean": "Int"}
    others |= {"Float": "Decimal", "Decimal": "Float", "Json": "String", "Bytes": "String"}
    for line, found in fields():
        name, gap, kind, arity, _, rest = found.groups()
        what = f"{line.block}.{name}"
        plain = re.sub(rf" ?@(db\.\w+|default){_ARGUMENTS}", "", rest)
        if kind in others:
            yield Mutant(
                "change-type", what, replaced(line, f"  {name}{gap}{others[kind]}{arity or ''} {plain}"), ".type"
            )
        if not _is_key(name) and kind not in MODELS:
            yield Mutant("drop-field", what, replaced(line, None), "")
            yield Mutant("rename-field", what, replaced(line, line.text.replace(name, f"{name}Anew", 1)), f"{name}Anew")
        if kind not in MODELS and arity != "[]" and "@id" not in rest:
            other = "" if arity else "?"
            yield Mutant("change-nullability", what, replaced(line, f"  {name}{gap}{kind}{other} {rest}"), "")
        if kind in others and arity is None and "@" not in rest:
            yield Mutant("make-list", what, replaced(line, f"  {name}{gap}{kind}[] {rest}"), name)


def _is_key(name: str) -> bool:
    """Whether another line names the field."""
    return bool(re.search(rf"\[[^\]]*\b{name}\b", SAMPLE))


def _attributes() -> Iterator[Mutant]:
    for line, found in fields():
        name, _, kind, *_, rest = found.groups()
        what = f"{line.block}.{name}"
        for attribute in re.findall(_ATTRIBUTE, rest):
            if attribute.startswith(("@id", "@relation")) or _is_nothing(line, attribute):
                continue
            yield Mutant("drop-attribute", f"{what} {attribute}", replaced(line, line.text.replace(attribute, "", 1)))
        for before, after in _CHANGES:
            if re.search(before, rest) and not _is_nothing(line, before):
                yield Mutant(
                    "change-attribute", f"{what} {before}", replaced(line, re.sub(before, after, line.text, count=1))
                )
        if kind not in MODELS and "@default" not in rest and "@id" not in rest and "@updatedAt" not in rest:
            added = f'{line.text} @default(dbgenerated("x()"))'
            yield Mutant("add-default", what, replaced(line, added), "x()")
        if kind not in MODELS and "@unique" not in rest and "@id" not in rest and not _is_nothing(line, "@unique"):
            yield Mutant("add-unique", what, replaced(line, f"{line.text} @unique"))
        if kind not in MODELS and "@map" not in rest:
            yield Mutant("add-map", what, replaced(line, f'{line.text} @map("mapped")'), "mapped")


def _is_nothing(line: Line, attribute: str) -> bool:
    """Views are made by hand, with whatever keys."""
    return line.kind == "view" and attribute == "@unique"


_CHANGES = (
    (r"@default\(true\)", "@default(false)"),
    (r"@default\(0\.5\)", "@default(0.25)"),
    (r"@default\((\d+)\)", r"@default(\g<1>1)"),
    (r"@default\(now\(\)\)", '@default(dbgenerated("clock_timestamp()"))'),
    (r"@default\(cuid\(\)\)", '@default("fixed")'),
    (r"@default\(READER\)", "@default(EDITOR)"),
    (r"@default\(PAPERBACK\)", "@default(HARDCOVER)"),
    (r'@default\("\{\}"\)', '@default("[]")'),
    (r'@default\(\["new"\]\)', '@default(["new", "old"])'),
    (r'@default\(""\)', '@default("x")'),
    (r"gen_random_uuid", "uuid_generate_v4"),
    (r"@default\(autoincrement\(\)\)", "@default(7)"),
    (r'@map\("(\w+)"\)', r'@map("\1_anew")'),
    (r"@db\.VarChar\(100\)", "@db.VarChar(101)"),
    (r"@db\.Char\(13\)", "@db.Char(14)"),
    (r"@db\.Decimal\(10, 2\)", "@db.Decimal(10, 3)"),
    (r"@db\.Timestamptz\(6\)", "@db.Timestamptz(3)"),
    (r"@db\.Timestamptz\(6\)", "@db.Timestamp(6)"),
    (r"@db\.SmallInt", "@db.Oid"),
    (r"@db\.Date\b", "@db.Time"),
    (r"@unique", "@unique(sort: Desc)"),
    (r"@updatedAt", "@default(now())"),
)


def _relations() -> Iterator[Mutant]:
    for line, found in fields():
        name, *_, rest = found.groups()
        what = f"{line.block}.{name}"
        if found.group(3) not in MODELS:
            continue
        renamed = line.text.replace(name, f"{name}Anew", 1)
        yield Mutant("rename-relation", what, replaced(line, renamed), f"{name}Anew")
        if "fields:" not in rest:
            continue
        for event, actions in (("onDelete", ("SetDefault", "SetNull")), ("onUpdate", ("SetDefault", "SetNull"))):
            for action in actions:
                if f"{event} {action}" == "onDelete SetNull" and found.group(4) == "?":
                    continue  # the default
                changed = re.sub(rf", {event}: \w+", "", rest)[:-1] + f", {event}: {action})"
                yield Mutant(
                    f"change-{event}", f"{what} {action}", replaced(line, line.text.replace(rest, changed)), "set "
                )
        yield Mutant("ignore-relation", what, replaced(line, f"{line.text} @ignore"), name)
        if " map:" not in rest:
            yield Mutant("name-foreign-key", what, replaced(line, line.text[:-1] + ', map: "named")'), "named")
    for name in ("Invitation", "shelf"):
        yield Mutant("rename-relation-in-code", name, SAMPLE.replace(f'"{name}"', f'"{name}Anew"'), f"{name}Anew")
    text = SAMPLE.replace("  wished    Book[]\n", "").replace("  wishers  User[]\n", "")
    yield Mutant("drop-many-to-many", "User.wished", text, "_BookToUser")


def _blocks() -> Iterator[Mutant]:
    for line in lines():
        if not line.text.startswith("  @@"):
            continue
        attribute = line.text.strip()
        what = f"{line.block} {attribute}"
        if attribute.startswith("@@id"):
            swapped = re.sub(r"\[(\w+), (\w+)", r"[\2, \1", line.text)
            yield Mutant("reorder-key", what, replaced(line, swapped))
            yield Mutant("drop-key", what, replaced(line, None))
        if attribute.startswith("@@map"):
            yield Mutant("rename-table", what, replaced(line, line.text.replace('")', '_anew")')), "_anew")
            yield Mutant("drop-map", what, replaced(line, None), line.block)
        if attribute.startswith('@@schema("accounts")'):
            yield Mutant("move-schema", what, replaced(line, '  @@schema("public")'))
        if attribute.startswith('@@schema("public")'):
            yield Mutant("move-schema", what, replaced(line, '  @@schema("accounts")'), "accounts")
    for model in sorted(MODELS):
        renamed = re.sub(rf"\b{model}\b(?!\()", f"{model}Anew", SAMPLE)
        yield Mutant("rename-model", model, renamed, f"{model}Anew")
    yield Mutant("add-model", "Extra", SAMPLE + "\nmodel Extra {\n  id Int @id\n}\n", "Extra")
    yield Mutant(
        "add-field", "Genre.extra", SAMPLE.replace("model Genre {\n", "model Genre {\n  extra Int?\n"), "extra"
    )
    yield Mutant("model-to-view", "Genre", SAMPLE.replace("model Genre {", "view Genre {"))


def _indexes() -> Iterator[Mutant]:
    for line in lines():
        found = re.fullmatch(r"  @@(index|unique)\(\[(.*?)\](.*)\)", line.text)
        if not found:
            continue
        kind, columns, rest = found.groups()
        what = f"{line.block} @@{kind}([{columns}])"
        other = "unique" if kind == "index" else "index"
        if "type:" not in rest:
            yield Mutant("change-uniqueness", what, replaced(line, f"  @@{other}([{columns}]{rest})"))
        yield Mutant("drop-index", what, replaced(line, None))
        if ", " in columns:
            swapped = ", ".join(reversed(re.split(r", ", columns)))
            yield Mutant("reorder-index", what, replaced(line, f"  @@{kind}([{swapped}]{rest})"))
        sorted_ = columns.replace("(sort: Desc)", "") if "sort" in columns else f"{columns}(sort: Desc)"
        yield Mutant("sort-index", what, replaced(line, f"  @@{kind}([{sorted_}]{rest})"))
        named = re.sub(r", (map|name): \"\w+\"", "", rest)
        yield Mutant("name-index", what, replaced(line, f'  @@{kind}([{columns}]{named}, map: "anew")'), "anew")
        if kind == "index":
            typed = rest.replace(", type: Hash", "") if "type" in rest else f"{rest}, type: Brin"
            yield Mutant("change-method", what, replaced(line, f"  @@index([{columns}]{typed})"))
            partial = f'  @@index([{columns}]{rest}, where: raw("1 = 1"))'
            yield Mutant("add-condition", what, replaced(line, partial), "1 = 1")


def _enums() -> Iterator[Mutant]:
    values = [line for line in lines() if line.kind == "enum" and not line.text.startswith("  @@")]
    for line in values:
        what = f"{line.block}.{line.name}"
        yield Mutant("add-value", what, replaced(line, f"{line.text}\n  EXTRA"), "EXTRA")
        yield Mutant("drop-value", what, replaced(line, None))
        yield Mutant("map-value", what, replaced(line, f'  {line.name} @map("mapped")'), "mapped")
        others = [other for other in values if other.block == line.block]
        if line is not others[-1]:
            after = others[others.index(line) + 1]
            swapped = SAMPLE.replace(f"{line.text}\n{after.text}\n", f"{after.text}\n{line.text}\n")
            yield Mutant("reorder-values", what, swapped)


def _settings() -> Iterator[Mutant]:
    for provider in ("mysql", "sqlite", "cockroachdb"):
        yield Mutant("change-provider", provider, SAMPLE.replace('"postgresql"', f'"{provider}"'), provider)
    mode = '"postgresql"\n  relationMode = "prisma"'
    yield Mutant("change-relation-mode", "prisma", SAMPLE.replace('"postgresql"', mode), "enforced")


# --- cosmetic --------------------------------------------------------------------------------------------------------


def cosmetic() -> Iterator[Mutant]:
    for kind, change in _EVERYWHERE.items():
        yield Mutant(kind, "everywhere", change(SAMPLE))
    for line in lines():
        what = f"line {line.number + 1}"
        yield Mutant("comment-line", what, replaced(line, f"  // {{ a comment\n{line.text}"))
        yield Mutant("document-line", what, replaced(line, f"  /// documentation\n{line.text} /// more"))
        yield Mutant("blank-line", what, replaced(line, f"\n{line.text}\n"))
        if line.kind in {"model", "view"}:
            yield from _reordered(line, what)
    yield from _blocks_moved()
    yield from _spelt()


_EVERYWHERE: dict[str, Callable[[str], str]] = {
    "crlf": lambda text: text.replace("\n", "\r\n"),
    "tabs": lambda text: text.replace("  ", "\t"),
    "unaligned": lambda text: re.sub(r"(?<=\w) {2,}", " ", text),
    "wide": lambda text: re.sub(r"(?<=[\w?\]]) (?=@)", "      ", text),
    "no-documentation": lambda text: re.sub(r"///.*\n", "", text),
    "final-newline": str.strip,
    "generator": lambda text: text.replace('provider        = "prisma-client-js"', 'provider = "prisma-client"'),
    "datasource-name": lambda text: text.replace("datasource db", "datasource pg").replace("@db.", "@pg."),
    "url": lambda text: text.replace('"postgresql"\n', '"postgresql"\n  url = env("DATABASE_URL")\n'),
    "block-comment": lambda text: text.replace("model Author", "/* model Old {\n  id Int @id\n} */\nmodel Author"),
}


def _reordered(line: Line, what: str) -> Iterator[Mutant]:
    """Attributes, arguments, fields in another order: none is a fact."""
    attributes = re.findall(rf"(?<= ){_ATTRIBUTE}", line.text)
    if len(attributes) > 1:
        begins = line.text.index(attributes[0])
        swapped = line.text[:begins] + " ".join(reversed(attributes))
        yield Mutant("reorder-attributes", what, replaced(line, swapped))
    found = re.search(r"@relation\((.*)\)", line.text)
    if found and "fields:" in found.group(1):
        named = re.sub(r'^"', 'name: "', found.group(1))
        arguments = re.split(r", (?=\w+:)", named)
        swapped = line.text.replace(found.group(1), ", ".join(reversed(arguments)))
        yield Mutant("reorder-arguments", what, replaced(line, swapped))
    kept = SAMPLE.splitlines()
    after = kept[line.number + 1]
    if after.startswith("  ") and after.startswith("  @@") == line.text.startswith("  @@"):
        kept[line.number], kept[line.number + 1] = after, line.text
        yield Mutant("reorder-lines", what, "\n".join(kept) + "\n")


def _blocks_moved() -> Iterator[Mutant]:
    blocks = re.split(r"\n\n(?=\S)", SAMPLE.strip())
    for number in range(len(blocks) - 1):
        moved = [*blocks[:number], blocks[number + 1], blocks[number], *blocks[number + 2 :]]
        yield Mutant("reorder-blocks", blocks[number].split("\n")[0], "\n\n".join(moved) + "\n")
    yield Mutant("reorder-blocks", "all", "\n\n".join(reversed(blocks)) + "\n")


_SPELT = (
    ("@@index([authorId])", "@@index(fields: [authorId])"),
    ("@@index([authorId])", "@@index([authorId], type: BTree)"),
    ("@@index([authorId])", '@@index([authorId], map: "Book_author_id_idx")'),
    ("@@index([authorId])", "@@index([authorId(sort: Asc)])"),
    ('@@index([price], name: "by_price")', '@@index([price], map: "by_price")'),
    ("@@unique([first, last])", '@@unique([first, last], map: "Author_first_last_key")'),
    ("@@unique([first, last])", '@@unique([first, last], name: "forClientOnly")'),
    ("@unique\n", '@unique(map: "users_email_key")\n'),
    ('@map("seen_at")', '@map(name: "seen_at")'),
    ("@default(true)", "@default(value: true)"),
    ('@relation("Invitation")', '@relation(name: "Invitation")'),
    ("references: [isbn])", "references: [isbn], onDelete: Restrict, onUpdate: Cascade)"),
    ("references: [isbn])", 'references: [isbn], map: "lines_isbn_fkey")'),
    ("references: [id])", "references: [id], onDelete: SetNull)"),
    ('@@schema("public")\n}\n\nview', '@@schema(map: "public")\n}\n\nview'),
    ("@id @db.Char(13)", '@id(map: "Book_pkey") @db.Char(13)'),
    ("cuid()", "cuid(2)"),
    ("title    String\n", "title    String @db.Text\n"),
    ("pages    Int     @default(100)", "pages    Int     @default(100) @db.Integer"),
)


def _spelt() -> Iterator[Mutant]:
    """What Prisma would take for granted, said."""
    for before, after in _SPELT:
        assert before in SAMPLE, before
        yield Mutant("spell-out", after, SAMPLE.replace(before, after, 1))
