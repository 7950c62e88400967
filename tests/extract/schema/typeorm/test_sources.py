"""Which entities are one source, with data sources and without, and what is passed over."""

import pytest

from tests.extract.vocabulary import extracts, snapshot

USER = """
    import { Column, Entity, PrimaryColumn } from "typeorm"
    @Entity() export class User { @PrimaryColumn() id: number }
    """
POST = USER.replace("User", "Post")
FACTS = """
  table user (User)
    id: integer primary key
    primary key PK_cace4a159ff9f2512dd42373760 (id)"""
POST_FACTS = """
  table post (Post)
    id: integer primary key
    primary key PK_be5fda3aac270b134ff9c21cdee (id)"""


def options(**given: str) -> str:
    return "{ " + ", ".join(f"{name}: {value}" for name, value in given.items()) + " }"


def data_source(**given: str) -> str:
    return f'import {{ DataSource }} from "typeorm"\nexport default new DataSource({options(**given)})\n'


def test_nothing() -> None:
    extracts({}, "")
    extracts(
        {"a.ts": "import { Repository } from 'typeorm'\nexport const Entity = Repository\n"},
        "unresolved a.ts:1: TypeORM is used here, but no table was found",
    )


def test_an_entity_of_another_package_is_none() -> None:
    extracts({"a.ts": USER.replace('"typeorm"', '"@mikro-orm/core"') + "// typeorm\n"}, "")


def test_an_example_in_a_comment_is_none() -> None:
    extracts({"a.ts": "// import { Entity } from 'typeorm'\n// @Entity() class User {}\nexport {}\n"}, "")


def test_entities_without_a_data_source() -> None:
    package = '{"dependencies": {"mysql2": "^3"}}'
    extracts(
        {"package.json": package, "src/user.ts": USER, "src/post.ts": POST},
        """
        typeorm:src mysql
          table post (Post)
            id: int primary key
          table user (User)
            id: int primary key
        """,
    )


def test_a_database_that_nobody_names() -> None:
    extracts(
        {"user.ts": USER},
        f"""
typeorm:user.ts postgresql{FACTS}
unresolved user.ts:3: the database of the entities cannot be told
""",
    )


@pytest.mark.parametrize(
    "entities",
    [
        "[User]",
        '["src/**/*.entity.ts"]',
        '["dist/**/*.entity{.ts,.js}"]',
        '["src/user.entity.js"]',
        '[__dirname + "/../src/*.entity{.ts,.js}"]',
        "[`${__dirname}/../src/*.entity.js`]",
        '[join(__dirname, "..", "src", "*.entity.{ts,js}")]',
        "Object.values(all)",
        "{ User }",
        "[...Object.values(all)]",
    ],
)
def test_how_entities_are_named(entities: str) -> None:
    imports = (
        'import { join } from "path"\nimport { User } from "../src/user.entity"\nimport * as all from "../src/all"\n'
    )
    extracts(
        {
            "package.json": "{}",
            "src/user.entity.ts": USER,
            "src/all.ts": 'export { User } from "./user.entity"',
            "db/source.ts": imports + data_source(type='"postgres"', entities=entities),
        },
        f"""
typeorm:src/user.entity.ts postgresql db/source.ts{FACTS}
""",
    )


CONNECTION = """
    import { createConnection } from "typeorm"
    export const start = async () => { await createConnection(OPTIONS) }
    """
FOR_ROOT = """
    import { TypeOrmModule } from "@nestjs/typeorm"
    @Module({ imports: [TypeOrmModule.forRoot(OPTIONS)] }) class App {}
    """
FACTORY = """
    import { TypeOrmModule } from "@nestjs/typeorm"
    const made = TypeOrmModule.forRootAsync({ useFactory: async (c) => (OPTIONS) })
    @Module({ imports: [made] }) class App {}
    """
SERVICE = """
    import { TypeOrmOptionsFactory } from "@nestjs/typeorm"
    class Config implements TypeOrmOptionsFactory { createTypeOrmOptions() { return OPTIONS } }
    """
EXPORTED = """
    import type { DataSourceOptions } from "typeorm"
    export const config: DataSourceOptions = OPTIONS
    """


@pytest.mark.parametrize("code", [CONNECTION, FOR_ROOT, FACTORY, SERVICE, EXPORTED])
def test_where_options_stand(code: str) -> None:
    given = options(type='"postgres"', entities='["user.ts"]', synchronize="false")
    extracts({"user.ts": USER, "db.ts": code.replace("OPTIONS", given)}, f"typeorm:user.ts postgresql db.ts{FACTS}")


