"""What React Query asks for, and under which keys."""

from collections.abc import Mapping
from textwrap import dedent

import pytest

from datamodel_check.extract.layers.state.react_query import ReactQuery
from tests.extract.layers.state.vocabulary import described


def says(files: Mapping[str, str] | str, expected: str) -> None:
    """What the queries of some files come to; a file without a name is `hooks.ts`."""
    given = {"hooks.ts": files} if isinstance(files, str) else files
    assert described(ReactQuery(), given) == dedent(expected).strip()


def test_no_query() -> None:
    says("import { QueryClient, useQueryClient } from '@tanstack/react-query'\nexport const c = new QueryClient()", "")


# --- what is none ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("package", ["@apollo/client", "@tanstack/vue-query", "swr", "react-query-lookalike", "convex"])
def test_hooks_of_other_packages(package: str) -> None:
    says(f"import {{ useQuery }} from '{package}'\nexport const useA = () => useQuery({{ queryKey: ['a'] }})", "")


def test_an_own_hook_of_the_same_name() -> None:
    files = {
        "useQuery.ts": "export default function useQuery() { return new URLSearchParams(location.search) }",
        "page.tsx": "import useQuery from './useQuery'\nexport const Page = () => useQuery({ queryKey: ['a'] })",
    }
    says(files, "")


def test_a_dependency_that_nobody_uses() -> None:
    files = {
        "package.json": '{ "dependencies": { "@tanstack/react-query": "^5.0.0" } }',
        "a.ts": "// useQuery from '@tanstack/react-query'\nexport const useQuery = (key) => key\nuseQuery(['a'])",
    }
    says(files, "")


def test_decoys() -> None:
    source = "import { useQuery } from '@tanstack/react-query'\nexport const useA = () => useQuery({ queryKey: ['a'] })"
    says({"src/a.test.ts": source, "__tests__/a.ts": source, "src/__mocks__/a.ts": source}, "")


# --- queries ---------------------------------------------------------------------------------------------------------


def test_a_hook_and_a_component() -> None:
    files = {
        "hooks.ts": """
            import { useQuery } from '@tanstack/react-query'
            export function useUser(userId: string) {
              return useQuery({ queryKey: ['users', userId], queryFn: () => fetch(`/api/users/${userId}`) })
            }
        """,
        "page.tsx": """
            import { useQuery } from '@tanstack/react-query'
            export default function Page({ team }) {
              const { data } = useQuery({ queryKey: ['teams', team.id], queryFn: load })
              async function load() { return (await fetch('/api/teams/' + team.id)).json() }
              return <p>{data}</p>
            }
        """,
    }
    says(
        files,
        """
        query Page ['teams', :id]
          calls: GET /api/teams/:id
        query useUser ['users', :param]
          calls: GET /api/users/:param
        """,
    )


def test_earlier_versions() -> None:
    source = """
        import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from 'react-query'
        export const useA = () => useQuery('a', () => fetch('/api/a'))
        export const useB = (id) => useQuery(['b', id], { queryFn: () => fetch('/api/b') })
        export const useC = () => useInfiniteQuery(['c'], ({ pageParam }) => fetch(`/api/c?page=${pageParam}`), {})
        export function useD() {
          const client = useQueryClient()
          return useMutation((data) => fetch('/api/d', { method: 'POST' }), {
            onSuccess: () => { client.invalidateQueries('a'); client.invalidateQueries(['b', 1]) },
          })
        }
        export const useE = () => useMutation(['e'], (data) => fetch('/api/e', { method: 'PUT' }))
    """
    says(
        source,
        """
        query useA 'a'
          calls: GET /api/a
        query useB ['b', :param]
          calls: GET /api/b
        query useC ['c']
          calls: GET /api/c
          options: infinite
        mutation useD
          calls: POST /api/d
          invalidates: 'a', ['b', 1]
        mutation useE ['e']
          calls: PUT /api/e
        """,
    )


def test_options_that_are_declared_for_others() -> None:
    source = """
        import { infiniteQueryOptions, queryOptions, useQuery, useSuspenseInfiniteQuery } from '@tanstack/react-query'
        export const userOptions = (id: string) =>
          queryOptions({ queryKey: ['users', id], queryFn: () => fetch(`/api/users/${id}`) })
        const postsOptions = infiniteQueryOptions({ queryKey: ['posts'], queryFn: () => fetch('/api/posts') })
        export const useUser = ({ id, config }) => useQuery({ ...userOptions(id), ...config })
        export const usePosts = () => useSuspenseInfiniteQuery(postsOptions)
    """
    says(
        source,
        """
        query postsOptions ['posts']
          calls: GET /api/posts
          options: infinite, query options
        query usePosts ['posts']
          calls: GET /api/posts
          options: infinite, suspense
        query useUser ['users', :id]
          calls: GET /api/users/:id
        query userOptions ['users', :param]
          calls: GET /api/users/:param
          options: query options
        """,
    )


