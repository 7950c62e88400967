"""Which file a specifier names."""

from collections.abc import Mapping

import pytest

from tests.link.vocabulary import linked, reasons


def resolves(specifier: str, expected: str | None, *files: str, importer: str = "src/a.ts", **json: str) -> None:
    """`specifier` in `importer` names one of `files`; keywords are files with a content (`__` stands for `/`)."""
    contents = {name.replace("__", "/") + ".json": content for name, content in json.items()}
    tree = {importer: "", **dict.fromkeys(files, ""), **contents}
    assert linked(tree).resolve(specifier, importer) == expected


@pytest.mark.parametrize(
    ("specifier", "expected", "files"),
    [
        ("./b", "src/b.ts", ["src/b.ts", "src/b/index.ts", "src/b.js"]),
        ("./b", "src/b.tsx", ["src/b.tsx"]),
        ("./b", "src/b.d.ts", ["src/b.d.ts"]),
        ("./b", "src/b.js", ["src/b.js"]),
        ("./b", "src/b/index.ts", ["src/b/index.ts"]),
        ("./b/", "src/b/index.ts", ["src/b/index.ts"]),
        ("./b.js", "src/b.ts", ["src/b.ts", "src/b.js"]),
        ("./b.js", "src/b.js", ["src/b.js"]),
        ("./b.js", "src/b.tsx", ["src/b.tsx"]),
        ("./b.mjs", "src/b.mts", ["src/b.mts"]),
        ("./b.ts", "src/b.ts", ["src/b.ts"]),
        ("./b.entity", "src/b.entity.ts", ["src/b.entity.ts"]),
        ("./b.json", "src/b.json", ["src/b.json"]),
        ("../b", "b.ts", ["b.ts"]),
        ("..", "index.ts", ["index.ts"]),
        (".", "src/index.ts", ["src/index.ts"]),
        ("./b", None, ["src/c.ts"]),
        ("../../b", None, ["b.ts"]),
        ("b", None, ["src/b.ts"]),
    ],
)
def test_relative_specifiers(specifier: str, expected: str | None, files: list[str]) -> None:
    resolves(specifier, expected, *files)


def test_a_directory_with_a_package_of_its_own() -> None:
    resolves(
        "./b", "src/b/lib/main.ts", "src/b/lib/main.ts", "src/b/index.ts", src__b__package='{"main": "lib/main.js"}'
    )


@pytest.mark.parametrize(
    ("options", "specifier", "expected", "files"),
    [
        ('"paths": {"@/*": ["./src/*"]}', "@/b", "src/b.ts", "src/b.ts"),
        ('"baseUrl": "./src", "paths": {"@/*": ["*"]}', "@/b", "src/b.ts", "src/b.ts"),
        ('"baseUrl": "src"', "lib/b", "src/lib/b.ts", "src/lib/b.ts"),
        ('"paths": {"b": ["./src/b"]}', "b", "src/b.ts", "src/b.ts"),
        ('"paths": {"~/*": ["./x/*", "./src/*"]}', "~/b", "src/b.ts", "src/b.ts"),
        ('"paths": {"@/*": ["x/*"], "@/lib/*": ["y/*"]}', "@/lib/b", "y/b.ts", "y/b.ts x/lib/b.ts"),
        ('"paths": {"@/*": ["./src/*"]}', "@/b.js", "src/b.ts", "src/b.ts"),
        ('"paths": {"@/*": ["${configDir}/src/*"]}', "@/b", "src/b.ts", "src/b.ts"),
        ('"paths": {"@/*": ["./src/*",],}, // src', "@/b", "src/b.ts", "src/b.ts"),
        ('"paths": {"@app/*": 1, "x": [2]}, "baseUrl": 3', "@app/b", None, "src/b.ts"),
    ],
)
def test_aliases(options: str, specifier: str, expected: str | None, files: str) -> None:
    resolves(specifier, expected, *files.split(), tsconfig=f'{{"compilerOptions": {{{options}\n}}}}')
    resolves(specifier, expected, *files.split(), jsconfig=f'{{"compilerOptions": {{{options}\n}}}}')


@pytest.mark.parametrize("broken", ["{", "[]", '{"extends": 1, "references": 2, "compilerOptions": 3}'])
def test_configurations_that_cannot_be_read_say_nothing(broken: str) -> None:
    resolves("./b", "src/b.ts", "src/b.ts", tsconfig=broken)


@pytest.mark.parametrize("extends", ["./tsconfig.json", "./gone", "lib/tsconfig", "@lib/tsconfig/base"])
def test_bases_that_lead_nowhere_say_nothing(extends: str) -> None:
    aliases = '{"paths": {"@/*": ["./src/*"]}}'
    resolves("@/b", "src/b.ts", "src/b.ts", tsconfig=f'{{"extends": "{extends}", "compilerOptions": {aliases}}}')


