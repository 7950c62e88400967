"""Small repositories with applications of NestJS, by name."""

from collections.abc import Mapping
from textwrap import dedent

HEAD = """
import { Controller, Module, Get, Post, Put, Delete, Patch, All, Sse, Version, UseGuards, SetMetadata,
  RequestMapping, RequestMethod, VersioningType, VERSION_NEUTRAL, applyDecorators, forwardRef, Injectable, mixin
} from '@nestjs/common';
import { APP_GUARD, NestFactory, Reflector, RouterModule } from '@nestjs/core';
@Injectable() export class JwtGuard { canActivate(context) { return false } }
@Injectable() export class RolesGuard { canActivate(context) { return false } }
"""


def _one(source: str, settings: str = "", controllers: str = "A") -> Mapping[str, str]:
    module = f"@Module({{ controllers: [{controllers}] }}) class AppModule {{}}"
    start = (
        f"export async function start() {{ const app = await NestFactory.create(AppModule); {settings}; return app }}"
    )
    return {"main.ts": "\n".join((HEAD, dedent(source), module, start))}


_TWO = "@Controller('users') class A { @Get() list() {} @Get('health') health() {} @Post('health') beat() {} }"

_VERSIONS = """
@Controller({ path: 'a', version: '1' }) class A { @Get() list() {} @Version(['2', '3']) @Get('x') x() {} }
@Controller({ path: 'b', version: VERSION_NEUTRAL }) class B { @Get() list() {} }
@Controller('c') class C { @Get() list() {} @Version('4') @Get('x') x() {} @Version(VERSION_NEUTRAL) @Get('n') n() {} }
@Controller({ path: 'd', version: ['5', VERSION_NEUTRAL] }) class D { @Get() list() {} }
"""

