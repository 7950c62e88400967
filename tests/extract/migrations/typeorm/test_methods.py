"""The methods of the query runner that change tables; the state after them is told whole."""

from tests.extract.migrations.typeorm.vocabulary import does, makes, same

USER = """
await queryRunner.createTable(new Table({
  name: "user",
  columns: [
    { name: "id", type: "int", isPrimary: true, isGenerated: true, generationStrategy: "increment" },
    { name: "email", type: "varchar", length: "100", isUnique: true },
  ],
}), true);
"""


def test_create_table() -> None:
    body = """
    await queryRunner.createTable(new Table({
      name: "shop.book",
      comment: "What is sold",
      columns: [
        new TableColumn({ name: "id", type: "uuid", isPrimary: true, isGenerated: true, generationStrategy: "uuid" }),
        { name: "title", type: "varchar", default: "'none'", comment: "As printed" },
        { name: "price", type: "numeric", precision: 10, scale: 2, isNullable: true },
        { name: "kind", type: "enum", enum: ["paper", "file"], default: "'paper'" },
        { name: "tags", type: "text", isArray: true, isNullable: true },
        { name: "made", type: "timestamp with time zone", precision: 3, default: "now()" },
        { name: "authorId", type: "int" },
        { name: "long", type: "int", generatedType: "STORED", asExpression: "length(title)" },
      ],
      foreignKeys: [{ columnNames: ["authorId"], referencedTableName: "user", referencedColumnNames: ["id"],
                      onDelete: "CASCADE", referencedSchema: "public" }],
      uniques: [{ name: "unique_title", columnNames: ["title", "authorId"] }],
      checks: [{ expression: `"price" > 0` }],
      indices: [{ columnNames: ["title"], where: `"title" <> ''` }, { columnNames: ["made"], isUnique: true }],
    }));
    """
    assert makes(USER, body) == same(
        """
        table shop.book (book)
          id: uuid primary key default uuid_generate_v4()
          title: varchar default 'none'
          price: numeric(10,2) null
          kind: book_kind_enum default 'paper' enum shop.book_kind_enum
          tags: text[] null
          made: timestamp(3) with time zone unique default now()
          authorId: integer → user.id
          long: integer stored as length(title)
          primary key PK_a3afef72ec8f80e6e5c310b28a4 (id)
          unique unique_title (title, authorId)
          unique index IDX_c347b7c6e4e416a6d511b7646a (made)
          index IDX_d268947febf63974849a8f3d75 (title) where title <> ''
          foreign key FK_66a4f0f47943a0d99c16ecf90b2 (authorId) → user (id) on delete cascade
          check CHK_01e16ae888e345cf5ce0111e5e: price > 0
        table user (user)
          id: integer primary key autoincrement
          email: varchar(100) unique
          primary key PK_cace4a159ff9f2512dd42373760 (id)
          unique UQ_e12875dfb3b1d92d7d7c5377e22 (email)
        enum shop.book_kind_enum (book_kind_enum): paper, file
        """
    )


def test_columns() -> None:
    body = """
    await queryRunner.addColumn("user", new TableColumn({ name: "age", type: "int", isNullable: true }));
    await queryRunner.addColumns("user", [new TableColumn({ name: "a", type: "int", default: 0 }),
                                          new TableColumn({ name: "b", type: "boolean", default: false })]);
    await queryRunner.renameColumn("user", "a", "c");
    await queryRunner.changeColumn("user", "age", new TableColumn({ name: "age", type: "bigint", isUnique: true }));
    await queryRunner.dropColumn("user", "b");
    await queryRunner.dropColumns("user", ["c", "email"]);
    """
    assert does(USER, body)[1].split("; ") == [
        "M1700000000001: add column user.age integer",
        "add column user.a integer not null default 0",
        "add column user.b boolean not null default false",
        "rename column user.a to c",
        "change user.age: age bigint not null",
        "add unique (age) to user",
        "drop column user.b",
        "drop column user.c",
        "drop column user.email",
    ]