def test_the_nearest_configuration_counts() -> None:
    resolves(
        "@/b",
        "app/b.ts",
        "app/b.ts",
        "b.ts",
        importer="app/src/a.ts",
        tsconfig='{"compilerOptions": {"paths": {"@/*": ["./*"]}}}',
        app__tsconfig='{"compilerOptions": {"paths": {"@/*": ["./*"]}}}',
    )


def test_bases_of_configurations() -> None:
    base = '{"compilerOptions": {"paths": {"@app/*": ["./src/*"]}}}'
    resolves("@app/b", "src/b.ts", "src/b.ts", importer="app/a.ts", app__tsconfig='{"extends": "../base"}', base=base)
    resolves(
        "@app/b",
        "src/b.ts",
        "src/b.ts",
        importer="app/a.ts",
        app__tsconfig='{"extends": ["./none", "../base.json"]}',
        base=base,
    )
    own = '{"extends": "../base", "compilerOptions": {"paths": {"~/*": ["./*"]}}}'
    resolves("@app/b", None, "src/b.ts", importer="app/a.ts", app__tsconfig=own, base=base)
    resolves("~/b", "app/b.ts", "app/b.ts", importer="app/a.ts", app__tsconfig=own, base=base)


def test_the_base_in_a_package_of_the_workspace() -> None:
    resolves(
        "@/b",
        "app/src/b.ts",
        "app/src/b.ts",
        importer="app/src/a.ts",
        package='{"workspaces": ["app", "tooling/*"]}',
        app__package='{"name": "app"}',
        app__tsconfig='{"extends": "@acme/tsconfig/base.json"}',
        tooling__ts__package='{"name": "@acme/tsconfig"}',
        tooling__ts__base='{"compilerOptions": {"paths": {"@/*": ["${configDir}/src/*"]}}}',
    )


def test_projects_that_a_solution_refers_to() -> None:
    projects = ", ".join(f'{{"path": "./tsconfig{name}.json"}}' for name in (".node", ".app", ""))
    app = '{"compilerOptions": {"paths": {"@/*": ["./src/*"]}}}'
    solution = f'{{"files": [], "references": [{projects}]}}'
    resolves("@/b", "src/b.ts", "src/b.ts", tsconfig=solution, **{"tsconfig.app": app, "tsconfig.node": "{}"})


WORKSPACE = {"package.json": '{"workspaces": ["packages/*"]}', "packages/app/package.json": '{"name": "app"}'}


@pytest.mark.parametrize(
    ("fields", "specifier", "expected", "files"),
    [
        ("", "db", "index.ts", "index.ts"),
        ('"main": "src/main.ts"', "db", "src/main.ts", "src/main.ts"),
        ('"main": "dist/index.js"', "db", "src/index.ts", "src/index.ts"),
        ('"main": "./dist/src/index.js"', "db", "src/index.ts", "src/index.ts"),
        ('"main": "dist/esm/index.js"', "db", "src/index.ts", "src/index.ts"),
        ('"main": "dist/index.js"', "db", "index.ts", "index.ts"),
        ('"types": "dist/index.d.ts"', "db", "src/index.ts", "src/index.ts"),
        ("", "db/schema", "schema.ts", "schema.ts"),
        ("", "db/src/schema", "src/schema/index.ts", "src/schema/index.ts"),
        ('"exports": "./src/index.ts"', "db", "src/index.ts", "src/index.ts"),
        ('"exports": {".": "./src/a.ts", "./b": "./src/b.ts"}', "db/b", "src/b.ts", "src/b.ts"),
        ('"exports": {"./*": "./src/*.ts"}', "db/x/y", "src/x/y.ts", "src/x/y.ts"),
        ('"exports": {"./*": "./src/*.ts", "./x/*": "./x/*.ts"}', "db/x/y", "x/y.ts", "x/y.ts src/x/y.ts"),
        ('"exports": {".": {"types": "./dist/a.d.ts", "default": "./src/a.ts"}}', "db", "src/a.ts", "src/a.ts"),
        ('"exports": {"types": "./a.d.ts", "import": {"default": "./a.mjs"}}', "db", "a.mjs", "a.d.ts a.mjs"),
        ('"exports": {"browser": "./b.ts", "default": "./a.ts"}', "db", "a.ts", "a.ts b.ts"),
        ('"exports": {".": [{"import": "./a.ts"}, "./b.ts"]}', "db", "b.ts", "b.ts"),
        ('"exports": {"./b": null}', "db/b", None, "b.js.map"),
        ('"exports": {".": "./gone.js"}', "db", None, "index.txt"),
        ('"exports": {".": 1}', "db", None, "index.txt"),
    ],
)
def test_packages_of_the_workspace(fields: str, specifier: str, expected: str | None, files: str) -> None:
    manifest = f'{{"name": "db"{fields and ", "}{fields}}}'
    tree = {**WORKSPACE, "packages/db/package.json": manifest, "packages/app/a.ts": ""}
    tree.update({f"packages/db/{name}": "" for name in files.split()})
    found = linked(tree).resolve(specifier, "packages/app/a.ts")
    assert found == (expected and f"packages/db/{expected}")


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"package.json": '{"workspaces": ["libs/*"]}'}, "libs/db/index.ts"),
        ({"package.json": '{"workspaces": {"packages": ["./libs/*/"]}}'}, "libs/db/index.ts"),
        ({"package.json": "{}", "pnpm-workspace.yaml": "packages:\n  - 'libs/**'\n"}, "libs/db/index.ts"),
        ({"package.json": "{}", "lerna.json": '{"packages": ["libs/{db,x}"]}'}, "libs/db/index.ts"),
        ({"package.json": '{"workspaces": ["libs/*", "!libs/db"]}'}, None),
        ({"package.json": '{"workspaces": ["apps/*"]}'}, None),
        ({"package.json": "{}"}, None),
        ({"libs/package.json": '{"workspaces": ["*"]}'}, None),
        ({"app/package.json": '{"dependencies": {"db": "file:../libs/db"}}'}, "libs/db/index.ts"),
        ({"app/package.json": '{"dependencies": {"db": "^1.0.0"}}'}, None),
    ],
)
def test_only_what_a_workspace_around_names_is_one_of_its_packages(
    files: Mapping[str, str], expected: str | None
) -> None:
    tree = {
        "app/package.json": '{"name": "app"}',
        "libs/db/package.json": '{"name": "db"}',
        "libs/db/index.ts": "",
        **files,
    }
    assert linked({**tree, "app/a.ts": ""}).resolve("db", "app/a.ts") == expected


