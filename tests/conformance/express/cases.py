"""Small repositories with applications of Express, by name."""

from collections.abc import Mapping
from textwrap import dedent

_HEAD = """
import express, { Router } from 'express'
const app = express()
const list = (req, res) => { res.end() }
const show = (req, res) => { res.end() }
function requireAuth(req, res, next) { next() }
function isAdmin(req, res, next) { next() }
function log(req, res, next) { next() }
"""


def _one(source: str) -> Mapping[str, str]:
    return {"app.ts": _HEAD + dedent(source)}


CASES: Mapping[str, Mapping[str, str]] = {
    "methods": _one(
        """
        app.get('/a', list); app.post('/a', show); app.all('/b', list); app['delete']('/a/:id', show)
        app.route('/c').get(list).put(show).all(log)
        app.set('x', 1); app.get('x')
        """
    ),
    "paths": _one(
        """
        app.get(['/a', '/b/:id'], list); app.get('/files/*rest', list); app.get('/maybe{/:id}', show)
        app.get('/flights/:from-:to', show); app.get('/slash/', list); app.get(/^\\/(?:matched)$/, list)
        """
    ),
    "routers": _one(
        """
        const users = Router(); const posts = Router({ mergeParams: true })
        users.get('/', list); users.get('/:id', show); users.use('/:id/posts', posts); posts.get('/', list)
        app.use('/users', users); app.use(['/people', '/v2/users/'], users); app.use(posts)
        """
    ),
    "applications": _one(
        """
        const admin = express(); const inner = express()
        admin.get('/', list); inner.post('/x', show); admin.use('/inner', inner); app.use('/admin', admin)
        app.get('/last', list)
        """
    ),
    "guards": _one(
        """
        const open = Router(); const closed = Router()
        open.get('/o', list); closed.use(requireAuth); closed.get('/c', list); closed.get('/a', isAdmin, show)
        app.use(log); app.use('/open', open); app.use('/closed', closed)
        app.get('/before', list); app.use('/x', isAdmin); app.get('/x/y', list)
        app.get('/y', [log, [requireAuth]], list)
        app.use('/both', requireAuth, open); app.use('/:tenant/z', requireAuth)
        app.get('/t/z', list); app.get('/t/w', list)
        """
    ),
    "guards of routers mounted at one path": _one(
        """
        const first = Router(); const second = Router(); const third = Router()
        first.use('/s', requireAuth); first.get('/f', list); second.get('/s', list); second.get('/t', list)
        third.use(isAdmin); third.get('/u', list)
        app.use('/api', first, second); app.use('/other', third); app.use('/api', third); app.get('/api/v', list)
        """
    ),
    "guards as routes": _one(
        """
        app.all('/api/*rest', requireAuth); app.get('/api/a', list); app.get('/b', list)
        app.get('/c/*rest', isAdmin); app.get('/c/d', list); app.post('/c/d', list)
        """
    ),
    "loops": _one(
        """
        const routes = [{ path: '/a', router: Router() }, { path: '/b', router: Router() }]
        routes.forEach(({ path, router }) => { router.get('/x', list); app.use(path, router) })
        for (const method of ['get', 'post']) app[method]('/both', show)
        for (const [path, handler] of Object.entries({ '/c': list, '/d': show })) app.get(path, handler)
        """
    ),
    "conditions and callbacks": _one(
        """
        if (process.env.PATH) { app.get('/if', list) }
        try { app.get('/try', list) } catch (error) { }
        async function start() { await null; app.get('/async', list) }
        start().then(() => { app.get('/then', show) })
        """
    ),
    "twice": _one(
        """
        app.get('/a', list); app.get('/a', show)
        app.get('/b', requireAuth); app.get('/b', show)
        """
    ),
    "files": {
        "app.ts": """
        import express from 'express'
        import users, { admin } from './users'
        import { register } from './more'
        const app = express()
        app.use('/api', users)
        app.use(admin)
        register(app, { prefix: '/more' })
        export default app
        """,
        "users.ts": """
        import { Router } from 'express'
        import * as controller from './controller'
        const router = Router()
        export const admin = Router()
        router.get('/', controller.list)
        router.use('/admin', admin)
        admin.delete('/:id', controller.drop)
        export default router
        """,
        "controller.ts": """
        export const list = (req, res) => { res.end() }
        export function drop(req, res) { res.end() }
        """,
        "more.ts": """
        import type { Express } from 'express'
        export function register(app: Express, { prefix }) { app.get(`${prefix}/:id`, (req, res) => { res.end() }) }
        """,
    },
    "common js": {
        "app.js": """
        const express = require('express')
        const app = module.exports = express()
        app.use('/v1', require('./routes'))
        require('./more')(app)
        app.use('/auth', require('./middleware').requireAuth, require('./routes'))
        """,
        "routes.js": """
        const router = require('express').Router()
        const controller = require('./controller')
        router.route('/users').get(controller.list).post(controller.wrapped)
        module.exports = router
        """,
        "more.js": "module.exports = (app) => { app.get('/more', (req, res) => { res.end() }) }",
        "middleware.js": "exports.requireAuth = function requireAuth(req, res, next) { next() }",
        "controller.js": """
        const wrap = (handler) => (req, res, next) => Promise.resolve(handler(req, res, next)).catch(next)
        const list = async (req, res) => { res.end() }
        module.exports = { list, wrapped: wrap(list) }
        """,
    },
    "classes": {
        "app.ts": """
        import express from 'express'
        import { Users } from './users'
        class Server {
          app: express.Application
          constructor(controllers) { this.app = express(); this.mount(controllers) }
          private mount(controllers) { controllers.forEach((one) => this.app.use('/api', one.router)) }
        }
        new Server([new Users('/users')])
        """,
        "users.ts": """
        import { Router } from 'express'
        export class Users {
          router = Router()
          constructor(private path: string) { this.init() }
          init() { this.router.get('/users', this.list).post('/users', this.create.bind(this)) }
          list(req, res) { res.end() }
          create(req, res) { res.end() }
        }
        """,
    },
}
