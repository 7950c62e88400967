"""What real repositories have that looks like a layer and is none, and what is one and does not look like it.

Each test is named for the trap; every extractor reads the same files at once, so that none falls for another's.
"""

from collections.abc import Mapping
from textwrap import dedent

from tests.vocabulary import read


def told(files: Mapping[str, str]) -> list[str]:
    """The routes, services and state of a repository, a line each."""
    snapshot = read(
        {path: dedent(text).encode() for path, text in files.items()}, layers=("routes", "services", "state")
    )
    lines = [f"{route.framework} {route.key}" for route in snapshot.routes]
    lines += [f"{service.kind} {service.name}" for service in snapshot.services]
    lines += [f"{state.system} {state.kind} {state.name}" for state in snapshot.state]
    return sorted(lines)


# --- a useQuery that is not React Query, and React Query that nobody names -------------------------------------------


def test_a_hook_for_the_query_of_the_address() -> None:
    files = {
        "hooks/useQuery.ts": """
            import { useLocation } from "react-router-dom";
            export default function useQuery() { return new URLSearchParams(useLocation().search); }
        """,
        "scenes/Search.tsx": """
            import useQuery from "../hooks/useQuery";
            export const useTerm = () => useQuery().get("q");
        """,
    }
    assert told(files) == []


def test_queries_of_other_libraries() -> None:
    files = {
        "apollo.ts": 'import { useQuery } from "@apollo/client";\nexport const useUsers = () => useQuery(USERS);\n',
        "vue.ts": 'import { useQuery } from "@tanstack/vue-query";\nexport const useB = () => useQuery({});\n',
        "swr.ts": """
            import useSWR from "swr";
            const useQuery = (key: string) => useSWR(key, fetch);
            export const useBooks = () => useQuery("/api/books");
        """,
        "convex.ts": 'import { useQuery } from "convex/react";\nexport const useTasks = () => useQuery("tasks");\n',
    }
    assert told(files) == []


def test_react_query_that_only_trpc_imports() -> None:
    files = {
        "trpc/react.tsx": """
            import { createTRPCReact } from "@trpc/react-query";
            import type { AppRouter } from "../server";
            export const api = createTRPCReact<AppRouter>();
        """,
        "hooks/posts.ts": """
            import { api } from "../trpc/react";
            export const usePosts = () => api.post.all.useQuery();
        """,
    }
    assert told(files) == ["react-query query usePosts"]


def test_react_query_through_a_module_that_hands_it_on() -> None:
    files = {
        "lib/query.ts": 'export { useQuery as useRemote } from "@tanstack/react-query";\n',
        "hooks.ts": """
            import { useRemote } from "./lib/query";
            export const useBooks = () => useRemote({ queryKey: ["books"], queryFn: () => fetch("/api/books") });
        """,
    }
    assert told(files) == ["react-query query useBooks"]


# --- decorators that are not NestJS ----------------------------------------------------------------------------------


def test_injectables_of_angular_beside_those_of_nestjs() -> None:
    files = {
        "apps/client/data.service.ts": """
            import { Injectable } from "@angular/core";
            @Injectable({ providedIn: "root" })
            export class DataService { load() { return this.http.get("/api/orders"); } }
        """,
        "apps/api/main.ts": """
            import { Controller, Get, Injectable, Module } from "@nestjs/common";
            import { NestFactory } from "@nestjs/core";
            @Controller("orders") class OrdersController { @Get() all() { return []; } }
            @Module({ controllers: [OrdersController] }) class AppModule {}
            NestFactory.create(AppModule).then((app) => app.listen(3000));
        """,
    }
    assert [line for line in told(files) if line.startswith("nestjs")] == ["nestjs GET /orders"]
    assert not any("DataService" in line and line.startswith("controller") for line in told(files))


def test_decorators_of_the_house() -> None:
    files = {
        "lib/http.ts": """
            export const Controller = (path: string) => (target: object) => target;
            export const Get = (path = "") => (target: object, name: string) => {};
        """,
        "orders.ts": """
            import { Controller, Get } from "./lib/http";
            @Controller("orders") export class Orders { @Get(":id") one() {} }
        """,
        "other.ts": """
            import { Controller, Get } from "routing-controllers";
            @Controller("/users") export class Users { @Get("/") all() {} }
        """,
    }
    assert [line for line in told(files) if line.startswith(("nestjs", "express"))] == []


# --- files named like those of Next.js -------------------------------------------------------------------------------


