"""Which functions and classes are services, and what their operations do themselves."""

from collections.abc import Mapping
from textwrap import dedent

from datamodel_check.extract.protocol import Handled
from datamodel_check.model.layers import Route
from tests.extract.layers.vocabulary import described, found

BASE = {
    "db/schema.ts": """
    import { integer, pgTable } from "drizzle-orm/pg-core";
    export const users = pgTable("users", { id: integer("id").primaryKey() });
    export const posts = pgTable("posts", { id: integer("id").primaryKey() });
    """,
    "db/index.ts": """
    import { drizzle } from "drizzle-orm/node-postgres";
    import * as schema from "./schema";
    export const db = drizzle("", { schema });
    """,
}


def says(files: Mapping[str, str], expected: str) -> None:
    given = {}
    for path, text in files.items():
        up = "../" * path.count("/") or "./"
        given[path] = dedent(text).replace("@db", f"{up}db/index").replace("@schema", f"{up}db/schema")
    assert described({**BASE, **given}) == dedent(expected).strip("\n")


QUERY = 'import { db } from "@db";\nimport { posts, users } from "@schema";\n'


def test_nothing_accesses_data() -> None:
    says({}, "")
    says({"lib/a.ts": QUERY + "export const table = users; export function size() { return 1 }"}, "")
    says({"lib/a.ts": QUERY + "function inside() { return db.select().from(users) }"}, "")


def test_what_frameworks_call_is_no_service() -> None:
    code = QUERY + "export default function run() { return db.select().from(users) }"
    for path in (
        "app/users/page.tsx",
        "app/api/users/route.ts",
        "src/pages/api/users.ts",
        "app/routes/users.tsx",
        "db/migrations/one.ts",
    ):
        says({path: code}, "")


def test_components_hooks_and_actions_are_no_services() -> None:
    says({"lib/list.tsx": QUERY + "export async function List() { return db.select().from(users) }"}, "")
    says({"lib/use.ts": QUERY + "export function useUsers() { return db.select().from(users) }"}, "")
    says({"lib/act.ts": "'use server'\n" + QUERY + "export async function act() { return db.delete(users) }"}, "")
    says({"lib/client.ts": "'use client'\n" + QUERY + "export function go() { return db.delete(users) }"}, "")


def test_tests_and_examples_are_no_services() -> None:
    code = QUERY + "export function run() { return db.select().from(users) }"
    for path in ("lib/a.test.ts", "tests/a.ts", "examples/a.ts", "templates/app/a.ts"):
        says({path: code, "templates/app/package.json": "{}"}, "")


def test_a_folder_called_templates_in_an_application() -> None:
    code = QUERY + "export function run() { return db.select().from(users) }"
    says({"src/templates/a.ts": code, "package.json": "{}"}, "module src/templates/a\n  run: reads users")


def test_modules() -> None:
    says(
        {
            "lib/users.ts": QUERY
            + """
            export async function load(id: number) { return db.select().from(users) }
            export const remove = async () => { await db.delete(users); return size() }
            export function size() { return 1 }
            export default async function () { return db.select().from(posts) }
            export const api = { create: () => db.insert(users), name: "api" };
            """,
            "lib/index.ts": "export * from './users'",
            "lib/board.ts": "import { load } from '.'\nexport const board = () => load(1); export const more = () => 1",
        },
        """
        module lib/board
          board: calls lib/users#load
        module lib/users
          api.create: writes users
          default: reads posts
          load: reads users
          remove: writes users
        """,
    )


def test_what_stands_in_the_module_is_the_operations_own() -> None:
    says(
        {
            "lib/users.ts": QUERY
            + """
            async function clear() { await db.delete(posts) }
            export async function load() { return db.select().from(users) }
            export async function reload() { await clear(); return load() }
            """,
        },
        """
        module lib/users
          load: reads users
          reload: reads users; writes posts
        """,
    )


def test_what_a_service_calls_back_is_the_callers_own() -> None:
    says(
        {
            "lib/retry.ts": QUERY
            + "export async function retry(work: any) { await db.insert(users); return db.transaction(work) }",
            "lib/posts.ts": "import { posts } from '@schema'\nimport { retry } from './retry'\n"
            "export const remove = () => retry(async (tx) => { await tx.query.posts.findFirst(); tx.delete(posts) })",
        },
        """
        module lib/posts
          remove: reads posts; writes posts; calls lib/retry#retry
        module lib/retry
          retry: writes users
        """,
    )