def test_options_of_a_hook_are_its_own() -> None:
    source = """
        import { queryOptions, useQuery } from '@tanstack/react-query'
        export const useA = () => useQuery(queryOptions({ queryKey: ['a'] }))
    """
    says(source, "query useA ['a']")


def test_several_queries_at_once() -> None:
    source = """
        import { useQueries } from '@tanstack/react-query'
        export const useBoth = () => useQueries({ queries: [
          { queryKey: ['a'], queryFn: () => fetch('/api/a') }, { queryKey: ['b'], queryFn: () => fetch('/api/b') },
        ] })
        export const useEach = (ids) =>
          useQueries({ queries: ids.map((id) => ({ queryKey: ['c', id], queryFn: () => fetch(`/api/c/${id}`) })) })
    """
    says(
        source,
        """
        query useBoth ['a']
          calls: GET /api/a
        query useBoth ['b']
          calls: GET /api/b
        query useEach ['c', :param]
          calls: GET /api/c/:param
        """,
    )


def test_factories_of_keys() -> None:
    source = """
        import { useQuery } from '@tanstack/react-query'
        const keys = {
          all: ['todos'] as const,
          lists: () => [...keys.all, 'list'] as const,
          list: (filters: string) => [...keys.lists(), { filters }] as const,
        }
        enum Key { User = 'user' }
        export const useList = ({ filters }) => useQuery({ queryKey: keys.list(filters), queryFn: load })
        export const useUser = (user) => useQuery({ queryKey: [Key.User, `id-${user.id}`, { b: user.b, a: 1 }] })
    """
    says(
        source,
        """
        query useList ['todos', 'list', { filters }]
        query useUser ['user', 'id-:id', { a: 1, b }]
        """,
    )


def test_keys_that_hang_on_something() -> None:
    source = """
        import { useQuery } from '@tanstack/react-query'
        export const useA = ({ page }) => useQuery({ queryKey: page ? ['a', { page }] : ['a'] })
        export const useB = ({ page }) => useQuery({ queryKey: ['b', page ?? 1, ...rest()] })
    """
    says(source, "query useA ['a', { page }] | ['a']\nquery useB ['b', :page, ...]")


def test_local_names_do_not_matter() -> None:
    def source(name: str) -> str:
        return f"""
            import {{ useQuery }} from '@tanstack/react-query'
            export function useUser({name}) {{
              return useQuery({{ queryKey: ['users', {name}], queryFn: () => fetch(`/api/users/${{{name}}}`) }})
            }}
        """

    for name in ("id", "userId"):
        says(source(name), "query useUser ['users', :param]\n  calls: GET /api/users/:param")


def test_what_is_not_known() -> None:
    source = "import { useQuery } from '@tanstack/react-query'\nexport const useA = () => useQuery(unknown())"
    says(source, "query useA\n? hooks.ts:2: the key of the query in useA is not known")


# --- mutations -------------------------------------------------------------------------------------------------------


def test_what_a_mutation_makes_stale() -> None:
    files = {
        "hooks.ts": """
            import { useMutation, useQueryClient } from '@tanstack/react-query'
            import { userOptions } from './options'
            import { client } from './client'
            const refresh = () => client.refetchQueries({ queryKey: ['lists'] })
            export function useSave({ id, onDone }) {
              const queryClient = useQueryClient()
              return useMutation({
                mutationFn: async (data) => (await fetch(`/api/users/${id}`, { method: 'PATCH' })).json(),
                onMutate: () => queryClient.setQueryData(['users', id], null),
                onSuccess: async (...all) => {
                  await queryClient.invalidateQueries({ queryKey: userOptions(id).queryKey })
                  onDone?.(...all)
                },
                onSettled: () => { queryClient.invalidateQueries(); refresh() },
              })
            }
        """,
        "client.ts": "import { QueryClient } from '@tanstack/react-query'\nexport const client = new QueryClient()",
        "options.ts": """
            import { queryOptions } from '@tanstack/react-query'
            export const userOptions = (id) => queryOptions({ queryKey: ['user', id] })
        """,
    }
    says(
        files,
        """
        mutation useSave
          calls: PATCH /api/users/:id
          invalidates: ['users', :id], ['user', :id], *, ['lists']
        query userOptions ['user', :param]
          options: query options
        """,
    )


def test_clients_of_other_packages() -> None:
    source = """
        import { useApolloClient } from '@apollo/client'
        import { useMutation } from '@tanstack/react-query'
        export function useSave() {
          const client = useApolloClient()
          return useMutation({ mutationFn: save, onSuccess: () => client.refetchQueries({ queryKey: ['a'] }) })
        }
    """
    says(source, "mutation useSave")


