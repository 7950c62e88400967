"""What a migration does on its way up: statements of SQL."""

from tests.extract.migrations.typeorm.vocabulary import does, history, migration, told
from tests.vocabulary import read

USER = 'await queryRunner.query(`CREATE TABLE "user" ("id" serial PRIMARY KEY, "name" text)`);'


def test_statements() -> None:
    assert does(USER, 'await queryRunner.query(\'ALTER TABLE "user" ADD "age" int\');') == [
        "M1700000000000: create table user",
        "M1700000000001: add column user.age integer",
    ]


def test_what_only_changes_data() -> None:
    assert does(USER, 'await queryRunner.query(`UPDATE "user" SET "name" = \'${Math.random()}\'`);') == [
        "M1700000000000: create table user",
        "M1700000000001: ",
    ]


def test_what_the_database_decides() -> None:
    added = 'await queryRunner.query(`ALTER TABLE "user" ADD "age" int`);'
    asked = f'if (!(await queryRunner.hasColumn("user", "age"))) {{ {added} }}'
    assert does(USER, added, asked)[1:] == ["M1700000000001: add column user.age integer", "M1700000000002: "]
    assert does(USER, asked)[1:] == ["M1700000000001: add column user.age integer"]


def test_one_of_two_texts() -> None:
    text = 'process.env.A ? `ALTER TABLE "user" ADD "a" int` : `ALTER TABLE "user" ADD "b" int`'
    assert does(USER, f"const text = {text}; await queryRunner.query(text);")[1:] == [
        "M1700000000001: add column user.a integer; add column user.b integer"
    ]


def test_what_is_left_early() -> None:
    body = """
    const there = await queryRunner.hasColumn("user", "age");
    if (there) return;
    await queryRunner.query(`ALTER TABLE "user" ADD "age" int`);
    """
    assert does(USER, body)[1:] == ["M1700000000001: add column user.age integer"]


def test_helpers_and_loops() -> None:
    body = """
    const add = async (runner, column) => { await runner.query(`ALTER TABLE "user" ADD "${column}" int`); };
    for (const column of ["age", "size"]) await add(queryRunner, column);
    """
    assert does(USER, body)[1:] == ["M1700000000001: add column user.age integer; add column user.size integer"]


def test_helpers_that_are_left_early() -> None:
    body = """
    const add = async (runner, column) => {
      if (await runner.hasColumn("user", column)) return;
      await runner.query(`ALTER TABLE "user" ADD "${column}" int`);
    };
    await add(queryRunner, "age");
    """
    assert does(USER, body, body)[1:] == ["M1700000000001: add column user.age integer", "M1700000000002: "]


def test_methods_and_properties_of_the_class_and_its_bases() -> None:
    source = """
    import { MigrationInterface, QueryRunner } from "typeorm";
    class Base {
      table = "base";
      async create(queryRunner: QueryRunner) { await queryRunner.query(`CREATE TABLE "${this.table}" ("id" int)`); }
    }
    export class M1700000000000 extends Base implements MigrationInterface {
      table = "user";
      async up(queryRunner: QueryRunner) { await this.create(queryRunner); await this.index(queryRunner); }
      private async index(runner: QueryRunner) { await runner.query(`CREATE INDEX "i" ON "${this.table}" ("id")`); }
      async down() {}
    }
    """
    assert told(history({"migrations/m.ts": source.encode()})) == [
        "M1700000000000: create table user; create index i on user (id)"
    ]


def test_transactions() -> None:
    body = f"""
    await queryRunner.startTransaction();
    try {{
      {USER}
      await queryRunner.commitTransaction();
    }} catch (error) {{
      await queryRunner.query('DROP TABLE "user"');
      throw error;
    }} finally {{
      await queryRunner.manager.query('CREATE INDEX "i" ON "user" ("name")');
    }}
    """
    assert does(body) == ["M1700000000000: create table user; create index i on user (name)"]


def test_a_file_of_sql() -> None:
    body = """
    const text = fs.readFileSync(path.join(__dirname, "../first.sql"), "utf8");
    await queryRunner.query(text);
    """
    imports = b'import fs from "node:fs"; import path from "path";'
    files = {
        "db/migrations/a.ts": imports + migration("M1700000000000", body),
        "db/first.sql": b"create table a (id int); create table b (id int);",
    }
    assert told(history(files)) == ["M1700000000000: create table a; create table b"]


def test_text_that_is_not_known() -> None:
    files = {"migrations/1.ts": migration("M1700000000000", "await queryRunner.query(`DROP TABLE ${process.env.T}`);")}
    found = read(files)
    assert [(each.location.span.line, each.message) for each in found.diagnostics if each.code == "unreadable"] == [
        (6, "the text of the statement is not known")
    ]
