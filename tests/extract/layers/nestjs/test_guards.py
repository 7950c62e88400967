"""By what a route of NestJS knows who calls."""

from tests.extract.layers.nestjs.vocabulary import IMPORTS, START, found, says

GUARDS = """
@Injectable() class JwtGuard { canActivate() { return true } }
@Injectable() class RolesGuard { canActivate() { return true } }
"""


def test_guards_of_classes_and_of_methods() -> None:
    says(
        GUARDS
        + """
        @Controller() @UseGuards(JwtGuard)
        class Users {
          @Get("a") a() {}
          @Get("b") @UseGuards(AuthGuard("jwt"), new RolesGuard(1)) b() {}
        }
        """,
        "GET /a: Users.a (JwtGuard)\nGET /b: Users.b (JwtGuard, AuthGuard, RolesGuard)",
    )


def test_guards_that_do_not_ask_who_calls() -> None:
    says(
        "class ThrottlerGuard {}\n@Controller() class Users { @UseGuards(ThrottlerGuard) @Get() a() {} }",
        "GET /: Users.a",
    )


def test_composed_decorators() -> None:
    says(
        GUARDS
        + """
        const Auth = (...roles) => applyDecorators(SetMetadata("roles", roles), UseGuards(JwtGuard, RolesGuard));
        const Read = (path) => applyDecorators(Get(path), Auth("reader"));
        function Own() { return (target, key, descriptor) => { UseGuards(JwtGuard)(target, key, descriptor) } }
        @Controller() class Users { @Auth("admin") @Get("a") a() {} @Read("b") b() {} @Own() @Get("c") c() {} }
        """,
        """
        GET /a: Users.a (JwtGuard, RolesGuard)
        GET /b: Users.b (JwtGuard, RolesGuard)
        GET /c: Users.c (JwtGuard)
        """,
    )


def test_inherited_guards() -> None:
    says(
        GUARDS
        + """
        @UseGuards(JwtGuard) class Base { @Get("a") @UseGuards(RolesGuard) a() {} }
        @Controller() class Users extends Base {}
        """,
        "GET /a: Users.a (JwtGuard, RolesGuard)",
    )


GLOBAL = """
const IS_PUBLIC = "isPublic";
const Public = () => SetMetadata(IS_PUBLIC, true);
const Open = Reflector.createDecorator();
@Injectable() class JwtGuard {
  constructor(private reflector: Reflector) {}
  canActivate(context) {
    const open = this.reflector.getAllAndOverride(IS_PUBLIC, [context.getHandler(), context.getClass()]);
    if (open || this.reflector.get(Open, context.getHandler())?.unauthenticated) return true;
    return check(context);
  }
}
@Controller() class Users { @Get("a") a() {} @Public() @Get("b") b() {} @SetMetadata("roles", []) @Get("c") c() {} }
@Public() @Controller("all") class All { @Get() a() {} }
"""


def test_guards_for_everything() -> None:
    provided = "{ provide: APP_GUARD, useClass: JwtGuard }"
    module = f"@Module({{ controllers: [Users, All], providers: [{provided}] }}) class AppModule {{}}\n"
    expected = "GET /a: Users.a (JwtGuard)\nGET /b: Users.b\nGET /c: Users.c (JwtGuard)\nGET /all: All.a"
    says({"main.ts": IMPORTS + GLOBAL + module + START}, expected)
    module = "@Module({ controllers: [Users, All] }) class AppModule {}\n"
    start = "NestFactory.create(AppModule).then((app) => app.useGlobalGuards(new JwtGuard(new Reflector())))"
    says({"main.ts": IMPORTS + GLOBAL + module + start}, expected)


def test_guards_and_the_handler_run_in_turn() -> None:
    routes = found(GUARDS + "@Controller() class Users { @UseGuards(JwtGuard) @Get() a() {} }").routes
    assert [getattr(one, "name", None) for one in routes[0].handlers] == ["canActivate", "a"]