# --- wrappers --------------------------------------------------------------------------------------------------------


def test_hooks_from_functions_of_the_repository() -> None:
    files = {
        "useApi.ts": """
            import { useQuery } from '@tanstack/react-query'
            import { useCallback } from 'react'
            const url = (path) => path.startsWith('http') ? path : `${process.env.BASE || ''}/api${path}`
            export const useApi = () => ({ get: useCallback((path) => fetch(url(path)), []), useQuery })
        """,
        "useUser.ts": """
            import { useApi } from './useApi'
            export function useUser({ id }) {
              const { get, useQuery } = useApi()
              return useQuery({ queryKey: ['users', id], queryFn: () => get(`/users/${id}`) })
            }
        """,
    }
    says(files, "query useUser ['users', :id]\n  calls: GET /api/users/:id")


def test_callers_say_what_a_wrapper_asks_for() -> None:
    files = {
        "hooks/paged.ts": """
            import { useQuery } from '@tanstack/react-query'
            export function usePaged({ queryKey, queryFn, ...options }) {
              const page = usePage()
              return useQuery({ queryKey: [...queryKey, 'paged'], queryFn: () => queryFn({ page }), ...options })
            }
        """,
        "hooks/list.ts": """
            import { usePaged } from './paged'
            export const useList = (path, options) =>
              usePaged({ queryKey: ['lists', path], queryFn: () => fetch(`/api${path}`), ...options })
        """,
        "hooks/index.ts": "export * from './list'\nexport { usePaged } from './paged'",
        "page.tsx": """
            import { useList, usePaged } from './hooks'
            export function Users() { const { data } = useList('/users'); return null }
            export function Teams() {
              const { data } = usePaged({ queryKey: ['teams'], queryFn: () => fetch('/api/teams') })
              return null
            }
        """,
    }
    says(
        files,
        """
        query Teams ['teams', 'paged']
          calls: GET /api/teams
        query Users ['lists', '/users', 'paged']
          calls: GET /api/users
        """,
    )


def test_a_wrapper_that_nobody_calls() -> None:
    source = """
        import { useQuery } from '@tanstack/react-query'
        export const useAny = (path) => useQuery({ queryKey: [path], queryFn: () => fetch(path) })
    """
    says(source, "query useAny [:param]")


def test_hooks_that_are_handed_on() -> None:
    files = {
        "lib/query.ts": "export { useQuery as useData } from '@tanstack/react-query'",
        "lib/index.ts": "export * from './query'",
        "a.ts": "import { useData } from './lib'\nexport const useA = () => useData({ queryKey: ['a'] })",
        "b.ts": "import * as query from 'react-query'\nexport const useB = () => query.useQuery({ queryKey: ['b'] })",
    }
    says(files, "query useA ['a']\nquery useB ['b']")


# --- tRPC ------------------------------------------------------------------------------------------------------------


def test_procedures_of_trpc() -> None:
    files = {
        "trpc.ts": """
            import { createTRPCContext } from '@trpc/tanstack-react-query'
            export const { TRPCProvider, useTRPC } = createTRPCContext<AppRouter>()
        """,
        "page.tsx": """
            import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
            import { useTRPC } from './trpc'
            export function Posts() {
              const trpc = useTRPC()
              const client = useQueryClient()
              const { data } = useSuspenseQuery({ ...trpc.post.byId.queryOptions({ id: 1 }), staleTime: 1 })
              const save = useMutation(trpc.post.save.mutationOptions({
                onSuccess: async () => {
                  await client.invalidateQueries(trpc.post.pathFilter())
                  await client.invalidateQueries({ queryKey: trpc.user.me.queryKey() })
                },
              }))
              return null
            }
        """,
    }
    says(
        files,
        """
        query Posts [['post', 'byId']]
          options: suspense
        mutation Posts [['post', 'save']]
          invalidates: [['post']], [['user', 'me']]
        """,
    )


def test_hooks_of_trpc() -> None:
    files = {
        "trpc.ts": "import { createTRPCReact } from '@trpc/react-query'\nexport const api = createTRPCReact<Router>()",
        "page.tsx": """
            import { api } from './trpc'
            import { other } from './other'
            export function Posts() {
              const utils = api.useUtils()
              const { data } = api.post.byId.useQuery({ id: 1 })
              const save = api.post.save.useMutation({ onSuccess: () => utils.post.byId.invalidate() })
              const { data: rest } = other.post.byId.useQuery({ id: 1 })
              return null
            }
        """,
        "other.ts": "import { make } from 'lookalike'\nexport const other = make()",
    }
    says(
        files,
        """
        query Posts [['post', 'byId']]
        mutation Posts [['post', 'save']]
          invalidates: [['post', 'byId']]
        """,
    )
