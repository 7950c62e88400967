"""An application of NestJS, and changes of it: those that change what a route is, and those that do not."""

from collections.abc import Mapping

from tests.mutation.express import SCHEMA, Mutant

FILES: Mapping[str, str] = {
    **SCHEMA,
    "main.ts": """
import { VersioningType } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { AppModule } from "./app.module";

async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  app.setGlobalPrefix("api", { exclude: ["health"] });
  app.enableVersioning({ type: VersioningType.URI });
  await app.listen(3000);
}
bootstrap();
""",
    "app.module.ts": """
import { Controller, Get, Module } from "@nestjs/common";
import { APP_GUARD } from "@nestjs/core";
import { JwtGuard } from "./guards";
import { BooksController } from "./books.controller";
import { BooksService } from "./books.service";
import { Public } from "./public";

@Public()
@Controller("health")
class HealthController { @Get() check() { return "ok" } }

@Module({ controllers: [BooksController], providers: [BooksService] })
class BooksModule {}

@Module({
  imports: [BooksModule],
  controllers: [HealthController],
  providers: [{ provide: APP_GUARD, useClass: JwtGuard }],
})
export class AppModule {}
""",
    "public.ts": """
import { SetMetadata } from "@nestjs/common";
export const IS_PUBLIC = "isPublic";
export const Public = () => SetMetadata(IS_PUBLIC, true);
""",
    "guards.ts": """
import { Injectable } from "@nestjs/common";
import { Reflector } from "@nestjs/core";
import { IS_PUBLIC } from "./public";

@Injectable()
export class JwtGuard {
  constructor(private reflector: Reflector) {}
  canActivate(context) {
    const open = this.reflector.getAllAndOverride(IS_PUBLIC, [context.getHandler(), context.getClass()]);
    if (open) return true;
    return Boolean(context.user);
  }
}

@Injectable()
export class RolesGuard { canActivate(context) { return context.user.admin } }
""",
    "books.controller.ts": """
import { Body, Controller, Delete, Get, Param, Post, UseGuards, Version } from "@nestjs/common";
import { BooksService } from "./books.service";
import { RolesGuard } from "./guards";
import { Public } from "./public";

@Controller({ path: "books", version: "1" })
export class BooksController {
  constructor(private readonly books: BooksService) {}

  @Public()
  @Get()
  list() { return this.books.all() }

  @Get(":id")
  show(@Param("id") id: string) { return this.books.one(id) }

  @Post()
  create(@Body() body: object) { return this.books.add(body) }

  @Delete(":id")
  @UseGuards(RolesGuard)
  drop(@Param("id") id: string) { return this.books.drop(id) }
}
""",
    "books.service.ts": """
import { Injectable } from "@nestjs/common";
import { db } from "./db";
import { audits, books, loans } from "./schema";

@Injectable()
export class BooksService {
  all() { return db.select().from(books) }
  one(id: string) { return this.find(id) }
  add(body: object) { return db.insert(books).values(body) }
  drop(id: string) { return db.delete(books) }
  private find(id: string) { return db.query.books.findFirst() }
}
""",
}

ROUTES = """
GET /api/v1/books: BooksController.list reads books
POST /api/v1/books: BooksController.create (JwtGuard) writes books
DELETE /api/v1/books/:id: BooksController.drop (JwtGuard, RolesGuard) writes books
GET /api/v1/books/:id: BooksController.show (JwtGuard) reads books
GET /health: HealthController.check
"""

_CONTROLLER, _SERVICE = "books.controller.ts", "books.service.ts"
LIST, CREATE, DROP, SHOW, HEALTH = ROUTES.strip().splitlines()
BOOKS = (LIST, CREATE, DROP, SHOW)
GUARDED = (CREATE, DROP, SHOW)


def _each(routes: tuple[str, ...], old: str, new: str) -> tuple[str, ...]:
    return tuple(route.replace(old, new) for route in routes)


def _one(kind: str, path: str, old: str, new: str, route: str, change: tuple[str, str]) -> Mutant:
    return Mutant(kind, path, old, new, (route,), (route.replace(*change),))


