"""What the next migration would hold, as `typeorm migration:generate` has it."""

import pytest

from tests.extract.migrations.typeorm.vocabulary import history, migration

SOURCE = """
import {{ Column, CreateDateColumn, DataSource, Entity, Index, ManyToOne }} from "typeorm";
import {{ PrimaryGeneratedColumn, Unique }} from "typeorm";

{before}
@Entity()
export class User {{
  @PrimaryGeneratedColumn() id: number;
  {columns}
}}

export const source = new DataSource({{ type: "{type}", entities: [User], migrations: ["migrations/*.ts"] }});
"""

TABLE = {
    "mysql": "CREATE TABLE user (id int NOT NULL AUTO_INCREMENT, {columns} PRIMARY KEY (id))",
    "postgres": 'CREATE TABLE "user" ("id" SERIAL NOT NULL, {columns} CONSTRAINT "PK_1" PRIMARY KEY ("id"))',
}


def pending(columns: str, sql: str, *more: str, before: str = "", type_: str = "postgres") -> list[str]:
    """What a migration lacks of an entity with these columns."""
    texts = [TABLE[type_].format(columns=sql), *more]
    body = "\n".join(f"await queryRunner.query(`{text}`);" for text in texts)
    files = {
        "source.ts": SOURCE.format(columns=columns, type=type_, before=before).encode(),
        "migrations/m.ts": migration("M1700000000000", body),
    }
    return [each.text for each in history(files).pending]


def test_they_agree() -> None:
    assert pending("@Column() name: string;", '"name" character varying NOT NULL,') == []
    assert pending("", "", 'CREATE TABLE "typeorm_metadata" ("type" varchar)', "CREATE TYPE mood AS ENUM ('a')") == []
    assert pending("@Column() name: string;", "name varchar(255) NOT NULL,", type_="mysql") == []
    time = "at datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),"
    assert pending("@CreateDateColumn() at: Date;", time, type_="mysql") == []


@pytest.mark.parametrize(
    ("columns", "sql", "expected"),
    [
        ("@Column() name: string;", "", "add column user.name varchar not null"),
        ("", '"name" text,', "drop column user.name"),
        ("@Column() name: string;", '"name" varchar,', "set user.name not null"),
        ("@Column({ length: 9 }) n: string;", '"n" varchar NOT NULL,', "change user.n from varchar to varchar(9)"),
        ("@Column({ default: 1 }) n: number;", '"n" integer NOT NULL DEFAULT 2,', "set default of user.n to 1"),
        ("@Column({ unique: true }) n: number;", '"n" integer NOT NULL,', "add unique (n) to user"),
        ("", "CHECK (id > 0),", "drop check (id > 0) of user"),
    ],
)
def test_what_differs(columns: str, sql: str, expected: str) -> None:
    assert pending(columns, sql) == [expected]


def test_a_unique_of_one_column_may_have_any_name() -> None:
    assert pending("@Column({ unique: true }) n: number;", '"n" integer NOT NULL UNIQUE,') == []


def test_a_unique_of_several_may_not() -> None:
    columns, sql = "@Column() a: number; @Column() b: number;", '"a" int NOT NULL, "b" int NOT NULL, {} UNIQUE (a, b),'
    assert pending(columns, sql.format('CONSTRAINT "u"'), before='@Unique("u", ["a", "b"])') == []
    assert pending(columns, sql.format('CONSTRAINT "v"'), before='@Unique("u", ["a", "b"])') == [
        "rename unique v of user to u"
    ]


def test_names_of_indexes_and_foreign_keys() -> None:
    columns = "@Index() @Column() n: number; @ManyToOne(() => User, { nullable: false }) parent: User;"
    sql = '"n" int NOT NULL, "parentId" int NOT NULL,'
    index = 'CREATE INDEX "{}" ON "user" ("n")'
    key = 'ALTER TABLE "user" ADD CONSTRAINT "{}" FOREIGN KEY ("parentId") REFERENCES "user" ("id")'
    made = [each.rsplit(" to ", 1) for each in pending(columns, sql, index.format("i"), key.format("k"))]
    assert [before for before, _ in made] == ["rename index i of user", "rename foreign key k of user"]
    assert pending(columns, sql, index.format(made[0][1]), key.format(made[1][1])) == []


def test_of_two_equal_indexes_the_one_with_the_wrong_name_is_dropped() -> None:
    create = 'CREATE INDEX "{}" ON "user" ("n")'
    assert pending('@Index("b") @Column() n: number;', '"n" int NOT NULL,', create.format("a"), create.format("b")) == [
        "drop index a (n) of user"
    ]


def test_the_index_of_a_foreign_key_is_part_of_it() -> None:
    columns = "@ManyToOne(() => User) parent: User;"
    name = "FK_c86f56da7bb30c073e3cbed4e50"
    key = f"KEY {name} (parentId), CONSTRAINT {name} FOREIGN KEY (parentId) REFERENCES user (id),"
    assert pending(columns, f"parentId int NULL, {key}", type_="mysql") == []


def test_what_typeorm_does_not_see() -> None:
    assert pending("", "", 'CREATE INDEX "i" ON "user" (lower("id"::text))') == []
    assert pending("", "CHECK (id > 0),", type_="mysql") == []
    assert pending("@Column() at: Date;", "at datetime(3) NOT NULL,", type_="mysql") == []
