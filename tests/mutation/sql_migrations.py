"""Migrations that are SQL, in the folders of Prisma and in plain ones, and their mutants."""

import re
from collections.abc import Callable, Iterator, Mapping

from tests.mutation.migrations import Files, Mutant

PEOPLE = """\
CREATE TYPE "State" AS ENUM ('open', 'paid');

CREATE TABLE "people" (
    "id" SERIAL NOT NULL,
    "name" VARCHAR(80) NOT NULL,
    "state" "State" DEFAULT 'open',
    "born" DATE,
    CONSTRAINT "people_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "people_name_key" ON "people"("name");
"""

PETS = """\
CREATE TABLE "pets" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "owner" INTEGER NOT NULL,
    "weight" NUMERIC(6,2) CHECK ("weight" > 0),
    PRIMARY KEY ("id")
);

CREATE INDEX "pets_owner_idx" ON "pets"("owner", "weight");

ALTER TABLE "pets" ADD CONSTRAINT "pets_owner_fkey" FOREIGN KEY ("owner") REFERENCES "people"("id")
    ON DELETE CASCADE ON UPDATE CASCADE;
"""

CHANGES = """\
ALTER TABLE "people" ADD COLUMN "email" TEXT, ADD COLUMN "seen" TIMESTAMP(3);

ALTER TABLE "people" ALTER COLUMN "born" SET NOT NULL;

ALTER TABLE "pets" RENAME COLUMN "weight" TO "mass";

ALTER TYPE "State" ADD VALUE 'void';

DROP INDEX "people_name_key";
"""

PRISMA: Files = {
    "prisma/migrations/migration_lock.toml": b'provider = "postgresql"\n',
    "prisma/migrations/20240101000000_people/migration.sql": PEOPLE.encode(),
    "prisma/migrations/20240201000000_pets/migration.sql": PETS.encode(),
    "prisma/migrations/20240301000000_changes/migration.sql": CHANGES.encode(),
}

PLAIN: Files = {
    "db/migrations/0001_people.sql": PEOPLE.encode(),
    "db/migrations/0002_pets.sql": PETS.encode(),
    "db/migrations/0003_changes.sql": CHANGES.encode(),
}

_STATEMENT = re.compile(r"[^;]+;\n")

_EDITS = (
    ("VARCHAR(80)", "VARCHAR(81)"),
    ("SERIAL", "BIGSERIAL"),
    ("DATE", "TIME"),
    ("UUID", "TEXT"),
    ("INTEGER", "BIGINT"),
    ("NUMERIC(6,2)", "NUMERIC(6,3)"),
    ("TIMESTAMP(3)", "TIMESTAMP(6)"),
    (" NOT NULL,", ","),
    (" DEFAULT 'open'", ""),
    (" DEFAULT gen_random_uuid()", ""),
    ("'paid'", "'paid', 'late'"),
    ("ON DELETE CASCADE", "ON DELETE SET NULL"),
    ("ON UPDATE CASCADE", "ON UPDATE RESTRICT"),
    ("> 0", ">= 0"),
    ("UNIQUE INDEX", "INDEX"),
    ('"owner", "weight"', '"weight", "owner"'),
    ("SET NOT NULL", "DROP NOT NULL"),
    ('    PRIMARY KEY ("id")\n', '    PRIMARY KEY ("owner")\n'),
    ('ADD COLUMN "email" TEXT, ', ""),
)

_NAME = re.compile(r'"(\w+)"')


def semantic(sample: Files) -> Iterator[Mutant]:
    for path in _scripts(sample):
        name, text = _called(path), sample[path].decode()
        yield Mutant(f"remove {name}", {other: content for other, content in sample.items() if other != path}, name)
        for statement in _STATEMENT.finditer(text):
            words = " ".join(statement[0].split())[:50]
            yield _edited(sample, path, f"drop {words}", text[: statement.start()] + text[statement.end() :])
        for word in _NAME.finditer(text):
            other = f'{text[: word.start()]}"{word[1]}_other"{text[word.end() :]}'
            yield _edited(sample, path, f"call {word[0]} at {word.start()} otherwise", other)
        for old, new in _EDITS:
            if old in text:
                yield _edited(sample, path, f"{old.strip()} to {new.strip() or 'nothing'}", text.replace(old, new, 1))


def _edited(sample: Files, path: str, what: str, text: str) -> Mutant:
    return Mutant(f"{_called(path)}: {what}", {**sample, path: text.encode()}, _called(path))


def _called(path: str) -> str:
    """What an entry is called: Prisma's as its folder."""
    return path.removesuffix("/migration.sql").rpartition("/")[2].removesuffix(".sql")


def _scripts(sample: Files) -> list[str]:
    return sorted(path for path in sample if path.endswith(".sql"))


_WORDS = re.compile(r"\b[A-Z]{2,}\b(?=[^\"']*(?:([\"'])[^\"']*\1[^\"']*)*$)")

# Other words for the same (`int4`, a name with its schema) are no such: the database's settings decide what they mean.
_SAME: Mapping[str, Callable[[str], str]] = {
    "blanks": lambda text: text.replace("    ", "\t").replace("\n\n", "\n \n\n"),
    "byte order mark": lambda text: f"\N{ZERO WIDTH NO-BREAK SPACE}{text}",
    "comments": lambda text: f'-- read me; it\'s long\n{text}/* the "end" */\n',
    "comments within": lambda text: text.replace(" NOT NULL", " /* never; */ NOT NULL").replace(",\n", ", -- next\n"),
    "line ends": lambda text: text.replace("\n", "\r\n"),
    "lower case": lambda text: _WORDS.sub(lambda found: found[0].lower(), text),
    "one line": lambda text: " ".join(text.split()),
}


def cosmetic(sample: Files) -> Iterator[Mutant]:
    for path in _scripts(sample):
        text = sample[path].decode()
        for what, say in _SAME.items():
            if (other := say(text)) != text:
                yield Mutant(f"{what} in {path}", {**sample, path: other.encode()})