def test_of_packages_with_one_name_the_nearest_wins() -> None:
    tree = {"package.json": '{"workspaces": ["*/*"]}', "one/app/package.json": "{}", "one/app/a.ts": ""}
    for folder in ("one", "two", "a"):
        tree[f"{folder}/db/package.json"] = '{"name": "db"}'
        tree[f"{folder}/db/index.ts"] = ""
    assert linked(tree).resolve("db", "one/app/a.ts") == "one/db/index.ts"


def test_a_package_may_import_itself() -> None:
    resolves("app/b", "lib/b.ts", "lib/b.ts", package='{"name": "app", "exports": {"./*": "./lib/*.ts"}}')


def test_private_imports() -> None:
    library = '{"types": "./src/*.d.ts", "default": "./src/*.ts"}'
    package = f'{{"imports": {{"#lib/*": {library}, "#dep": "lib", "#db": "./dist/db.js"}}}}'
    resolves("#lib/b", "src/b.ts", "src/b.ts", package=package)
    resolves("#db", "src/db.ts", "src/db.ts", package=package)
    resolves("#dep", None, package=package)
    resolves("#gone", None, package=package)


@pytest.mark.parametrize(
    ("specifier", "dependencies", "paths", "missing"),
    [
        ("./gone", "", "", True),
        ("@/gone", "", "", True),
        ("~/gone", "", "", True),
        ("#gone", "", "", True),
        ("$lib/gone", "", "", True),
        ("@app/gone", "", '"@app/*": ["./src/*"]', True),
        ("@app/lib", '"@app/lib": "1"', '"@app/*": ["./src/*"]', False),
        ("lib", "", '"*": ["./types/*"]', False),
        ("lib", "", '"lib": ["./node_modules/lib/x"]', False),
        ("@scope/lib", "", "", False),
        ("node:fs", "", "", False),
    ],
)
def test_what_must_be_a_file_and_is_none_is_missing(
    specifier: str, dependencies: str, paths: str, missing: bool
) -> None:
    files = {
        "a.ts": f"import {{ y }} from '{specifier}'; const x = y",
        "package.json": f'{{"dependencies": {{{dependencies}}}}}',
        "tsconfig.json": f'{{"compilerOptions": {{"paths": {{{paths}}}}}}}',
    }
    assert reasons(files, "a.ts#x") == [f"cannot find module '{specifier}'"] * missing


@pytest.mark.parametrize(
    ("specifier", "file"),
    [("$lib/db", "src/lib/db.ts"), ("$lib", "src/lib/index.ts"), ("@/db", "src/db.ts"), ("~/db", "db.ts")],
)
def test_aliases_that_are_declared_nowhere(specifier: str, file: str) -> None:
    resolves(specifier, f"app/{file}", f"app/{file}", importer="app/src/a.ts", app__package="{}")


def test_what_leads_in_circles_ends() -> None:
    resolves("./b", None, "x.ts", src__b__package='{"main": "../c"}', src__c__package='{"main": "../b"}')
    resolves("@/b", None, "x.ts", tsconfig='{"extends": "./base"}', base='{"extends": "./tsconfig"}')
    twice = {f"base{n}": f'{{"extends": ["./base{n + 1}", "./base{n + 1}"]}}' for n in range(60)}
    resolves("@/b", None, "x.ts", tsconfig='{"extends": "./base0"}', **twice)


def test_globs_that_would_take_forever_name_nothing() -> None:
    tree = {
        "package.json": f'{{"workspaces": ["{"*a" * 30}b"]}}',
        "a.ts": "",
        f"{'a' * 200}/package.json": '{"name": "db"}',
    }
    assert linked(tree).resolve("db", "a.ts") is None
