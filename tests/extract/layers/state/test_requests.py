"""The requests that functions send."""

from collections.abc import Mapping

import pytest

from datamodel_check.extract.layers.state.requests import Requests
from tests.link.vocabulary import linked


def sent(files: Mapping[str, str] | str, name: str = "load") -> list[str]:
    """What a function asks for."""
    given = {"a.ts": files} if isinstance(files, str) else files
    program = linked(given)
    function = next(one.value for one in program.bindings("a.ts") if one.name == name)
    requests = Requests(program)
    return [endpoint for one in requests.of(function) for endpoint in requests.endpoints(one)]


def test_no_request() -> None:
    assert sent("export const load = () => 1") == []


def test_functions_of_the_same_names() -> None:
    files = {
        "a.ts": """
            import { fetch } from './b'
            import axios from './b'
            export const load = () => axios.get(fetch('/x'))
        """,
        "b.ts": "export const fetch = (path) => path\nexport default { get: (path) => path }",
    }
    assert sent(files) == []


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("fetch('/api/users')", "GET /api/users"),
        ("window.fetch('/api/users', { method: 'post' })", "POST /api/users"),
        ("fetch('/api/users', { ...init, method: 'PUT' })", "PUT /api/users"),
        ("fetch('/api/users', { ...init })", "* /api/users"),
        ("fetch('/api/users', { method: init.method })", "* /api/users"),
        ("fetch(`/api/users/${user.id}/posts?page=${page}#top`)", "GET /api/users/:id/posts"),
        ("fetch('/api/users/' + id)", "GET /api/users/:param"),
        ("fetch('/api/users/' + encodeURIComponent(user.id))", "GET /api/users/:id"),
        ("fetch(`/api/users/user-${user.id}.json`)", "GET /api/users/user-:id.json"),
        ("fetch(`/api/users${user.id ? `?id=${user.id}` : ''}`)", "GET /api/users"),
        ("fetch(`/api/users${page.query}`)", "GET /api/users"),
        ("fetch(`${process.env.API_URL}/users`)", "GET /users"),
        ("fetch(`${process.env.BASE_PATH || ''}/api/users`)", "GET /api/users"),
        ("fetch('http://localhost:3000/api/users')", "GET /api/users"),
        ("fetch('https://api.example.com/users?a=1')", "GET https://api.example.com/users"),
        ("fetch(new Request('/api/users', { method: 'DELETE' }))", "DELETE /api/users"),
        ("fetch(new URL('/api/users', location.origin))", "GET /api/users"),
        ("axios.get('/api/users')", "GET /api/users"),
        ("axios('/api/users', { method: 'patch' })", "PATCH /api/users"),
        ("axios({ url: '/users', method: 'delete', baseURL: '/api' })", "DELETE /api/users"),
        ("axios.request({ url: '/api/users' })", "GET /api/users"),
        ("(options.client ?? client).get({ url: '/api/users/{user_id}', ...options })", "GET /api/users/:user_id"),
        ("axios.create({ baseURL: '/api/' }).post('users', {})", "POST /api/users"),
        ("axios.create({ baseURL: process.env.API_URL }).get(`/users/${user.id}`)", "GET /users/:id"),
        ("ky.extend({ prefixUrl: '/api' }).put('users').json()", "PUT /api/users"),
        ("ky('/api/users')", "GET /api/users"),
        ("$fetch('/users', { baseURL: '/api' })", "GET /api/users"),
        ("axios.create().get({ url: '/api/users/{user_id}', ...init })", "GET /api/users/:user_id"),
    ],
)
def test_clients(call: str, expected: str) -> None:
    source = f"""
        import axios from 'axios'
        import ky from 'ky'
        import {{ $fetch }} from 'ofetch'
        export async function load(user, page, id, init) {{ return {call} }}
    """
    assert sent(source) == [expected]


def test_addresses_that_are_not_known() -> None:
    assert sent("export const load = (url) => [fetch(url), fetch(`${url}?a=1`), fetch(), fetch('/api' + url)]") == []
    assert (
        sent("import axios from 'axios'; export const load = (url) => axios.create({ baseURL: '/api' }).get(url)") == []
    )


def test_addresses_that_hang_on_something() -> None:
    source = "export const load = (a) => fetch(a ? `/api/a/${a.id}` : '/api/b', { method: 'POST' })"
    assert sent(source) == ["POST /api/a/:id", "POST /api/b"]


def test_wrappers_of_the_repository() -> None:
    files = {
        "a.ts": """
            import { api } from './api'
            export const load = ({ userId }) => api.get(`/users/${userId}`).then((user) => api.post('/seen', user))
        """,
        "api.ts": """
            const base = '/api'
            const url = (path: string) => path.startsWith('http') ? path : `${base}${path}`
            async function send(method: string, path: string, body?: unknown) {
              const response = await fetch(url(path), { method, body: JSON.stringify(body) })
              if (!response.ok) throw new Error(response.statusText)
              return response.json()
            }
            export const api = {
              get: (path: string) => send('GET', path),
              post: (path: string, body: unknown) => send('POST', path, body),
            }
        """,
    }
    assert sorted(sent(files)) == ["GET /api/users/:userId", "POST /api/seen"]


def test_functions_that_put_addresses_together_in_several_ways() -> None:
    files = {
        "a.ts": """
            import { get } from './api'
            export const load = (id, page) => [get(`/users/${id}`, { page }), get('/posts', { page })]
        """,
        "api.ts": """
            import { env } from './env'
            const withQuery = (path: string, params?: Record<string, string>) => {
              if (!params) return path
              return `${path}?${new URLSearchParams(params)}`
            }
            export const get = (path: string, params?: object) => fetch(withQuery(`${env.API}${path}`, params))
        """,
    }
    assert sorted(sent(files)) == ["GET /posts", "GET /users/:param"]


def test_classes() -> None:
    files = {
        "a.ts": "import { client } from './client'\nexport const load = (user) => client.user(user)",
        "client.ts": """
            class Client {
              private base = '/api'
              user(given: { id: string }) { return this.request(`/users/${given.id}`) }
              private request(path: string) { return fetch(`${this.base}${path}`) }
            }
            export const client = new Client()
        """,
    }
    assert sent(files) == ["GET /api/users/:id"]


def test_functions_that_hooks_keep() -> None:
    source = """
        import { useCallback } from 'react'
        const useApi = () => ({ get: useCallback((path) => fetch('/api' + path), []) })
        export function load() { const { get } = useApi(); return get('/users') }
    """
    assert sent(source) == ["GET /api/users"]


def test_functions_that_are_handed_on_by_name() -> None:
    source = """
        const one = (id) => fetch(`/api/users/${id}`)
        const unused = () => fetch('/unused')
        export function load(ids) { const unused = () => fetch('/unused'); return Promise.all(ids.map(one)) }
    """
    assert sent(source) == ["GET /api/users/:param"]


def test_functions_that_call_each_other() -> None:
    assert sent("const f = () => load(); export const load = () => { f(); return fetch('/a') }") == ["GET /a"]