CASES: Mapping[str, Mapping[str, str]] = {
    "methods": _one(
        """
        @Controller('users')
        class A {
          @Get() list() {}
          @Get(':id') one() {}
          @Post('/') create() {}
          @Put('/:id/') put() {}
          @All(['any', 'every']) any() {}
          @Sse('events') events() {}
          @RequestMapping({ path: 'mapped', method: RequestMethod.PATCH }) mapped() {}
          @RequestMapping({ path: 'read' }) read() {}
          hidden() {}
        }
        """
    ),
    "controllers' paths": _one(
        """
        @Controller() class A { @Get('x') list() {} }
        @Controller(['b', '/people/']) class B { @Get('x') list() {} @Get() all() {} }
        @Controller({ path: ['c', 'd'], host: 'admin.example.com' }) class C { @Get('x') list() {} }
        @Controller('orgs/:org') class D { @Get('files/*rest') list() {} }
        @Controller('/') class E { @Get('/') list() {} }
        """,
        controllers="A, B, C, D, E",
    ),
    "inherited": _one(
        """
        @UseGuards(JwtGuard)
        abstract class Base { @Get() list() {} @UseGuards(RolesGuard) @Get(':id') one() {} @Delete(':id') remove() {} }
        @Controller('users') class A extends Base { @Get('one/:id') one() {} remove() {} }
        @Controller('posts') @UseGuards(RolesGuard) class B extends Base { }
        """,
        controllers="A, B",
    ),
    "made by functions": _one(
        """
        function crud(name) {
          abstract class Crud { @Get() list() {} @Get(`:${name}Id`) one() {} }
          return Crud;
        }
        @Controller('users') class A extends crud('user') {}
        @Controller('posts') class B extends crud('post') { @Post() create() {} }
        """,
        controllers="A, B",
    ),
    "prefix": _one(_TWO, "app.setGlobalPrefix('/api/')"),
    "prefix with exceptions": _one(
        _TWO, "app.setGlobalPrefix('api', { exclude: ['users', { path: 'users/health', method: RequestMethod.POST }] })"
    ),
    "prefix with patterns as exceptions": _one(
        _TWO + "@Controller('b') class B { @Get(':id') one() {} @Get() list() {} }",
        "app.setGlobalPrefix('api', { exclude: ['users/*rest', 'b/:name'] })",
        controllers="A, B",
    ),
    "versions": _one(_VERSIONS, "app.enableVersioning({ type: VersioningType.URI })", controllers="A, B, C, D"),
    "versions with defaults": _one(
        _VERSIONS,
        "app.setGlobalPrefix('api', { exclude: ['a/x'] });"
        "app.enableVersioning({ type: VersioningType.URI, prefix: 'ver-', defaultVersion: ['8', VERSION_NEUTRAL] })",
        controllers="A, B, C, D",
    ),
    "versions without a prefix": _one(
        _VERSIONS, "app.enableVersioning({ type: VersioningType.URI, prefix: false })", controllers="A, B, C, D"
    ),
    "versions in headers": _one(
        _VERSIONS, "app.enableVersioning({ type: VersioningType.HEADER, header: 'v' })", controllers="A, B, C, D"
    ),
    "versions that are not enabled": _one(_VERSIONS, controllers="A, B, C, D"),
    "composed decorators": _one(
        """
        const Auth = (...roles) => applyDecorators(SetMetadata('roles', roles), UseGuards(JwtGuard, RolesGuard));
        const Read = (path) => applyDecorators(Get(path), Auth('reader'));
        function Own(): any { return (target, key, descriptor) => { UseGuards(JwtGuard)(target, key, descriptor) } }
        const Api = (path) => applyDecorators(Controller(path), UseGuards(RolesGuard));
        @Controller() class A { @Auth('admin') @Get('a') a() {} @Read('b') b() {} @Own() @Get('c') c() {} }
        @Api('api') class B { @Get() list() {} }
        """,
        controllers="A, B",
    ),
    "guards": _one(
        """
        @Controller() @UseGuards(JwtGuard)
        class A { @Get('a') a() {} @Get('b') @UseGuards(new RolesGuard()) b() {} }
        """
    ),
    "guards for everything": {
        "main.ts": HEAD
        + """
        const IS_PUBLIC = 'isPublic';
        const Public = () => SetMetadata(IS_PUBLIC, true);
        const Open = Reflector.createDecorator<boolean>();
        @Injectable() class GlobalGuard {
          constructor(private reflector: Reflector) {}
          canActivate(context) {
            const open = this.reflector.getAllAndOverride(IS_PUBLIC, [context.getHandler(), context.getClass()]);
            if (open) return true;
            return this.reflector.get(Open, context.getHandler()) === true;
          }
        }
        @Controller() class A {
          @Get('a') a() {}
          @Public() @Get('b') b() {}
          @SetMetadata('roles', []) @Get('c') c() {}
          @Open(true) @UseGuards(RolesGuard) @Get('d') d() {}
        }
        @Public() @Controller('all') class B { @Get() a() {} }
        @Module({ controllers: [A, B], providers: [{ provide: APP_GUARD, useClass: GlobalGuard }] }) class AppModule {}
        export const start = async () => {
          const app = await NestFactory.create(AppModule);
          app.useGlobalGuards(new JwtGuard());
          return app;
        };
        """
    },
    "modules": {
        "main.ts": HEAD
        + """
        import { UsersModule } from './users';
        @Controller('a') class A { @Get() list() {} }
        @Controller('b') class B { @Get() list() {} }
        @Module({ controllers: [A] }) class Feature {
          static forRoot(options) { return { module: Feature, controllers: options.more ? [B] : [] } }
        }
        @Module({ imports: [Feature.forRoot({ more: true }), UsersModule, ...(process.env.PATH ? [] : [])] })
        class AppModule {}
        export const start = () => NestFactory.create(AppModule);
        """,
        "users.ts": """
        import { Controller, Get, Module, forwardRef } from '@nestjs/common';
        @Controller('users') export class Users { @Get() list() {} }
        @Controller('lost') export class Lost { @Get() list() {} }
        @Module({ controllers: [Users] }) export class UsersModule {}
        """,
    },
    "modules' paths": {
        "main.ts": HEAD
        + """
        @Controller('a') class A { @Get() list() {} }
        @Controller('b') class B { @Get() list() {} }
        @Module({ controllers: [A] }) class First {}
        @Module({ controllers: [B] }) class Second {}
        @Module({ imports: [First, Second, RouterModule.register([
          { path: 'first', module: First, children: [{ path: 'second', module: Second }] }
        ])] }) class AppModule {}
        export const start = async () => {
          const app = await NestFactory.create(AppModule);
          app.setGlobalPrefix('api');
          return app;
        };
        """
    },
}
