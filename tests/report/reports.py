"""A report to print: findings on two small files."""

from datamodel_check.model.finding import Change, Finding
from datamodel_check.model.location import Location, Span
from datamodel_check.report import Report

DOCUMENT = b"# Users\n\n<!-- datamodel:begin table users -->\n"
SCHEMA = b"export const users = pgTable('users', {\n\temail: varchar('email', { length: 255 }),\n})\n"

OPENING = Location("docs/data.md", Span(9, 44, 3))
COLUMN = Location("src/schema.ts", Span(41, 78, 2))

TEXTS = {"docs/data.md": DOCUMENT, "src/schema.ts": SCHEMA}

STALE = Finding(
    "DM101",
    "error",
    OPENING,
    "`table users` is stale",
    "table users",
    (Change("changed", "users.email", "users.email: type varchar(100) → varchar(255)", COLUMN),),
    "Run `datamodel-check --fix`.",
    fixable=True,
    related=(COLUMN,),
)

HOSTILE = "x`|<b>\x1b[31m[red]\n::error::forged\r\n%0A\u202e --> */ ${{ a }} $(b)"


def report(*findings: Finding) -> Report:
    return Report(findings, documents=1, sections=4, tables=2, texts=TEXTS)


def hostile() -> Report:
    """Every text that comes from the repository is hostile."""
    place = Location(f"docs/{HOSTILE}.md", OPENING.span)
    change = Change("added", HOSTILE, f"{HOSTILE}: column added", Location(f"src/{HOSTILE}.ts", COLUMN.span))
    finding = Finding("DM101", "error", place, f"`table {HOSTILE}` is stale", HOSTILE, (change,), f"Ask {HOSTILE}.")
    related = Location(f"src/{HOSTILE}.ts", COLUMN.span)
    texts = {place.path: HOSTILE.encode(), related.path: HOSTILE.encode()}
    return Report((finding._replace(related=(related,)),), written=(HOSTILE,), notices=(HOSTILE,), texts=texts)
