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