def test_routes_of_react_router_and_remix() -> None:
    files = {
        "package.json": '{ "private": true, "workspaces": ["apps/*"] }',
        "apps/remix/package.json": '{ "name": "remix", "dependencies": { "react-router": "7", "next-themes": "1" } }',
        "apps/remix/app/users/route.ts": "export const GET = () => new Response();\n",
        "apps/remix/app/users/page.tsx": "export default function Page() { return null }\n",
        "apps/docs/package.json": '{ "name": "docs", "dependencies": { "next": "16.0.0" } }',
        "apps/docs/app/users/route.ts": "export const GET = () => new Response();\n",
    }
    assert told(files) == ["nextjs GET /users"]


# --- dependencies that mislead ---------------------------------------------------------------------------------------


def test_a_store_of_a_package_that_no_manifest_declares() -> None:
    files = {
        "package.json": '{ "dependencies": { "react": "19.0.0" } }',
        "hooks/use-dialog.ts": """
            import { create } from "zustand";
            export const useDialog = create(() => ({ isOpen: false }));
        """,
    }
    assert told(files) == ["zustand store useDialog"]


def test_packages_that_are_only_declared() -> None:
    files = {
        "package.json": '{ "dependencies": { "mobx": "6", "jotai": "2", "@reduxjs/toolkit": "2", "zustand": "5" } }',
        "a.ts": "export const observable = (o) => o;\nexport const timer = observable({ seconds: 0 });\n",
    }
    assert told(files) == []


# --- decoys ----------------------------------------------------------------------------------------------------------


def test_state_of_tests_stories_and_examples_in_comments() -> None:
    store = 'import { create } from "zustand";\nexport const useStore = create(() => ({ n: 0 }));\n'
    files = {
        "src/__tests__/store.ts": store,
        "test/fixtures/store.ts": store,
        "src/store.stories.tsx": store,
        "src/store.spec.ts": store,
        "src/docs.ts": '/**\n * import { atom } from "jotai";\n * const a = atom(0);\n */\nexport const docs = 1;\n',
    }
    assert told(files) == []


def test_names_of_one_library_in_another() -> None:
    files = {
        "recoil.ts": 'import { atom } from "recoil"; // jotai\nexport const a = atom({ key: "a", default: 0 });\n',
        "nanostores.ts": 'import { atom } from "nanostores"; // jotai\nexport const b = atom(0);\n',
        "rxjs.ts": 'import { observable } from "rxjs"; // mobx\nexport const c = observable({ n: 0 });\n',
        "ngrx.ts": 'import { createReducer } from "@ngrx/store"; // redux\nexport const d = createReducer({ n: 0 });\n',
        "effector.ts": 'import { createStore } from "effector"; // redux\nexport const e = createStore({ n: 0 });\n',
        "valtio.ts": 'import { create } from "./zustand";\nexport const f = create(() => ({ n: 0 }));\n',
        "zustand.ts": "export const create = (f) => f();\n",
    }
    assert told(files) == []


# --- atoms behind wrapper modules ------------------------------------------------------------------------------------


def test_atoms_behind_wrapper_modules() -> None:
    files = {
        "editor-jotai.ts": """
            import { atom, createStore } from "jotai";
            import { createIsolation } from "jotai-scope";
            const isolation = createIsolation();
            export const { Provider, useAtom } = isolation;
            export const editorStore = createStore();
            export { atom };
        """,
        "app-jotai.ts": 'export * from "./editor-jotai";\nexport { atomWithStorage } from "jotai/utils";\n',
        "panel.tsx": 'import { atom } from "./editor-jotai";\nexport const isOpenAtom = atom(false);\n',
        "theme.ts": 'import { atomWithStorage as kept } from "./app-jotai";\nexport const theme = kept("theme", 1);\n',
        "deep/index.ts": 'import { atom } from "../app-jotai";\nexport const count = atom(0);\n',
    }
    assert told(files) == ["jotai atom count", "jotai atom isOpenAtom", "jotai atom theme"]


# --- made at run time ------------------------------------------------------------------------------------------------


def test_routes_made_from_names_at_run_time() -> None:
    """What is known of a path stands there, the rest as it is written, and it is told where."""
    files = {
        "models.ts": 'import { readdirSync } from "fs";\nexport const names = readdirSync("models");\n',
        "app.ts": """
            import express from "express";
            import { names } from "./models";
            const app = express();
            app.get("/health", (req, res) => res.send("ok"));
            names.forEach((name) => app.get(`/api/${name}/list`, (req, res) => res.json([])));
            app.listen(3000);
        """,
    }
    contents = {path: dedent(text).encode() for path, text in files.items()}
    snapshot = read(contents, layers=("routes",))
    assert told(files) == ["express GET /api/${name}/list", "express GET /health"]
    assert [one.location.path for one in snapshot.diagnostics] == ["app.ts"]
