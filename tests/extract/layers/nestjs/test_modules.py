"""Which controllers an application holds."""

from tests.extract.layers.nestjs.vocabulary import IMPORTS, START, says

CONTROLLERS = """
@Controller("a") class A { @Get() list() {} }
@Controller("b") class B { @Get() list() {} }
"""


def test_modules_of_modules() -> None:
    says(
        {
            "main.ts": IMPORTS
            + """
            import { UsersModule } from "./users";
            @Module({ imports: [forwardRef(() => UsersModule), UsersModule] }) export class AppModule {}
            """
            + START,
            "users.ts": IMPORTS
            + """
            import { AppModule } from "./main";
            @Controller("users") class Users { @Get() list() {} }
            @Module({ imports: [AppModule], controllers: [Users] }) export class UsersModule {}
            """,
        },
        "GET /users: Users.list",
    )


def test_dynamic_modules() -> None:
    says(
        {
            "main.ts": IMPORTS
            + CONTROLLERS
            + """
            @Module({ controllers: [A] }) class Feature {
              static forRoot(options) { return { module: Feature, controllers: options.more ? [B] : [] } }
            }
            @Module({ imports: [Feature.forRoot({ more: true })] }) class AppModule {}
            """
            + START
        },
        "GET /a: A.list\nGET /b: B.list",
    )


def test_conditions() -> None:
    says(
        {
            "main.ts": IMPORTS
            + CONTROLLERS
            + """
            @Module({ controllers: [B] }) class More {}
            @Module({ imports: [...(process.env.MORE ? [More] : [])], controllers: [A] }) class AppModule {}
            """
            + START
        },
        "GET /a: A.list\nGET /b: B.list",
    )


def test_controllers_that_nothing_holds() -> None:
    says(
        {"main.ts": IMPORTS + CONTROLLERS + "@Module({ controllers: [A] }) class AppModule {}\n" + START},
        "GET /a: A.list\n? main.ts:9: no module that can be followed holds the controller B",
    )


def test_a_library_of_modules() -> None:
    says(
        {"lib.ts": IMPORTS + CONTROLLERS + "@Module({ controllers: [A, B] }) export class Lib {}"},
        "GET /a: A.list\nGET /b: B.list",
    )


def test_applications_have_prefixes_of_their_own() -> None:
    files = {
        f"apps/{name.lower()}/main.ts": IMPORTS
        + f"@Controller() class {name} {{ @Get() get() {{}} }}\n"
        + f"@Module({{ controllers: [{name}] }}) class AppModule {{}}\n"
        + f"NestFactory.create(AppModule).then((app) => {{ app.setGlobalPrefix('{name.lower()}') }})"
        for name in ("A", "B")
    }
    says(files, "GET /a: A.get\nGET /b: B.get")


def test_paths_of_modules() -> None:
    says(
        {
            "main.ts": IMPORTS
            + CONTROLLERS
            + """
            @Module({ controllers: [A] }) class First {}
            @Module({ controllers: [B] }) class Second {}
            @Module({ imports: [First, Second, RouterModule.register([
              { path: "first", module: First, children: [{ path: "second", module: Second }] }
            ])] }) class AppModule {}
            """
            + START
        },
        "GET /first/a: A.list\nGET /first/second/b: B.list",
    )
