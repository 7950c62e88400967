"""Makes a repository of any size to measure on: `python benchmarks/scale.py FOLDER [FILES] [TABLES]`.

Packages of a monorepo, each with a Drizzle schema of twenty tables, a route that reads one of them, and components that
are none of this tool's business. The folder must not be there yet; what is written depends on the numbers alone.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

TABLES_OF_A_SCHEMA = 20

TABLE = """
export const t{number} = pgTable('t{number}', {{
  id: serial('id').primaryKey(),
  name: varchar('name', {{ length: 80 }}).notNull(),
  amount: numeric('amount', {{ precision: 10, scale: 2 }}).default('0').notNull(),
  createdAt: timestamp('created_at', {{ withTimezone: true }}).defaultNow(),
  ownerId: integer('owner_id'){reference},
}}, (table) => [index('t{number}_name').on(table.name)]);
"""

COMPONENT = """import {{ useState }} from 'react';

export function Component{number}({{ title }}: {{ title: string }}) {{
  const [open, setOpen] = useState(false);
  return <section onClick={{() => setOpen(!open)}}>{{open ? title : '{number}'}}</section>;
}}
"""

ROUTE = """import {{ db }} from '../db';
import {{ t{number} }} from '../schema';

export async function GET() {{
  return Response.json(await db.select().from(t{number}));
}}
"""

CLIENT = """import { drizzle } from 'drizzle-orm/node-postgres';
import * as schema from './schema';

export const db = drizzle(process.env.DATABASE_URL!, { schema });
"""

DOCUMENT = "# Data model\n\n<!-- datamodel:begin tables -->\n\n<!-- datamodel:begin table t0 -->\n"


def main(root: Path, files: int, tables: int) -> None:
    root.mkdir(parents=True)
    count = 0
    for path, text in written(files, tables):
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text)
        count += 1
    for command in (("init", "--quiet"), ("add", "--all")):
        subprocess.run(("git", *command), cwd=root, check=True)
    print(f"{count} files, {tables} tables in {root}")


def written(files: int, tables: int) -> Iterator[tuple[str, str]]:
    """Paths and what stands there."""
    schemas = -(-tables // TABLES_OF_A_SCHEMA)
    named = ", ".join(f"'./packages/p{number}/src/schema.ts'" for number in range(schemas))
    yield "package.json", '{ "workspaces": ["packages/*"], "dependencies": { "drizzle-orm": "^0.45.0" } }\n'
    config = f"export default {{ dialect: 'postgresql', schema: [{named}] }};\n"
    yield "drizzle.config.ts", config
    yield "docs/data-model.md", DOCUMENT
    for number in range(schemas):
        folder = f"packages/p{number}"
        first = number * TABLES_OF_A_SCHEMA
        yield f"{folder}/package.json", f'{{ "name": "p{number}", "dependencies": {{ "next": "^15.0.0" }} }}\n'
        yield f"{folder}/src/schema.ts", schema(first, min(TABLES_OF_A_SCHEMA, tables - first))
        yield f"{folder}/src/db.ts", CLIENT
        yield f"{folder}/src/app/api/t{first}/route.ts", ROUTE.format(number=first).replace("../", "../../../")
    for number in range(max(0, files - 4 * schemas - 3)):
        folder = f"packages/p{number % max(1, schemas)}/src/components/{number // 1000}"
        yield f"{folder}/Component{number}.tsx", COMPONENT.format(number=number)


def schema(first: int, count: int) -> str:
    names = "index, integer, numeric, pgTable, serial, timestamp, varchar"
    parts = [f"import {{ {names} }} from 'drizzle-orm/pg-core';\n"]
    for number in range(first, first + count):
        reference = f".references(() => t{number - 1}.id)" if number > first else ""
        parts.append(TABLE.format(number=number, reference=reference))
    return "".join(parts)


if __name__ == "__main__":
    numbers = [int(one) for one in sys.argv[2:]]
    main(Path(sys.argv[1]), *(numbers + [100_000, 2_000][len(numbers) :]))
