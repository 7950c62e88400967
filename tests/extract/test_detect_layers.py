"""Verdicts on what stands above the database, and on what only looks like it."""
# ruff: noqa: E501

import json
from collections.abc import Mapping

import pytest

from tests.extract.vocabulary import detects


def package(name: str = "app", **versions: str) -> str:
    dependencies = {key.replace("__", "/").replace("_", "-"): value for key, value in versions.items()}
    return json.dumps({"name": name, "dependencies": dependencies})


# --- back ends -------------------------------------------------------------------------------------------------------


def test_nextjs_names_its_routes() -> None:
    detects(
        {
            "web/package.json": package(next="14.2.13"),
            "web/next.config.mjs": "export default {}\n",
            "web/src/app/page.tsx": 'import Link from "next/link"\nexport default () => Link\n',
            "web/src/app/api/users/route.ts": "export const GET = () => new Response()\n",
            "web/src/pages/api/old.ts": "export default () => null\n",
            "web/src/app/actions.ts": '"use server"\nexport async function save() {}\n',
        },
        """
        nextjs 14.2.13
          web/next.config.mjs:1 config *
          web/src/app:1 App Router *
          web/src/pages/api:1 Pages API *
          web/src/app/page.tsx:1 import of next
          web/src/app/actions.ts:1 server actions ~
          web/package.json:1 dependency next
        controllers
          web/src/app/api:1 route handlers *
        """,
    )


def test_nextjs_without_a_configuration_is_known_by_its_package() -> None:
    detects(
        {
            "package.json": package(next="^15.0.0"),
            "app/page.tsx": 'import Link from "next/link"\nexport default () => Link\n',
        },
        """
        nextjs ^15.0.0
          app:1 App Router *
          app/page.tsx:1 import of next
          package.json:1 dependency next
        """,
    )


def test_routes_of_react_router_are_not_those_of_nextjs() -> None:
    detects(
        {
            "package.json": '{"name": "root", "workspaces": ["apps/*"]}',
            "apps/remix/package.json": package("remix", react_router="7.0.0"),
            "apps/remix/app/route.ts": 'import { redirect } from "react-router"\nexport const loader = redirect\n',
            "apps/remix/app/page.tsx": "export default () => null\n",
            "apps/remix/app/api/route.ts": "export const GET = 1\n",
            "apps/docs/package.json": package("docs", next="16.0.0"),
            "apps/docs/next.config.ts": "export default {}\n",
            "apps/docs/app/page.tsx": 'import Link from "next/link"\nexport default () => Link\n',
        },
        """
        nextjs 16.0.0
          apps/docs/next.config.ts:1 config *
          apps/docs/app:1 App Router *
          apps/docs/app/page.tsx:1 import of next
          apps/docs/package.json:1 dependency next
        """,
    )


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ('import express from "express"\nconst app = express()\n', "app"),
        ('import { Router } from "express"\nexport const users = Router()\n', "routers"),
        ('import express from "express"\nexport const users = express.Router()\n', "routers"),
        ('const express = require("express")\nmodule.exports = () => express()\n', "app"),
        ('const { Router } = require("express")\nmodule.exports = Router()\n', "routers"),
    ],
)
def test_express_is_used(code: str, expected: str) -> None:
    detects({"src/a.js": code}, f"express\n  src/a.js:1 {expected} *")


@pytest.mark.parametrize(
    "code",
    [
        'import type { Request } from "express"\nexport const a = (request: Request) => request\n',
        'import { Request } from "express"\nexport const a = (request: Request) => request\n',
        'import { NextFunction, json } from "express"\nexport const a = json\n',
    ],
)
def test_express_that_is_only_installed(code: str) -> None:
    detects(
        {"package.json": package(express="^4.0.0"), "src/a.ts": code},
        """
        not express
          package.json:1 dependency express, no app or router
        """,
    )


def test_a_mock_server_is_no_back_end() -> None:
    detects({"mock-server.ts": 'import express from "express"\nexpress().listen(1)\n'}, "")


def test_nestjs_beside_its_look_alikes_in_angular() -> None:
    detects(
        {
            "package.json": package(**{"@nestjs__core": "11.1.0", "@angular__core": "20.0.0"}),
            "apps/api/src/main.ts": 'import { NestFactory } from "@nestjs/core"\nNestFactory.create(null)\n',
            "apps/api/src/order.service.ts": 'import { Injectable } from "@nestjs/common"\n@Injectable()\nexport class A {}\n',
            "apps/client/src/user.service.ts": 'import { Injectable } from "@angular/core"\n@Injectable()\nexport class B {}\n',
            "apps/client/src/services/data.service.ts": 'import { Injectable } from "@angular/core"\nexport const C = Injectable\n',
            "apps/client/src/services/types.ts": "export const D = 1\n",
        },
        """
        nestjs 11.1.0
          apps/api/src/main.ts:1 app *
          apps/api/src/main.ts:1 import of @nestjs/core
          package.json:1 dependency @nestjs/core
        service-files
          apps/api/src/order.service.ts:1 services *
        """,
    )


