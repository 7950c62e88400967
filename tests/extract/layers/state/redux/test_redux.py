"""Slices, reducers, stores and APIs of Redux."""

from collections.abc import Mapping
from textwrap import dedent

from datamodel_check.extract.layers.state.redux import Redux
from tests.extract.layers.state.vocabulary import described


def says(files: Mapping[str, str] | str, expected: str) -> None:
    """What Redux keeps in some files; a file without a name is `store.ts`."""
    given = {"store.ts": files} if isinstance(files, str) else files
    assert described(Redux(), given) == dedent(expected).strip()


def test_nothing() -> None:
    says("import { useDispatch } from 'react-redux'\nexport const useIt = () => useDispatch()", "")


def test_functions_of_the_same_name() -> None:
    files = {
        "own.ts": "const createSlice = (o) => o\nexport const a = createSlice({ name: 'a' })",
        "zustand.ts": "import { createStore } from 'zustand'\nexport const b = createStore(() => ({ redux: 1 }))",
        "ngrx.ts": "import { createReducer } from '@ngrx/store' // redux\nexport const c = createReducer({})",
        "react.ts": "import { useReducer } from 'react' // redux\nexport const d = () => useReducer((s = {}) => s, {})",
    }
    says(files, "")


def test_a_slice() -> None:
    source = """
        import { createSlice } from '@reduxjs/toolkit'
        const initialState = { items: [], total: 0 }
        export const cart = createSlice({
          name: 'cart',
          initialState,
          reducers: { added(state, action) {}, cleared: (state) => initialState },
          selectors: { selectTotal: (state) => state.total },
        })
        export const { added } = cart.actions
        export default cart.reducer
    """
    says(
        source,
        """
        slice cart cart
          fields: items, total: number
          computeds: selectTotal
          actions: added, cleared
        """,
    )


def test_an_entity_adapter() -> None:
    source = """
        import { createEntityAdapter, createSlice } from '@reduxjs/toolkit'
        const adapter = createEntityAdapter()
        const initialState = adapter.getInitialState({ loading: false })
        export const users = createSlice({ name: 'users', initialState, reducers: {} })
    """
    says(source, "slice users users\n  fields: entities, ids, loading: boolean")


def test_plain_reducers_of_a_store() -> None:
    files = {
        "store.ts": """
            import { combineReducers, createStore } from 'redux'
            import auth from './auth'
            import other from './other'
            export const store = createStore(combineReducers({ auth, other }))
        """,
        "auth.ts": """
            import * as types from './types'
            export default function auth(state = { user: null, pending: false }, action) {
              switch (action.type) {
                case types.LOGIN: return { ...state, user: action.user }
                case 'auth/logout': return state
                default: return state
              }
            }
        """,
        "types.ts": "export const LOGIN = 'auth/login'",
        "other.ts": "export default (x) => x",
    }
    says(
        files,
        """
        slice auth auth
          fields: pending: boolean, user
          actions: auth/login, auth/logout
        store store
          fields: auth, other
        """,
    )


def test_configure_store() -> None:
    source = """
        import { configureStore } from '@reduxjs/toolkit'
        export const store = configureStore({ reducer: { cart: (state = { n: 1 }) => state }, middleware: [] })
    """
    says(source, "slice cart cart\n  fields: n: number\nstore store\n  fields: cart")


def test_an_api() -> None:
    files = {
        "api.ts": """
            import { createApi, fetchBaseQuery } from '@reduxjs/toolkit/query/react'
            export const api = createApi({
              reducerPath: 'api',
              baseQuery: fetchBaseQuery({ baseUrl: '/api' }),
              tagTypes: ['User'],
              endpoints: (build) => ({
                users: build.query({ query: () => 'users', providesTags: ['User'] }),
                user: build.query({ query: (id) => `/users/${id}` }),
                rename: build.mutation({
                  query: ({ id, ...body }) => ({ url: `users/${id}`, method: 'PATCH', body }),
                  invalidatesTags: ['User'],
                }),
              }),
            })
        """,
        "more.ts": """
            import { api } from './api'
            const endpoints = (build) => ({ posts: build.query({ query: () => '/posts' }) })
            export const more = api.injectEndpoints({ endpoints })
        """,
    }
    says(
        files,
        """
        api api api
          fields: user, users
          actions: rename
          calls: GET /api/users, GET /api/users/:param, PATCH /api/users/:id
          invalidates: User
        api more
          fields: posts
          calls: GET /api/posts
        """,
    )