SEMANTIC = (
    _one("decorator that is not imported", _CONTROLLER, "@Post()", "@Put()", CREATE, ("POST", "PUT"))._replace(won=()),
    _one(
        "known method",
        _CONTROLLER,
        '@Delete(":id")',
        '@Get("drop/:id")',
        DROP,
        ("DELETE /api/v1/books/", "GET /api/v1/books/drop/"),
    ),
    _one("path", _CONTROLLER, '@Get(":id")', '@Get("one/:id")', SHOW, ("books/:id", "books/one/:id")),
    Mutant(
        "controller's path", _CONTROLLER, 'path: "books"', 'path: "titles"', BOOKS, _each(BOOKS, "/books", "/titles")
    ),
    Mutant("version", _CONTROLLER, 'version: "1"', 'version: "2"', BOOKS, _each(BOOKS, "/v1", "/v2")),
    _one("version of a method", _CONTROLLER, "@Post()", '@Version("2")\n  @Post()', CREATE, ("/v1", "/v2")),
    Mutant(
        "versions disabled",
        "main.ts",
        "app.enableVersioning({ type: VersioningType.URI });",
        "",
        BOOKS,
        _each(BOOKS, "/v1", ""),
    ),
    Mutant("global prefix", "main.ts", '"api"', '"rest"', BOOKS, _each(BOOKS, "/api", "/rest")),
    Mutant(
        "prefix for all",
        "main.ts",
        ', { exclude: ["health"] }',
        "",
        (HEALTH,),
        (HEALTH.replace("/health", "/api/health"),),
    ),
    Mutant("controller removed", "app.module.ts", "controllers: [HealthController],", "", (HEALTH,)),
    Mutant("module removed", "app.module.ts", "imports: [BooksModule],", "", BOOKS),
    _one("guard removed", _CONTROLLER, "  @UseGuards(RolesGuard)\n", "", DROP, (", RolesGuard", "")),
    _one(
        "guard added",
        _CONTROLLER,
        "@Post()",
        "@UseGuards(RolesGuard)\n  @Post()",
        CREATE,
        ("JwtGuard", "JwtGuard, RolesGuard"),
    ),
    Mutant(
        "guard for everything removed",
        "app.module.ts",
        "{ provide: APP_GUARD, useClass: JwtGuard }",
        "",
        GUARDED,
        tuple(one.replace("JwtGuard, ", "").replace(" (JwtGuard)", "") for one in GUARDED),
    ),
    _one("no longer open", _CONTROLLER, "  @Public()\n", "", LIST, ("list", "list (JwtGuard)")),
    _one("open", _CONTROLLER, "@Post()", "@Public()\n  @Post()", CREATE, (" (JwtGuard)", "")),
    _one(
        "key of what is open",
        "public.ts",
        "SetMetadata(IS_PUBLIC, true)",
        'SetMetadata("other", true)',
        LIST,
        ("list", "list (JwtGuard)"),
    )._replace(
        lost=(LIST, HEALTH), won=(LIST.replace("list", "list (JwtGuard)"), HEALTH.replace("check", "check (JwtGuard)"))
    ),
    _one("method renamed", _CONTROLLER, "create(@Body", "add(@Body", CREATE, (".create", ".add")),
    _one(
        "table written",
        _SERVICE,
        "return db.insert(books).values(body)",
        "db.insert(audits); return db.insert(books)",
        CREATE,
        ("writes books", "writes audits, books"),
    ),
    _one(
        "table read by a helper",
        _SERVICE,
        "db.query.books.findFirst()",
        "db.query.loans.findFirst()",
        SHOW,
        ("reads books", "reads loans"),
    ),
)

_METHODS = (
    '  @Get(":id")\n  show(@Param("id") id: string) { return this.books.one(id) }\n',
    "  @Post()\n  create(@Body() body: object) { return this.books.add(body) }\n",
)

COSMETIC = (
    Mutant("methods reordered", _CONTROLLER, "\n".join(_METHODS), "\n".join(reversed(_METHODS))),
    Mutant("slashes", _CONTROLLER, '@Get(":id")', '@Get("/:id/")'),
    Mutant("prefix with slashes", "main.ts", '"api"', '"/api/"'),
    Mutant(
        "decorators reordered",
        _CONTROLLER,
        '@Delete(":id")\n  @UseGuards(RolesGuard)',
        '@UseGuards(RolesGuard)\n  @Delete(":id")',
    ),
    Mutant(
        "parameter renamed",
        _CONTROLLER,
        '@Param("id") id: string) { return this.books.one(id)',
        '@Param("id") key: string) { return this.books.one(key)',
    ),
    Mutant(
        "constant for a path",
        _CONTROLLER,
        '@Controller({ path: "books", version: "1" })',
        'const SETTINGS = { path: "books", version: "1" };\n@Controller(SETTINGS)',
    ),
    Mutant("variable of the guard renamed", "guards.ts", "if (open) return true", "if (open === true) return true"),
    Mutant(
        "variable for a result",
        _SERVICE,
        "one(id: string) { return this.find(id) }",
        "one(id: string) { const found = this.find(id); return found }",
    ),
    Mutant(
        "modules reordered",
        "app.module.ts",
        "  imports: [BooksModule],\n  controllers: [HealthController],\n",
        "  controllers: [HealthController],\n  imports: [BooksModule],\n",
    ),
    Mutant(
        "application renamed",
        "main.ts",
        "  await app.listen(3000);\n",
        "  const server = app;\n  await server.listen(3000);\n",
    ),
)
