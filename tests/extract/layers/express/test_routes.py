"""Which routes an application of Express answers."""

from tests.extract.layers.express.vocabulary import USERS, says


def test_nothing_is_declared() -> None:
    says("", "")
    says("app.set('view engine', 'pug'); app.get('view engine'); app.listen(3000)", "")
    says("app.use((req, res, next) => next()); app.use('/static', express.static('public'))", "")


def test_methods() -> None:
    says(
        "app.get('/users', list); app.post('/users', create); app.all('/any', show)\n"
        "app['delete']('/users/:id', (req, res) => {}); app.get('/one', list).get('/two', list)",
        """
        GET /users: list
        POST /users: create
        * /any: show
        DELETE /users/:id
        GET /one: list
        GET /two: list
        """,
    )


def test_route_collects_the_methods_of_a_path() -> None:
    says(
        "app.route('/users').get(list).post(create); const r = app.route('/me'); r.get(show); r.all(list)",
        """
        GET /users: list
        POST /users: create
        GET /me: show
        * /me: list
        """,
    )


def test_arrays_of_paths_and_of_handlers() -> None:
    says(
        "app.get(['/users', '/people'], [list, [show]], create)",
        """
        GET /users: create
        GET /people: create
        """,
    )


def test_routers_are_mounted_across_files() -> None:
    says(
        {
            "app.ts": """
            import express from "express";
            import users, { admin } from "./users";
            const app = express();
            app.use("/api", users);
            app.use(admin);
            """,
            "users.ts": """
            import { Router } from "express";
            import * as controller from "./controller";
            const router = Router();
            export const admin = Router();
            router.get("/", controller.list);
            router.use("/admin", admin);
            admin.delete("/:id", controller.drop);
            export default router;
            """,
            "controller.ts": "export const list = () => {}\nexport function drop() {}",
        },
        """
        GET /api: controller.list
        DELETE /api/admin/:id: controller.drop
        DELETE /:id: controller.drop
        """,
    )


def test_common_js() -> None:
    says(
        {
            "app.js": """
            const express = require('express');
            const app = express();
            app.use('/v1', require('./routes'));
            require('./more')(app);
            """,
            "routes.js": """
            const { Router } = require('express');
            const controller = require('./controller');
            const router = Router();
            router.route('/users').get(controller.list);
            module.exports = router;
            """,
            "more.js": "module.exports = (app) => { app.get('/more', (req, res) => {}) }",
            "controller.js": "const list = () => {}\nmodule.exports = { list }",
        },
        """
        GET /v1/users: controller.list
        GET /more
        """,
    )


def test_other_libraries_are_not_express() -> None:
    for package in ("fastify", "hono", "koa-router", "./mine", "itty-router"):
        source = f"import express, {{ Router }} from '{package}'\n// express\nconst app = express()\n{USERS}"
        says({"app.js": source + "app.get('/users', list)\nRouter().get('/x', list)"}, "")


def test_a_router_of_tests_is_none() -> None:
    source = "import express from 'express'\nexpress().get('/users', () => {})"
    says({"app.test.js": source, "tests/app.js": source}, "")


def test_loops_over_tables_of_routes() -> None:
    says(
        """
        const routes = [{ path: '/a', router: Router() }, { path: '/b', router: Router() }];
        routes.forEach((one) => app.use(one.path, one.router));
        routes[0].router.get('/x', list);
        for (const method of ['get', 'post']) app[method]('/both', show);
        """,
        """
        GET /a/x: list
        GET /both: show
        POST /both: show
        """,
    )
    says(
        """
        const users = Router(); const posts = Router();
        users.get('/x', list); posts.get('/y', show);
        [{ path: '/a', router: users }, { path: '/b', router: posts }].forEach((one) => app.use(one.path, one.router));
        """,
        """
        GET /a/x: list
        GET /b/y: show
        """,
    )


def test_a_router_is_mounted_twice() -> None:
    says(
        "const users = Router(); users.get('/:id', show); app.use(['/users', '/people'], users); app.use('/v2', users)",
        """
        GET /users/:id: show
        GET /people/:id: show
        GET /v2/:id: show
        """,
    )


def test_applications_in_applications_and_cycles() -> None:
    says("const admin = express(); admin.get('/', list); app.use('/admin', admin)", "GET /admin: list")
    says(
        "const a = Router(); const b = Router(); app.use(a); a.use('/b', b); b.use(a); b.get('/', list)", "GET /b: list"
    )