def test_angular_alone_is_no_back_end() -> None:
    code = 'import { Injectable, Controller } from "@angular/core"\n@Injectable()\nexport class A {}\n'
    detects({"src/app/data.service.ts": code, "src/app/user.controller.ts": code}, "")


def test_python_back_ends() -> None:
    detects(
        {
            "api/main.py": "from fastapi import FastAPI\n\napp = FastAPI()\n",
            "shop/manage.py": "import os\nfrom django.core.management import execute_from_command_line\n",
            "shop/urls.py": "from django.urls import path\nfrom rest_framework import routers\nurlpatterns = []\n",
        },
        """
        django
          shop/manage.py:1 project *
          shop/urls.py:1 routes *
          shop/manage.py:2 import of django
          shop/urls.py:2 REST framework ~
        fastapi
          api/main.py:1 app *
          api/main.py:1 import of fastapi
        django
          shop/manage.py:2 import of django
        """,
    )


# --- client state ----------------------------------------------------------------------------------------------------


STATE: Mapping[str, tuple[str, str]] = {
    "jotai": ('import { atom } from "jotai"\nexport const a = atom(1)\n', "atoms"),
    "mobx": ('import { makeAutoObservable } from "mobx"\nexport class S { constructor() { makeAutoObservable(this) } }\n', "stores"),
    "react-query": ('import { QueryClient } from "@tanstack/react-query"\nexport const c = new QueryClient()\n', "client"),
    "redux": ('import { createStore } from "redux"\nexport const s = createStore()\n', "store"),
    "zustand": ('import { create } from "zustand"\nexport const u = create(() => ({}))\n', "stores"),
}  # fmt: skip


@pytest.mark.parametrize("system", STATE)
def test_client_state(system: str) -> None:
    code, what = STATE[system]
    name = code.split('"')[1]
    detects({"src/a.ts": code}, f"{system}\n  src/a.ts:1 {what} *\n  src/a.ts:1 import of {name}")


@pytest.mark.parametrize(
    "code",
    [
        'import { createContext } from "react"\nexport const C = createContext(null)\n',
        'import React from "react"\nexport const C = React.createContext(null)\n',
        'import * as R from "react"\nexport const C = R.createContext<string>("")\n',
    ],
)
def test_react_context(code: str) -> None:
    detects({"src/a.tsx": code}, "react-context\n  src/a.tsx:1 contexts *")


@pytest.mark.parametrize(
    "code",
    [
        'import { createContext } from "@radix-ui/react-context"\nimport { useState } from "react"\ncreateContext()\n',
        'import { createContext } from "solid-js"\nexport const C = createContext()\n',
        'import React from "react"\nimport { trpc } from "./trpc"\nexport const c = trpc.createContext(React)\n',
        'import { useContext } from "react"\n// createContext(null)\nexport const c = useContext(x)\n',
    ],
)
def test_a_context_that_is_not_reacts(code: str) -> None:
    detects({"src/a.tsx": code}, "")


@pytest.mark.parametrize(
    "code",
    [
        'import useQuery from "~/hooks/useQuery"\nexport const q = useQuery()\n',
        'import { useQuery } from "@apollo/client"\nexport const q = useQuery()\n',
        'import { useQuery } from "@tanstack/vue-query"\nexport const q = useQuery()\n',
        'import useSWR from "swr"\nexport const useQuery = (key) => useSWR(key)\n',
    ],
)
def test_a_use_query_that_is_not_react_query(code: str) -> None:
    detects({"src/a.ts": code, "src/hooks/useQuery.ts": "export default () => new URLSearchParams()\n"}, "")


def test_react_query_behind_trpc() -> None:
    detects(
        {
            "package.json": package(**{"@tanstack__react-query": "^5.1.0", "@trpc__react_query": "^11.0.0"}),
            "src/trpc.ts": 'import { createTRPCReact } from "@trpc/react-query"\nexport const api = createTRPCReact()\n',
            "src/page.tsx": 'import { api } from "./trpc"\nexport const q = api.user.list.useQuery()\n',
        },
        """
        react-query ^5.1.0
          src/trpc.ts:1 import of @trpc/react-query
          package.json:1 dependency @tanstack/react-query
        """,
    )


def test_zustand_that_no_manifest_declares() -> None:
    detects(
        {"package.json": package(other="^18.0.0"), "src/a.ts": STATE["zustand"][0]},
        """
        zustand
          src/a.ts:1 stores *
          src/a.ts:1 import of zustand
        """,
    )