def test_classes() -> None:
    says(
        {
            "lib/users.ts": QUERY
            + """
            export class Users {
              all() { return this.query() }
              count = async () => db.$count(users);
              static clear() { return db.delete(users) }
              size() { return 1 }
              private query() { return db.select().from(users) }
            }
            class Hidden { all() { return 1 } }
            """,
            "lib/posts.ts": QUERY
            + """
            import { Users } from "./users";
            const users = new Users();
            export class Posts { list() { users.all(); Users.clear(); return db.select().from(posts) } }
            export const posts_ = new Posts();
            """,
            "lib/view.ts": "import { posts_ } from './posts'\nexport const view = () => posts_.list()",
        },
        """
        class Posts
          list: reads posts; calls Users.all, Users.clear
        class Users
          all: reads users
          clear: writes users
          count: reads users
        module lib/view
          view: calls Posts.list
        """,
    )


def test_services_by_name_have_all_their_operations() -> None:
    says(
        {
            "src/mail.service.ts": "export class MailService { send() {} private connect() {} }",
            "src/mail.ts": "export class Mail { send() {} }",
            "src/user.service.js": "const find = () => 1\nmodule.exports = { find }",
            "src/user.repository.ts": "export function find() {}",
            "src/user.controller.ts": "export function find() {}",
            "src/services/tags/index.ts": "export default { list() {} }",
            "src/repositories/tags.ts": "export const list = () => 1; export const size = 1",
        },
        """
        class MailService
          send
        repository src/repositories/tags
          list
        module src/services/tags
          list
        controller src/user.controller
          find
        repository src/user.repository
          find
        module src/user.service
          find
        """,
    )


def test_what_packages_are_given_to_run() -> None:
    says(
        {
            "jobs/a.ts": QUERY
            + """
            import { procedure, router } from "@trpc/server";
            import { task } from "somewhere";
            export const clean = task({ id: "clean", run: async () => { await db.delete(posts) } });
            export const routes = router({
              users: { list: procedure.query(() => db.select().from(users)) },
              none: procedure.query(() => 1),
            });
            export const size = task({ run: () => 1 });
            """,
        },
        """
        module jobs/a
          clean.run: writes posts
          routes.users.list: reads users
        """,
    )


def test_services_of_angular_are_no_services() -> None:
    angular = "import { Injectable } from '@angular/core'\n@Injectable()\nexport class UserService { find() {} }"
    says({"src/user.service.ts": angular}, "")
    nest = angular.replace("@angular/core", "@nestjs/common")
    says({"src/user.service.ts": nest}, "class UserService\n  find")


def test_controllers_of_nest() -> None:
    source = "import { Controller } from '@nestjs/common'\n@Controller('users')\nexport class Users { list() {} }"
    says({"src/users.controller.ts": source}, "controller Users\n  list")


def test_classes_of_the_same_name() -> None:
    source = "export class UserService { find() {} }"
    says(
        {"a/user.service.ts": source, "b/user.service.ts": source},
        """
        class a/user.service#UserService
          find
        class b/user.service#UserService
          find
        """,
    )


def test_functions_of_another_module_keep_their_names() -> None:
    says(
        {
            "lib/a.ts": "import { load } from './users'\nexport const all = { load }",
            "lib/users.ts": QUERY + "export const load = () => db.select().from(users)",
            "lib/z.ts": "import { all } from './a'\nexport const go = () => all.load()",
        },
        """
        module lib/users
          load: reads users
        module lib/z
          go: calls lib/users#load
        """,
    )


def test_a_route_is_completed() -> None:
    program, services = found(
        {
            **BASE,
            "lib/users.ts": "import { db } from '../db'\nimport { users } from '../db/schema'\n"
            "export const load = () => db.select().from(users)",
            "app/api/route.ts": """
            import { db } from "../../db";
            import { posts } from "../../db/schema";
            import { load } from "../../lib/users";
            export async function GET() { await load(); await db.delete(posts) }
            """,
        }
    )
    (handler,) = program.exports("app/api/route.ts")
    route = Route("nextjs", "endpoint", "GET", "/api", "GET", handler.location)
    completed = services.complete(Handled(route, (handler.value,)))
    assert completed == route._replace(reads=("users",), writes=("posts",), calls=("lib/users#load",))
