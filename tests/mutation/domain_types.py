"""Types of a domain as TypeScript, Zod and Pydantic say them, and changes of them: of meaning, and of looks only."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

TYPESCRIPT = {
    "src/types/user.ts": """\
import type { Money } from "./money";

export interface Named {
  name: string;
}

export interface User extends Named {
  id: number;
  email?: string;
  roles: Role[];
  balance: Money | null;
  readonly since: Date;
}

export type Role = "admin" | "reader";

export type Draft = Partial<User>;

export type Card = Pick<User, "id" | "name">;

export type Lookup = Record<string, number>;

export enum Level {
  Low = 1,
  High = 2,
}
""",
    "src/types/money.ts": "export type Money = { amount: number; currency: string };\n",
}

ZOD = {
    "src/types/order.ts": """\
import { z } from "zod";

const base = z.object({ id: z.string() });

export const lineSchema = z.object({ title: z.string(), count: z.number() });

export const orderSchema = base.extend({
  lines: z.array(lineSchema),
  state: z.enum(["open", "paid"]),
  note: z.string().optional(),
  paid: z.date().nullable(),
});

export const briefSchema = orderSchema.pick({ id: true, state: true });
""",
}

PYDANTIC = {
    "app/base.py": "from pydantic import BaseModel\n\n\nclass Base(BaseModel):\n    id: int\n",
    "app/models.py": """\
from datetime import date
from typing import Literal

from pydantic import BaseModel, Field

from app.base import Base


class Author(BaseModel):
    name: str
    born: date | None = None


class Book(Base):
    title: str
    author: Author
    tags: list[str] = Field(default_factory=list)
    state: Literal["open", "shut"] = "open"
    code: str = Field(max_length=3)


class Novel(Book):
    plot: str