def test_keys() -> None:
    body = """
    await queryRunner.createIndex("user", new TableIndex({ name: "by_email", columnNames: ["email"] }));
    await queryRunner.dropIndex("user", "by_email");
    await queryRunner.createForeignKey("user", new TableForeignKey({ columnNames: ["id"],
        referencedTableName: "user", referencedColumnNames: ["id"], onDelete: "SET NULL" }));
    await queryRunner.dropForeignKey("user", "FK_cace4a159ff9f2512dd42373760");
    await queryRunner.createUniqueConstraint("user", new TableUnique({ name: "u", columnNames: ["id", "email"] }));
    await queryRunner.dropUniqueConstraint("user", "u");
    await queryRunner.dropPrimaryKey("user");
    await queryRunner.createPrimaryKey("user", ["id", "email"]);
    """
    assert does(USER, body)[1].split("; ") == [
        "M1700000000001: create index by_email on user (email)",
        "drop index by_email on user",
        "add foreign key (id) references user (id) on delete set null to user",
        "drop constraint FK_cace4a159ff9f2512dd42373760 of user",
        "add unique (id, email) to user",
        "drop constraint u of user",
        "drop primary key of user",
        "add primary key (id, email) to user",
    ]


def test_tables() -> None:
    body = """
    await queryRunner.renameTable("user", "person");
    await queryRunner.dropTable("nothing", true);
    await queryRunner.dropTable("person");
    await queryRunner.createSchema("shop", true);
    """
    assert does(USER, body)[1:] == [
        "M1700000000001: rename table user to person; drop table person; create schema shop"
    ]


def test_a_type_that_gets_other_values() -> None:
    made = """new TableColumn({ name: "kind", type: "enum", enum: ["a", "b"] })"""
    body = f"""
    await queryRunner.addColumn("user", {made});
    await queryRunner.changeColumn("user", "kind", {made.replace('"b"', '"c"')});
    """
    assert makes(USER, body) == same(
        """
        table user (user)
          id: integer primary key autoincrement
          email: varchar(100) unique
          kind: user_kind_enum enum user_kind_enum
          primary key PK_cace4a159ff9f2512dd42373760 (id)
          unique UQ_e12875dfb3b1d92d7d7c5377e22 (email)
        enum user_kind_enum (user_kind_enum): a, c
        """
    )


def test_mysql() -> None:
    body = """
    await queryRunner.addColumn("user", new TableColumn({ name: "kind", type: "enum", enum: ["a"], isNullable: true }));
    await queryRunner.addColumn("user", new TableColumn({ name: "at", type: "datetime", precision: 6,
                                default: "CURRENT_TIMESTAMP(6)", onUpdate: "CURRENT_TIMESTAMP(6)" }));
    await queryRunner.addColumn("user", new TableColumn({ name: "size", type: "int", unsigned: true, default: 0 }));
    """
    assert makes(USER, body, dialect="mysql") == same(
        """
        table user (user)
          id: int primary key autoincrement
          email: varchar(100) unique
          kind: enum('a') null
          at: datetime(6) default CURRENT_TIMESTAMP(6) on update CURRENT_TIMESTAMP(6)
          size: int unsigned default 0
          unique UQ_e12875dfb3b1d92d7d7c5377e22 (email)
        """
    )


def test_sqlite() -> None:
    body = """
    await queryRunner.addColumn("user", new TableColumn({ name: "at", type: "datetime", default: "datetime('now')" }));
    await queryRunner.addColumn("user", new TableColumn({ name: "kind", type: "varchar", enum: ["a", "b"] }));
    """
    assert makes(USER.replace('"int"', '"integer"'), body, dialect="sqlite") == same(
        """
        table user (user)
          id: integer primary key autoincrement
          email: varchar(100) unique
          at: datetime default (datetime('now'))
          kind: varchar
          unique UQ_e12875dfb3b1d92d7d7c5377e22 (email)
          check None: kind IN ('a', 'b')
        """
    )


def test_what_is_not_known() -> None:
    body = """
    await queryRunner.addColumn("user", new TableColumn(process.env.COLUMN));
    await queryRunner.turnAround("user");
    """
    assert makes(USER, body).splitlines()[:2] == [
        "the column cannot be resolved",
        "what .turnAround() does to the database is not known",
    ]


def test_what_is_found_in_a_table() -> None:
    body = """
    const table = await queryRunner.getTable("user");
    await queryRunner.addColumn(table, new TableColumn({ name: "age", type: "int" }));
    await queryRunner.dropColumn(table, table.findColumnByName("age"));
    """
    assert does(USER, body)[1:] == ["M1700000000001: add column user.age integer not null; drop column user.age"]
