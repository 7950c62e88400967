"""Which migrations belong together, and in which order they run."""

import re

from tests.extract.migrations.typeorm.vocabulary import history, migration, told
from tests.vocabulary import read

ENTITY = b"""
import { Entity, PrimaryColumn } from "typeorm";
@Entity() export class A { @PrimaryColumn("int") id: number; }
"""


def source(migrations: str, imports: str = "", type_: str = "mysql") -> bytes:
    return f"""
    import {{ DataSource }} from "typeorm";
    import {{ A }} from "./a";
    {imports}
    export const source = new DataSource({{ type: "{type_}", entities: [A], migrations: {migrations} }});
    """.encode()


def create(name: str) -> str:
    return f"await queryRunner.query('CREATE TABLE {name} (id int NOT NULL, PRIMARY KEY (id))');"


FILES = {
    "src/a.ts": ENTITY,
    "src/migrations/b.ts": migration("First1700000000001", create("a")),
    "src/migrations/a.ts": migration("Second1700000000002", "await queryRunner.query('DROP TABLE a');"),
}


def test_none() -> None:
    assert read({"src/a.ts": ENTITY}).migrations == ()
    helper = migration("Helper", create("a")).replace(b"async down", b"async undo")
    assert read({"src/a.ts": ENTITY, "src/helper.ts": helper}).migrations == ()


def test_a_data_source_names_a_pattern() -> None:
    found = history(FILES | {"src/source.ts": source('["dist/migrations/*.js"]')})
    assert (found.tool, found.folder, found.dialect, found.sources) == (
        "typeorm", "src/migrations", "mysql", ("typeorm:src/a.ts",)
    )  # fmt: skip
    assert told(found) == ["First1700000000001: create table a", "Second1700000000002: drop table a"]
    assert [each.text for each in found.pending] == ["create table a (id)"]


def test_a_data_source_names_classes_of_several_folders() -> None:
    imports = "import { all } from './migrations';"
    index = b"""
    import { Second1700000000002 } from "./a"; import { First1700000000001 } from "../more/b";
    export const all = [Second1700000000002, First1700000000001];
    """
    files = {
        "src/a.ts": ENTITY,
        "src/source.ts": source("all", imports),
        "src/migrations/index.ts": index,
        "src/migrations/a.ts": FILES["src/migrations/a.ts"],
        "src/migrations/unused.ts": migration("Unused1700000000003", create("unused")),
        "src/more/b.ts": FILES["src/migrations/b.ts"],
    }
    assert told(history(files)) == [
        "First1700000000001: create table a",
        "Second1700000000002: drop table a",
        "unlisted: unused.ts is not among the migrations of the data source: it will never run",
    ]


def test_no_data_source_names_them() -> None:
    found = history({path.replace("src/mi", "src/sqlite/mi"): content for path, content in FILES.items()})
    assert (found.folder, found.dialect, found.sources) == ("src/sqlite/migrations", "sqlite", ())
    assert told(found) == ["First1700000000001: create table a", "Second1700000000002: drop table a"]


def test_names_that_typeorm_refuses() -> None:
    files = {
        "src/a.ts": ENTITY,
        "src/source.ts": source('["src/migrations/*.ts"]'),
        "src/migrations/a.ts": migration("Nameless", create("a")),
        "src/migrations/b.ts": migration("B1700000000000", create("b")),
        "src/migrations/c.ts": migration("B1700000000000", create("c")),
    }
    assert told(history(files))[3:] == [
        "order: the name of Nameless does not say when it runs",
        "fork: B1700000000000 is also a migration of src/migrations/b.ts",
    ]


def test_the_property_name_counts() -> None:
    named = migration("First", create("a")).replace(
        b"public async up", b"name = 'First1700000000001'\n public async up"
    )
    assert told(history({"migrations/a.ts": named})) == ["First1700000000001: create table a"]


def test_javascript() -> None:
    body = migration("A1700000000000", create("a")).decode()
    body = re.sub(r"import .* from (.*);", r"require(\1);", body).replace("export class", "module.exports = class")
    body = body.replace("implements MigrationInterface", "").replace(": QueryRunner", "").replace(": Promise<void>", "")
    assert told(history({"migrations/a.js": body.replace("public ", "").encode()})) == [
        "A1700000000000: create table a"
    ]
