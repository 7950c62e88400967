"""Hooks of React Query in the many ways in which they are written, and with what they are called."""

from collections.abc import Mapping
from typing import NamedTuple

from tests.vocabulary import Json

_HEAD = """
import {
  infiniteQueryOptions, queryOptions, useInfiniteQuery, useMutation, useQueries, useQuery, useQueryClient,
  useSuspenseQuery,
} from '@tanstack/react-query'
"""


class Case(NamedTuple):
    files: Mapping[str, str]
    calls: Mapping[str, list[Json]]


def _case(source: str, calls: Mapping[str, list[Json]], **others: str) -> Case:
    return Case({"hooks.ts": _HEAD + source} | {f"{name}.ts": text for name, text in others.items()}, calls)


CASES: Mapping[str, Case] = {
    "parameters": _case(
        """
        export const useUser = (id) => useQuery({ queryKey: ['users', id], queryFn: () => fetch(`/api/users/${id}`) })
        export function usePosts({ user, page = 1 }) {
          const path = '/api/users/' + user.id + '/posts'
          const queryFn = () => fetch(`${path}?p=${page}`)
          return useQuery({ queryKey: ['users', user.id, { page, sort: 'new' }], queryFn })
        }
        """,
        {"useUser": ["42"], "usePosts": [{"user": {"id": "7"}, "page": 2}]},
    ),
    "constants": _case(
        """
        enum Key { Users = 'users' }
        const ROOT = '/api'
        const base = [Key.Users, 1, true, null] as const
        export const useAll = () => useQuery({ queryKey: [...base, `v${2}`], queryFn: () => fetch(ROOT + '/users') })
        export const useNested = () => useQuery({ queryKey: [{ b: [1], a: { c: 'x' } }] })
        """,
        {"useAll": [], "useNested": []},
    ),
    "factories": _case(
        """
        import { keys } from './keys'
        export const useList = (filters) => useSuspenseQuery({ queryKey: keys.list(filters), queryFn: load })
        export const useDetail = (id) => useQuery({ queryKey: keys.detail(id), queryFn: () => load(id) })
        const load = (id) => fetch(`/api/todos/${id}`)
        """,
        {"useDetail": ["9"]},
        keys="""
        export const keys = {
          all: ['todos'],
          lists: () => [...keys.all, 'list'],
          list: (filters) => [...keys.lists(), { filters }],
          detail: (id) => [...keys.all, 'detail', id],
        }
        """,
    ),
    "options": _case(
        """
        const user = (id) => queryOptions({ queryKey: ['user', id], queryFn: () => fetch(`/api/users/${id}`) })
        const feed = infiniteQueryOptions({ queryKey: ['feed'], queryFn: () => fetch('/api/feed') })
        export const useUser = (id, config) => useQuery({ ...user(id), ...config })
        export const useFeed = () => useInfiniteQuery(feed)
        export const useUsers = (ids) => useQueries({ queries: ids.map((id) => user(id)) })
        """,
        {"useUser": ["1", {"staleTime": 5}], "useUsers": [["3"]]},
    ),
    "mutations": _case(
        """
        const key = (id) => ['users', id]
        export function useSave(id) {
          const client = useQueryClient()
          return useMutation({
            mutationFn: (data) => fetch(`/api/users/${id}`, { method: 'patch', body: JSON.stringify(data) }),
            onMutate: () => { client.setQueryData(key(id), null) },
            onSuccess: async () => {
              await client.invalidateQueries({ queryKey: ['lists'] })
              await Promise.all([client.refetchQueries({ queryKey: key(id) })])
            },
            onSettled: () => { client.removeQueries() },
          })
        }
        async function remove({ id }) {
          const response = await fetch('/api/users/' + encodeURIComponent(id), { method: 'DELETE' })
          if (!response.ok) throw new Error(await response.text())
          return response.json()
        }
        export const useRemove = () => useMutation({ mutationFn: remove })
        """,
        {"useSave": ["5"], "useRemove": []},
    ),
    "clients": _case(
        """
        import { api, Users } from './client'
        const users = new Users('/api/users')
        export const useUser = (id) => useQuery({ queryKey: ['user', id], queryFn: () => api.get(`/users/${id}`) })
        export const useAdd = () => useMutation({ mutationFn: (data) => api.post('/users', data) })
        export const useOne = (id) => useQuery({ queryKey: ['one', id], queryFn: () => users.one({ id }) })
        """,
        {"useUser": ["8"], "useAdd": [], "useOne": ["4"]},
        client="""
        const url = (path) => (path.startsWith('/') ? `/api${path}` : path)
        async function send(method, path, body) {
          const response = await fetch(url(path), { method, body: body ? JSON.stringify(body) : undefined })
          return response.json()
        }
        export const api = { get: (path) => send('GET', path), post: (path, body) => send('POST', path, body) }
        export class Users {
          constructor(private readonly root) {}
          one({ id }) { return fetch(`${this.root}/${id}`) }
        }
        """,
    ),
    "wrappers": _case(
        """
        import { usePaged, useResource } from './wrappers'
        export const useTeams = (org) =>
          usePaged({ queryKey: ['teams', org], queryFn: ({ page }) => fetch(`/api/orgs/${org}/teams?page=${page}`) })
        export const useUsers = () => useResource('users')
        """,
        {"useTeams": ["acme"], "useUsers": []},
        wrappers="""
        import { useQuery } from '@tanstack/react-query'
        export function usePaged({ queryKey, queryFn, ...options }) {
          return useQuery({ queryKey: [...queryKey, 'paged'], queryFn: () => queryFn({ page: 1 }), ...options })
        }
        export const useResource = (name) => useQuery({ queryKey: [name], queryFn: () => fetch(`/api/${name}`) })
        """,
    ),
}
