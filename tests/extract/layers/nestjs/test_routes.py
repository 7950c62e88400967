"""Which routes the controllers of NestJS answer."""

import pytest

from tests.extract.layers.nestjs.vocabulary import IMPORTS, says


def test_nothing_is_declared() -> None:
    says("class Users { @Get() list() {} }", "")
    says("@Controller() class Users { list() {} }", "")


def test_methods() -> None:
    says(
        """
        @Controller("users")
        class Users {
          @Get() list() {}
          @Get(":id") one() {}
          @Post("/") create() {}
          @All(["any", "every"]) any() {}
          @Sse("events") events() {}
          @RequestMapping({ path: "mapped", method: RequestMethod.PATCH }) mapped() {}
          @RequestMapping({ path: "read" }) read() {}
        }
        """,
        """
        GET /users: Users.list
        GET /users/:id: Users.one
        POST /users: Users.create
        * /users/any: Users.any
        * /users/every: Users.any
        GET /users/events: Users.events
        PATCH /users/mapped: Users.mapped
        GET /users/read: Users.read
        """,
    )


@pytest.mark.parametrize(
    ("argument", "paths"),
    [
        ("", ["/x"]),
        ("'/users/'", ["/users/x"]),
        ("['users', 'people']", ["/users/x", "/people/x"]),
        ("{ path: 'users', host: 'admin.example.com' }", ["/users/x"]),
        ("{ path: ['users', 'people'] }", ["/users/x", "/people/x"]),
        ("'orgs/:org/files/*rest'", ["/orgs/:org/files/:rest*/x"]),
    ],
)
def test_paths_of_controllers(argument: str, paths: list[str]) -> None:
    says(
        f"@Controller({argument}) class Users {{ @Get('x') list() {{}} }}",
        "\n".join(f"GET {path}: Users.list" for path in paths),
    )


def test_look_alikes() -> None:
    for package in ("routing-controllers", "@tsed/common", "@angular/core", "./decorators"):
        source = f"import {{ Controller, Get, Module }} from '{package}'\n// @nestjs/common\n"
        says({"main.ts": source + "@Controller('a') export class A { @Get() b() {} }"}, "")


def test_files_that_are_not_the_application() -> None:
    source = IMPORTS + "@Controller() class A { @Get() b() {} }\n@Module({ controllers: [A] }) export class B {}"
    says({"test/app.ts": source, "src/a.spec.ts": source}, "")


def test_inherited_controllers() -> None:
    says(
        """
        abstract class Base { @Get() list() {} @Get(":id") one() {} @Delete(":id") remove() {} hidden() {} }
        @Controller("users")
        class Users extends Base { @Get("one/:id") one() {} remove() {} }
        """,
        """
        GET /users/one/:id: Users.one
        GET /users: Users.list
        """,
    )


def test_controllers_that_a_function_makes() -> None:
    says(
        """
        function crud(name) {
          @Controller(name)
          class Crud { @Get() list() {} @Get(`:${name}Id`) one() {} }
          return Crud;
        }
        @Controller("users")
        class Users extends crud("user") {}
        """,
        """
        GET /users: Users.list
        GET /users/:userId: Users.one
        """,
    )


SETTINGS = "@Controller('users') class Users { @Get() list() {} @Get('health') health() {} }\n"


def test_global_prefix() -> None:
    source = IMPORTS + SETTINGS + "@Module({ controllers: [Users] })\nclass AppModule {}\n"
    start = "async function go() { const app = await NestFactory.create(AppModule); app.setGlobalPrefix(%s) }"
    for prefix in ("'api'", "'/api/'"):
        says({"main.ts": source + start % prefix}, "GET /api/users: Users.list\nGET /api/users/health: Users.health")
    says(
        {"main.ts": source + start % "'api', { exclude: ['users/health', { path: 'x', method: RequestMethod.GET }] }"},
        "GET /api/users: Users.list\nGET /users/health: Users.health",
    )
    says(
        {"main.ts": source + start % "'api', { exclude: [{ path: 'users/*rest', method: RequestMethod.POST }] }"},
        "GET /api/users: Users.list\nGET /api/users/health: Users.health",
    )
    says(
        {"main.ts": source + start % "config.get('prefix')"},
        """
        GET /${config.get('prefix')}/users: Users.list
        GET /${config.get('prefix')}/users/health: Users.health
        ? main.ts:10: the prefix of all routes cannot be resolved: config.get('prefix')
        """,
    )


def test_settings_in_another_file() -> None:
    says(
        {
            "main.ts": IMPORTS
            + """
            import { setUp } from "./set-up";
            @Controller() class Users { @Get() list() {} }
            @Module({ controllers: [Users] }) class AppModule {}
            NestFactory.create(AppModule).then((app) => setUp(app));
            """,
            "set-up.ts": """
            import { INestApplication } from "@nestjs/common";
            export function setUp(app: INestApplication) { app.setGlobalPrefix("api") }
            """,
        },
        "GET /api: Users.list",
    )


VERSIONS = """
@Controller({ path: "a", version: "1" }) class A { @Get() list() {} @Version(["2", "3"]) @Get("x") x() {} }
@Controller({ path: "b", version: VERSION_NEUTRAL }) class B { @Get() list() {} }
@Controller("c") class C { @Get() list() {} @Version("4") @Get("x") x() {} }
@Module({ controllers: [A, B, C] }) class AppModule {}
"""


@pytest.mark.parametrize(
    ("options", "paths"),
    [
        ("{ type: VersioningType.URI }", ["/v1/a", "/v2/a/x", "/v3/a/x", "/b", "/c", "/v4/c/x"]),
        (
            "{ type: VersioningType.URI, prefix: 'version-', defaultVersion: ['8', VERSION_NEUTRAL] }",
            [*("/version-1/a", "/version-2/a/x", "/version-3/a/x", "/b", "/version-8/c", "/c", "/version-4/c/x")],
        ),
        ("{ type: VersioningType.URI, prefix: false }", ["/1/a", "/2/a/x", "/3/a/x", "/b", "/c", "/4/c/x"]),
        ("", ["/v1/a", "/v2/a/x", "/v3/a/x", "/b", "/c", "/v4/c/x"]),
        ("{ type: VersioningType.HEADER, header: 'v' }", ["/a", "/a/x", "/b", "/c", "/c/x"]),
    ],
)
def test_versions(options: str, paths: list[str]) -> None:
    start = f"NestFactory.create(AppModule).then((app) => {{ app.enableVersioning({options}) }})"
    names = {"a": "A.list", "b": "B.list", "c": "C.list"}
    lines = [f"GET {path}: {names.get(path[-1], path.split('/')[-2].upper() + '.x')}" for path in paths]
    says({"main.ts": IMPORTS + VERSIONS + start}, "\n".join(lines))