def test_jotai_behind_wrapper_modules_is_named_by_them() -> None:
    detects(
        {
            "package.json": package(jotai="2.11.0"),
            "app/app-jotai.ts": 'import { atom, createStore } from "jotai"\nexport { atom }\nexport const s = createStore()\n',
            "app/a.ts": 'import { atom } from "./app-jotai"\nexport const a = atom(1)\n',
            "app/b.ts": 'import { atom } from "./app-jotai"\nexport const b = atom(1)\n',
        },
        """
        jotai 2.11.0
          app/app-jotai.ts:1 atoms *
          app/app-jotai.ts:1 import of jotai
          package.json:1 dependency jotai
        """,
    )


def test_redux_toolkit_and_its_queries() -> None:
    detects(
        {
            "package.json": package(**{"@reduxjs__toolkit": "^2.2.0"}),
            "src/api.ts": 'import { createApi } from "@reduxjs/toolkit/query/react"\nexport const api = createApi({})\n',
            "src/store.ts": 'import { configureStore } from "@reduxjs/toolkit"\nexport const s = configureStore({})\n',
        },
        """
        redux ^2.2.0
          src/store.ts:1 store *
          src/api.ts:1 import of @reduxjs/toolkit
          src/api.ts:1 Redux Toolkit ~
          src/api.ts:1 RTK Query ~
          package.json:1 dependency @reduxjs/toolkit
        """,
    )


def test_versions_of_a_catalog_and_of_several_packages() -> None:
    detects(
        {
            "pnpm-workspace.yaml": 'packages: ["apps/*"]\ncatalog:\n  zustand: ^5.0.1\n',
            "package.json": '{"name": "root"}',
            "apps/a/package.json": package("a", zustand="catalog:"),
            "apps/a/src/store.ts": STATE["zustand"][0],
            "apps/b/package.json": package("b", zustand="^4.5.2"),
            "apps/b/src/store.ts": STATE["zustand"][0],
        },
        """
        zustand ^5.0.1
          apps/a/src/store.ts:1 stores *
          apps/b/src/store.ts:1 stores *
          apps/a/src/store.ts:1 import of zustand
          apps/b/src/store.ts:1 import of zustand
          apps/a/package.json:1 dependency zustand
          apps/b/package.json:1 dependency zustand ^4.5.2
        """,
    )


def test_many_stores_are_told_by_their_folders() -> None:
    names = ("a", "b", "c", "d", "e", "f")
    detects(
        {f"src/store/{name}.ts": STATE["zustand"][0] for name in names},
        """
        zustand
          src/store:1 stores *
          src/store/a.ts:1 import of zustand
        """,
    )


def test_state_in_tests_is_no_state() -> None:
    detects(
        {"src/__tests__/a.ts": STATE["jotai"][0]},
        """
        not jotai
          src/__tests__/a.ts:1 import of jotai, in a tests folder
        """,
    )


# --- services --------------------------------------------------------------------------------------------------------


def test_services_by_name() -> None:
    detects(
        {
            "src/user.service.ts": "export const a = 1\n",
            "src/user.repository.ts": "export const a = 1\n",
            "src/user.controller.ts": "export const a = 1\n",
            "src/services/mail.ts": "export const a = 1\n",
            "src/user.service.spec.ts": "export const a = 1\n",
        },
        """
        controllers
          src/user.controller.ts:1 controllers *
        repository-files
          src/user.repository.ts:1 repositories *
        service-files
          src/user.service.ts:1 services *
        service-modules
          src/services:1 services *
        """,
    )


def test_database_helpers_are_services() -> None:
    access = 'import { eq } from "drizzle-orm"\nexport const find = () => eq(1, 2)\n'
    detects(
        {
            "src/db/index.ts": 'import { drizzle } from "drizzle-orm/postgres-js"\nexport const db = drizzle("x")\n',
            "src/db/queries.ts": access,
            "src/billing/a.ts": access,
            "src/billing/b.ts": access,
            "src/billing/c.ts": access,
            "src/lone.ts": access,
            "scripts/a.ts": access,
            "scripts/b.ts": access,
            "scripts/c.ts": access,
        },
        """
        drizzle
          scripts/a.ts:1 import of drizzle-orm
        service-modules
          src/db/index.ts:1 database client *
          src/db/queries.ts:1 database access *
          src/billing:1 database access *
        """,
    )