def test_conditions_and_callbacks() -> None:
    says(
        """
        if (process.env.DOCS) { const path = '/docs'; app.get(path, list) } else app.get('/none', list);
        try { app.get('/try', list) } catch (error) { }
        connect().then(() => { app.get('/then', list) });
        (async () => { await connect(); app.get('/now', list) })();
        """,
        """
        GET /docs: list
        GET /none: list
        GET /try: list
        GET /then: list
        GET /now: list
        """,
    )


def test_functions_that_nobody_calls() -> None:
    says("export function start() { const app = express(); app.get('/', list); return app }", "GET /: list")


def test_classes() -> None:
    says(
        {
            "server.ts": """
            import express from "express";
            import { UserController } from "./users";
            class Server {
              public app: express.Application;
              constructor(controllers) { this.app = express(); this.mount(controllers) }
              private mount(controllers) { controllers.forEach((one) => this.app.use("/api", one.router)) }
            }
            new Server([new UserController()]);
            """,
            "users.ts": """
            import { Router } from "express";
            export class UserController {
              router = Router();
              constructor() { this.init() }
              init() { this.router.route("/users").get(this.list).post(this.create.bind(this)) }
              list(req, res) {}
              create(req, res) {}
            }
            """,
        },
        """
        GET /api/users: UserController.list
        POST /api/users: UserController.create
        """,
    )


def test_a_class_that_nobody_makes() -> None:
    source = """
    import express, { Application } from "express";
    export class App {
      app: Application;
      async config() { this.app.get("/ping", this.ping) }
      ping(req, res) {}
    }
    """
    says({"app.ts": source}, "GET /ping: App.ping")


def test_modules_that_export_while_they_declare() -> None:
    says(
        {
            "app.js": "const app = require('express')()\napp.use('/users', require('./users'))",
            "users.js": "const router = module.exports = require('express').Router()\nrouter.get('/', () => {})",
        },
        "GET /users",
    )


def test_a_route_that_is_declared_twice() -> None:
    says("app.get('/a', list); app.get('/a', show)", "GET /a: list")
    says("app.get('/a', (req, res, next) => next()); app.get('/a', show)", "GET /a: show")
    says(
        "const wrap = (f) => (q, s, next) => f(q, s, next).catch(next); app.get('/a', wrap(list), show)", "GET /a: show"
    )
    says("app.get('/a', (q, s, next) => { find().catch(next) }); app.get('/a', show)", "GET /a")


def test_what_cannot_be_followed() -> None:
    says(
        "app.get(paths.users, list); app.get(`/${paths.users}/x`, list); app.use(process.env.PREFIX, Router())",
        """
        GET /${paths.users}/x: list
        ? app.js:4: the path of a route cannot be resolved: ${paths.users}
        ? app.js:4: the path of a route cannot be resolved: /${paths.users}/x
        ? app.js:4: the path that a router is mounted at cannot be resolved: ${process.env.PREFIX}
        """,
    )


def test_routers_that_nothing_mounts() -> None:
    says(
        "const lost = Router(); lost.get('/', list); const empty = Router()",
        "? app.js:4: where a router is mounted cannot be followed; its route is missing from the facts",
    )
    says(
        {"a.js": "const express = require('express')\nmodule.exports = (app) => { app.get('/', f); app.get('/b', f) }"},
        "? a.js:2: where the router `app` is mounted cannot be followed; its routes are missing from the facts",
    )


def test_packages_that_hand_a_router_back() -> None:
    source = (
        "import express from 'express'\nimport { addAsync } from '@awaitjs/express'\nconst app = addAsync(express())"
    )
    says({"a.js": source + "\napp.get('/a', () => {})"}, "GET /a")
    says({"a.js": "import router from 'express-promise-router'\nconst a = router(); a.get('/', () => {})"}, _LOST)


_LOST = "? a.js:2: where a router is mounted cannot be followed; its route is missing from the facts"


def test_only_what_may_declare_routes_is_run() -> None:
    """`axios.get(url, options)` and the like are no reason to run a function for its own sake."""
    says(
        {
            "app.ts": """
            import express, { Application } from "express";
            import { start } from "./start";
            const app = express();
            class Client { constructor() { fetchAll().then(() => { axios.get("/x", { a: 1 }); get(this, "b.c") }) } }
            new Client();
            if (process.env.EXTRA) { start(app) }
            """,
            "start.ts": """
            import type { Application } from "express";
            export function start(app: Application) { connect(() => { second(app) }) }
            function second(app: Application) { app.get("/second", (req, res) => {}) }
            """,
        },
        "GET /second",
    )