""",
}

Files = Mapping[str, str]


class Mutant(NamedTuple):
    """`names` are what the lines that differ have to name."""

    what: str
    files: Files
    names: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.what


_EDITS: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    "TypeScript": (
        ("  id: number", "  id: string", "User id"),
        ("email?:", "email:", "User email"),
        ("  id: number;", "  id?: number;", "User id"),
        ("  email?: string;\n", "", "User email"),
        ("  id: number;", "  id: number;\n  born: Date;", "User born"),
        ("  name: string;", "  title: string;", "User name"),
        ("  name: string;", "  name: string | null;", "Named name"),
        ("Role[]", "Role", "User roles"),
        ("Money | null", "Money", "User balance"),
        ("since: Date", "since: string", "User since"),
        (" extends Named", "", "User name"),
        ('"admin" | ', "", "Role"),
        ('"reader"', '"reader" | "guest"', "Role"),
        ("Partial<User>", "Required<User>", "Draft"),
        ("Partial<User>", "Partial<Named>", "Draft"),
        ('"id" | "name"', '"id"', "Card"),
        ("Pick<", "Omit<", "Card"),
        ("Record<string, number>", "Record<string, string>", "Lookup"),
        ("export interface User", "export interface Member", "Member"),
        ("export type Card", "type Card", "Card"),
        ("export type Lookup", "export type Finder", "Finder"),
        ("  High = 2,\n", "", "Level"),
        ("High = 2", "High = 3", "Level"),
        ("amount: number", "amount: bigint", "Money amount"),
        ("; currency: string", "", "Money currency"),
    ),
    "Zod": (
        ("id: z.string()", "id: z.number()", "order id"),
        ("title: z.string()", "title: z.string().optional()", "line title"),
        ("title: z.string(), ", "", "line title"),
        ("count: z.number()", "count: z.number(), price: z.number()", "line price"),
        ("count:", "amount:", "line amount"),
        ("z.array(lineSchema)", "lineSchema", "order lines"),
        ('"open", ', "", "order state"),
        ('"paid"]', '"paid", "void"]', "order state"),
        (".optional()", "", "order note"),
        (".nullable()", "", "order paid"),
        ("z.date()", "z.string()", "order paid"),
        ("base.extend", "z.object", "order id"),
        (", state: true", "", "brief state"),
        (".pick(", ".omit(", "brief"),
        ("export const lineSchema", "const lineSchema", "line"),
        ("briefSchema", "shortSchema", "short"),
    ),
    "Pydantic": (
        ("name: str", "name: int", "Author name"),
        ("date | None = None", "date | None", "Author born"),
        ("date | None = None", "date", "Author born"),
        ("    name: str\n", "", "Author name"),
        ("    name: str\n", "    name: str\n    age: int\n", "Author age"),
        ("title: str", "name: str", "Novel title"),
        ("author: Author", "author: list[Author]", "Book author"),
        ("list[str]", "set[str]", "Novel tags"),
        (" = Field(default_factory=list)", "", "Book tags"),
        ('"shut"]', '"shut", "lost"]', "Book state"),
        (' = "open"', "", "Book state"),
        ("class Book(Base)", "class Book(BaseModel)", "Book id"),
        ("class Novel(Book)", "class Novel(Base)", "Novel title"),
        ("class Author", "class Writer", "Writer"),
        ("    plot: str", "    plot: str | None = None", "Novel plot"),
        ("    id: int", "    id: str", "Book id"),
        ("Field(max_length=3)", "Field(default='abc', max_length=3)", "Book code"),
    ),
}

SAMPLES: Mapping[str, Files] = {"TypeScript": TYPESCRIPT, "Zod": ZOD, "Pydantic": PYDANTIC}


def semantic(system: str) -> Iterator[Mutant]:
    for old, new, names in _EDITS[system]:
        path = next(path for path, text in SAMPLES[system].items() if old in text)
        files = {**SAMPLES[system], path: SAMPLES[system][path].replace(old, new, 1)}
        yield Mutant(f"{old.strip()} to {new.strip() or 'nothing'}", files, tuple(names.split()))


def _reordered(text: str) -> str:
    """The last two declarations change places."""
    *before, one, other = re.split(r"(?=^export |^class )", text, flags=re.MULTILINE)
    return "".join([*before, f"{other.rstrip()}\n\n", one]) if before else text


_SCRIPT: Mapping[str, Callable[[str], str]] = {
    "block comments": lambda text: text.replace(": ", ": /* so */ "),
    "comments": lambda text: text.replace("\n", " // it's so\n"),
    "documentation": lambda text: re.sub(r"^(?=export)", "/** What it is. */\n", text, flags=re.MULTILINE),
    "own functions": lambda text: f"{text}\nfunction own() {{ return 1; }}\n",
    "quotes": lambda text: text.replace('"', "'"),
}

_BOTH: Mapping[str, Callable[[str], str]] = {
    "blank lines": lambda text: text.replace("\n", "\n\n"),
    "byte order mark": lambda text: f"\N{ZERO WIDTH NO-BREAK SPACE}{text}",
    "indentation": lambda text: re.sub(r"^( +)", r"\1\1", text, flags=re.MULTILINE),
    "line ends": lambda text: text.replace("\n", "\r\n"),
}

_SAME: Mapping[str, Mapping[str, Callable[[str], str]]] = {
    "TypeScript": {
        **_BOTH,
        **_SCRIPT,
        "commas": lambda text: re.sub(r";(?=\n  \w)", ",", text),
        "exported below": lambda text: (
            text.replace("export type Role", "type Role") + "export type { Role };\n" if "Role" in text else text
        ),
        "no semicolons": lambda text: text.replace(";\n", "\n"),
        "order": _reordered,
        "parentheses": lambda text: text.replace("Money | null", "(Money | null)"),
    },
    # A member of Zod is told in the words of whoever wrote it: other words for the same are no cosmetic change.
    "Zod": {
        **_BOTH,
        **_SCRIPT,
        "no semicolons": lambda text: text.replace(";\n", "\n"),
        "private name": lambda text: text.replace("base", "common"),
    },
    "Pydantic": {
        **_BOTH,
        "comments": lambda text: text.replace("\n", "  # it's so\n"),
        "documentation": lambda text: text.replace(":\n    ", ':\n    """What it is."""\n\n    '),
        "functions": lambda text: f"{text}\n\ndef own() -> int:\n    return 1\n",
        "methods": lambda text: f"{text}\n    def said(self) -> str:\n        return 'so'\n",
        "module's name": lambda text: re.sub(r"\bBaseModel\b(?=\))", "pydantic.BaseModel", f"import pydantic\n{text}"),
        "order": _reordered,
        "quotes": lambda text: text.replace('"', "'"),
    },
}


def cosmetic(system: str) -> Iterator[Mutant]:
    for path, text in SAMPLES[system].items():
        for what, say in _SAME[system].items():
            if (other := say(text)) != text:
                yield Mutant(f"{what} in {path}", {**SAMPLES[system], path: other})