def test_helpers_that_are_given_the_client() -> None:
    access = 'import { prisma } from "../db"\nexport const find = () => prisma.user.findMany()\n'
    detects(
        {
            "prisma/schema.prisma": 'datasource db {\n  provider = "sqlite"\n}\nmodel User {\n  id Int @id\n}\n',
            "src/db/client.ts": (
                'import { PrismaClient } from "@prisma/client"\nexport const prisma = new PrismaClient()\n'
            ),
            "src/db/index.ts": 'export * from "./client"\n',
            **{f"src/{folder}/{name}.ts": access for folder in ("billing", "hooks") for name in "abc"},
            "src/lone/a.ts": access,
        },
        """
        prisma
          prisma/schema.prisma:1 schema *
          src/db/client.ts:1 import of @prisma/client
        service-modules
          src/db/client.ts:2 database client *
          src/billing:1 database access *
        """,
    )


def test_an_enum_of_the_name_of_a_client_is_none() -> None:
    detects(
        {"src/a.ts": 'import { DataSource } from "@prisma/client"\nexport const a = DataSource.YAHOO\n'},
        """
        prisma
          src/a.ts:1 import of @prisma/client
        """,
    )


def test_folders_of_routes_are_no_folders_of_services() -> None:
    detects(
        {
            "next.config.js": "module.exports = {}\n",
            "app/orgs/repositories/page.tsx": "export default () => null\n",
            "app/services/page.tsx": "export default () => null\n",
            "components/hooks/queries/useUser.ts": "export const useUser = () => prisma.user\n",
        },
        """
        nextjs
          next.config.js:1 config *
          app:1 App Router *
        """,
    )


# --- authentication --------------------------------------------------------------------------------------------------


def test_nextauth_4() -> None:
    detects(
        {
            "package.json": package(next_auth="^4.24.11"),
            "src/auth-options.ts": """
                import { DrizzleAdapter } from "@auth/drizzle-adapter"
                import GitHubProvider from "next-auth/providers/github"
                import CredentialsProvider from "next-auth/providers/credentials"
                import type { NextAuthOptions } from "next-auth"
                export const authOptions: NextAuthOptions = {
                  adapter: DrizzleAdapter(db, {}) as Adapter,
                  providers: [GitHubProvider({ clientId: env.ID }), CredentialsProvider({ authorize: () => null })],
                  session: { strategy: "database", maxAge: 30 * 24 },
                }
                """,
            "src/route.ts": """
                import NextAuth from "next-auth"
                import { authOptions } from "./auth-options"
                const handler = NextAuth(authOptions)
                export { handler as GET, handler as POST }
                """,
        },
        """
        nextauth ^4.24.11
          src/auth-options.ts:6 options *
          src/auth-options.ts:3 import of next-auth
          src/auth-options.ts:6 adapter DrizzleAdapter ~
          src/auth-options.ts:6 provider credentials ~
          src/auth-options.ts:6 provider github ~
          src/auth-options.ts:6 session database ~
          package.json:1 dependency next-auth
        """,
    )


def test_nextauth_5() -> None:
    detects(
        {
            "package.json": package(next_auth="5.0.0-beta.25"),
            "auth.config.ts": """
                import type { NextAuthConfig } from "next-auth"
                export const authConfig = { providers: [], pages: { signIn: "/login" } } satisfies NextAuthConfig
                """,
            "auth.ts": """
                import NextAuth from "next-auth"
                import Google from "next-auth/providers/google"
                import { authConfig } from "./auth.config"
                const custom = { id: "sso", type: "oidc" }
                export const { handlers, auth } = NextAuth({
                  ...authConfig,
                  providers: [Google, custom, ...(process.env.DEV ? [Other] : [])],
                })
                """,
        },
        """
        nextauth 5.0.0-beta.25
          auth.config.ts:3 options *
          auth.ts:6 options *
          auth.ts:2 import of next-auth
          auth.ts:6 provider google ~
          auth.ts:6 provider sso ~
          auth.ts:6 providers on conditions ~
          auth.ts:6 session jwt ~
          package.json:1 dependency next-auth
        """,
    )


def test_nextauth_set_up_for_each_request() -> None:
    detects(
        {
            "pages/api/auth/[...nextauth].ts": """
                import NextAuth from "next-auth"
                import Email from "next-auth/providers/email"
                export default async function auth(req, res) {
                  const providers = [Email({})]
                  return await NextAuth(req, res, { providers })
                }
                """,
        },
        """
        nextauth
          pages/api/auth/[...nextauth].ts:4 options *
          pages/api/auth/[...nextauth].ts:2 import of next-auth
          pages/api/auth/[...nextauth].ts:4 provider email ~
          pages/api/auth/[...nextauth].ts:4 session jwt ~
        """,
    )


def test_react_without_a_context() -> None:
    detects(
        {"package.json": package(react="^18.0.0"), "src/a.tsx": 'import { useState } from "react"\nuseState()\n'},
        """
        not react-context
          package.json:1 dependency react, no context
        """,
    )