def test_ormconfig() -> None:
    config = "module.exports = " + options(type='"postgres"', entities='["src/*.ts"]', migrations='["src/m/*.ts"]')
    extracts(
        {"ormconfig.js": config, "src/user.ts": USER, "src/m/1.ts": ""},
        f"typeorm:src/user.ts postgresql ormconfig.js src/m{FACTS}",
    )


def test_entities_that_register_themselves() -> None:
    given = data_source(type='"postgres"', autoLoadEntities="true", host="process.env.HOST")
    extracts({"user.ts": USER, "db.ts": given}, f"typeorm:user.ts postgresql db.ts{FACTS}")


def test_two_data_sources() -> None:
    both = data_source(type='"postgres"', entities='["user.ts"]') + data_source(
        type='"postgres"', entities='["post.ts"]'
    ).replace("export default", "export const second =")
    extracts(
        {"user.ts": USER, "post.ts": POST, "db.ts": both},
        f"typeorm:post.ts postgresql db.ts{POST_FACTS}\ntypeorm:user.ts postgresql db.ts{FACTS}",
    )


def test_the_same_entities_in_several_databases() -> None:
    code = """
        import { DataSource } from "typeorm"
        import { User } from "./user"
        export function start() {
          switch (process.env.DATABASE) {
            case "mysql": return new DataSource({ type: "mysql", entities: [User], migrations: ["m/mysql/*.ts"] })
            default: return new DataSource({ type: "postgres", entities: [User], migrations: ["m/postgres/*.ts"] })
          }
        }
        """
    extracts(
        {"user.ts": USER, "db.ts": code, "m/mysql/1.ts": "", "m/postgres/1.ts": ""},
        f"""
typeorm:user.ts postgresql db.ts m/postgres{FACTS}
unresolved db.ts:7: the database of the data source depends on the environment: postgresql, mysql
""",
    )


def test_a_database_that_the_environment_names() -> None:
    given = data_source(type="process.env.TYPE || 'mysql'", database="'app'", entities='["user.ts"]')
    extracts(
        {"user.ts": USER, "db.ts": given},
        """
        typeorm:user.ts mysql db.ts
          table user (User)
            id: int primary key
        unresolved db.ts:2: the database of the data source depends on the environment
        """,
    )


def test_what_no_data_source_names_is_passed_over() -> None:
    extracts(
        {"user.ts": USER, "post.ts": POST, "db.ts": data_source(type='"postgres"', entities='["user.ts"]')},
        f"typeorm:user.ts postgresql db.ts{FACTS}\npassed over post.ts: not among the entities of db.ts",
    )


def test_tests_and_fixtures_are_passed_over() -> None:
    extracts(
        {"user.ts": USER, "test/post.ts": POST, "db.ts": data_source(type='"postgres"', entities='["user.ts"]')},
        f"typeorm:user.ts postgresql db.ts{FACTS}\npassed over test/post.ts: in a tests folder",
    )


def test_entities_of_several_databases_that_are_called_alike() -> None:
    given = data_source(type='"postgres"', entities="[`${kind}/*.ts`]").replace(
        "new DataSource", "(kind) => new DataSource"
    )
    extracts(
        {"sql/user.ts": USER, "sql/mssql/user.ts": USER, "db.ts": given},
        f"""
typeorm:sql/user.ts postgresql db.ts{FACTS}
unresolved db.ts:2: the entities of the data source cannot be resolved: it is a parameter
unresolved sql/mssql/user.ts:3: User is also an entity of sql/user.ts; which of them is used cannot be told
""",
    )


def test_two_orms_for_one_domain() -> None:
    mongoose = (
        'import { model, Schema } from "mongoose"\nexport const User = model("User", new Schema({ name: String }))\n'
    )
    given = data_source(type='"postgres"', entities='["user.ts"]')
    found = snapshot({"user.ts": USER, "db.ts": given, "mongo.ts": mongoose})
    tables = [(source.id, [table.key for table in source.tables]) for source in found.sources]
    assert tables == [("mongoose:mongo.ts", ["users"]), ("typeorm:user.ts", ["user"])]


def test_schema_and_prefix() -> None:
    given = data_source(
        type='"postgres"', entities='["user.ts"]', schema='"app"', entityPrefix="process.env.PREFIX ?? 'x_'"
    )
    extracts(
        {"user.ts": USER, "db.ts": given},
        """
        typeorm:user.ts postgresql db.ts
          table app.x_user (User)
            id: integer primary key
            primary key PK_f3d1e26bc24aecdf29aae4ff3e6 (id)
        unresolved db.ts:2: `entityPrefix` of the data source cannot be resolved: it depends on process.env.PREFIX
        """,
    )
