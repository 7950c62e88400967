"""Which database models are for: what the code says, else sequelize-cli's configuration, else the one driver."""

import json

import pytest

from tests.extract.vocabulary import snapshot

IMPORTS = "import { DataTypes, Sequelize } from 'sequelize'\n"
MODEL = "\nsequelize.define('thing', { name: DataTypes.STRING })\n"
INJECTED = "module.exports = (sequelize, DataTypes) => sequelize.define('thing', { name: DataTypes.STRING })\n"


def dialect(files: dict[str, str]) -> str:
    (source,) = snapshot(files).sources
    return source.dialect


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        ("new Sequelize({ dialect: 'mysql' })", "mysql"),
        ("new Sequelize({ dialect: 'mariadb' })", "mysql"),
        ("new Sequelize('shop', 'me', 'secret', { dialect: 'mssql' })", "sqlserver"),
        ("new Sequelize('sqlite::memory:')", "sqlite"),
        ("new Sequelize('postgresql://localhost/shop')", "postgresql"),
        ("new Sequelize(process.env.URL, { dialect: 'sqlite' })", "sqlite"),
        ("new Sequelize(process.env.URL)", "postgresql"),
    ],
)
def test_said_in_code(made: str, expected: str) -> None:
    assert dialect({"index.ts": f"{IMPORTS}const sequelize = {made}{MODEL}"}) == expected


def test_a_class_names_the_dialect_in_version_7() -> None:
    code = (
        "import { DataTypes, Sequelize } from '@sequelize/core'\nimport { MySqlDialect } from '@sequelize/mysql'\n"
        "const sequelize = new Sequelize({ dialect: MySqlDialect })\n"
        "sequelize.define('thing', { name: DataTypes.STRING })\n"
    )
    assert dialect({"index.ts": code}) == "mysql"


@pytest.mark.parametrize("path", ["config/config.json", "src/config/config.json"])
def test_configured_for_the_command_line(path: str) -> None:
    stages = json.dumps({"development": {"dialect": "sqlite"}, "production": {"dialect": "sqlite"}})
    assert dialect({"thing.js": INJECTED, path: stages, "package.json": "{}"}) == "sqlite"


def test_configured_in_code() -> None:
    stages = "module.exports = { development: { dialect: 'mysql' }, test: { dialect: 'mysql' } }"
    assert dialect({"thing.js": INJECTED, "config/config.js": stages, "package.json": "{}"}) == "mysql"


def test_a_broken_configuration_says_nothing() -> None:
    package = json.dumps({"dependencies": {"sequelize": "6", "tedious": "1"}})
    assert dialect({"thing.js": INJECTED, "config/config.json": "{", "package.json": package}) == "sqlserver"


@pytest.mark.parametrize(("driver", "expected"), [("pg", "postgresql"), ("mysql2", "mysql"), ("sqlite3", "sqlite")])
def test_the_driver_that_is_installed(driver: str, expected: str) -> None:
    package = json.dumps({"dependencies": {"sequelize": "6", driver: "1"}})
    assert dialect({"thing.js": INJECTED, "package.json": package}) == expected


def test_nothing_known_is_postgresql() -> None:
    assert dialect({"thing.js": INJECTED}) == "postgresql"


def test_options_of_all_models() -> None:
    made = "const sequelize = new Sequelize({ dialect: 'sqlite', define: { underscored: true, timestamps: false } })"
    (source,) = snapshot({"index.ts": f"{IMPORTS}{made}{MODEL}"}).sources
    assert [column.name for column in source.tables[0].columns] == ["id", "name"]


def test_version_7_is_known_for_postgresql() -> None:
    head = "import { DataTypes, Sequelize } from '@sequelize/core'\n"
    model = "sequelize.define('thing', { name: { type: DataTypes.FLOAT, columnName: 'size' } })"
    code = f"{head}const sequelize = new Sequelize({{ dialect: 'postgres', define: {{ timestamps: false }} }})\n{model}"
    known, other = snapshot({"index.ts": code}), snapshot({"index.ts": code.replace("postgres", "mysql")})
    (source,) = known.sources
    assert [(column.name, column.type) for column in source.tables[0].columns] == [("id", "serial"), ("size", "real")]
    assert known.diagnostics == ()
    assert [one.message for one in other.diagnostics] == ["the types of version 7 are not known for mysql"]


@pytest.mark.parametrize(
    "made",
    [
        "forRoot({ dialect: 'mysql', define: { timestamps: false } })",
        "forRoot({ uri: 'mysql://localhost/shop', define: { timestamps: false } })",
        "forRootAsync({ useFactory: () => ({ dialect: 'mysql', define: { timestamps: false } }) })",
    ],
)
def test_a_module_of_nestjs(made: str) -> None:
    module = (
        "import { Module } from '@nestjs/common'\nimport { SequelizeModule } from '@nestjs/sequelize'\n"
        f"@Module({{ imports: [SequelizeModule.{made}] }})\nexport class AppModule {{}}\n"
    )
    model = (
        "import { Column, Model, Table } from 'sequelize-typescript'\n"
        "@Table\nexport class User extends Model {\n@Column name: string\n}\n"
    )
    (source,) = snapshot({"app.module.ts": module, "user.ts": model}).sources
    assert source.dialect == "mysql"
    assert [column.name for column in source.tables[0].columns] == ["id", "name"]
