"""What a migration does on its way up: statements of SQL."""

from tests.extract.migrations.typeorm.vocabulary import does, history, migration

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


def test_text_that_is_not_known() -> None:
    files = {"migrations/1.ts": migration("M1700000000000", "await queryRunner.query(`DROP TABLE ${process.env.T}`);")}
    assert history(files).entries[0].operations == ()
