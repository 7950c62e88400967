"""Routes of the App Router and of the Pages Router, and server actions."""

import pytest

from tests.extract.layers.nextjs.vocabulary import PACKAGE, routes, snapshot

GET = "export const GET = () => Response.json([]);\n"


def test_nothing() -> None:
    assert routes({"app/users/helpers.ts": GET, "lib/route.ts": GET}) == []


# --- the App Router --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("export async function GET() {}", ["GET /users"]),
        ("export const POST = async () => {}; export function helper() {}", ["POST /users"]),
        ("const h = () => {}; export { h as GET, h as PUT }", ["GET /users", "PUT /users"]),
        ("import { wrap } from './wrap'; export const GET = wrap(async () => {})", ["GET /users"]),
        ("export { GET } from './wrap'", ["GET /users"]),
        ("export * from './wrap'", ["GET /users"]),
        (
            "import NextAuth from 'next-auth'; const h = NextAuth({}); export { h as GET, h as POST }",
            ["GET /users", "POST /users"],
        ),
        ("import { handlers } from './auth'; export const { GET, POST } = handlers", ["GET /users", "POST /users"]),
        ("export default function GET() {}", []),
        ("export type GET = string", []),
    ],
)
def test_exports(text: str, expected: list[str]) -> None:
    wrap = "export const wrap = (handler) => async (request) => handler(request);\nexport function GET() {}\n"
    auth = "import NextAuth from 'next-auth';\nexport const { handlers, auth } = NextAuth({});\n"
    files = {"app/users/route.ts": text, "app/users/wrap.ts": wrap, "app/users/auth.ts": auth}
    assert routes(files) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("app/route.ts", "GET /"),
        ("src/app/api/users/route.js", "GET /api/users"),
        ("app/(admin)/users/[id]/route.ts", "GET /users/:id"),
        ("app/docs/[[...slug]]/route.ts", "GET /docs/:slug*?"),
        ("apps/web/app/x/route.ts", "GET /x"),
    ],
)
def test_places(path: str, expected: str) -> None:
    assert routes({"apps/web/package.json": PACKAGE, path: GET}) == [expected]


def test_pages_of_the_app_router() -> None:
    page = "export default function Page() { return null }\n"
    files = {"app/page.tsx": page, "app/users/[id]/page.tsx": page, "app/users/layout.tsx": page}
    assert routes(files) == ["page /", "page /users/:id"]


def test_the_base_path() -> None:
    config = "const config = { basePath: '/shop' };\nexport default config;\n"
    assert routes({"next.config.mjs": config, "app/users/route.ts": GET, "app/route.ts": GET}) == [
        "GET /shop",
        "GET /shop/users",
    ]


def test_a_base_path_that_is_not_known_is_told() -> None:
    config = "import { base } from 'elsewhere';\nexport default { basePath: base };\n"
    (diagnostic,) = snapshot({"next.config.mjs": config, "app/users/route.ts": GET}).diagnostics
    assert diagnostic.message.startswith("the basePath of Next.js cannot be resolved")


@pytest.mark.parametrize("package", ['{ "dependencies": { "@remix-run/dev": "2", "next": "15" } }', "{}"])
def test_folders_of_other_frameworks(package: str) -> None:
    assert routes({"package.json": package, "app/users/route.ts": GET}) == []


# --- the Pages Router ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("res.json([])", ["* /api/users"]),
        ("if (req.method === 'GET') {} else if (req.method === 'POST') {}", ["GET /api/users", "POST /api/users"]),
        ("if (req.method !== 'POST') return res.status(405).end();", ["POST /api/users"]),
        ("switch (req.method) { case 'PUT': break; case 'DELETE': break; }", ["DELETE /api/users", "PUT /api/users"]),
        ("const { method } = req; if (method === 'PATCH') {}", ["PATCH /api/users"]),
        ("if (!['GET', 'HEAD'].includes(req.method)) return;", ["GET /api/users", "HEAD /api/users"]),
    ],
)
def test_methods_of_the_pages_api(body: str, expected: list[str]) -> None:
    assert routes({"pages/api/users/index.ts": f"export default function handler(req, res) {{ {body} }}"}) == expected


def test_pages_of_the_pages_router() -> None:
    page = "export default function Page() { return null }\n"
    files = {"pages/_app.tsx": page, "pages/404.tsx": page, "src/pages/x.tsx": page, "pages/users/[id].tsx": page}
    assert routes(files) == ["page /users/:id"]


SCHEMA = (
    "import { pgTable, text } from 'drizzle-orm/pg-core';\nexport const users = pgTable('users', { id: text() });\n"
)
DB = "import { drizzle } from 'drizzle-orm/node-postgres';\nexport const db = drizzle();\n"
PATHS = '{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }'

SWITCHES = [
    "if (req.method === 'GET') { await db.select().from(users) } else if (req.method === 'POST') { await save(req) }",
    "if (req.method === 'GET') return db.select().from(users);\nif (req.method === 'POST') return save(req);",
    (
        "if (req.method !== 'POST' && req.method !== 'GET') return res.status(405).end();\n"
        "if (req.method === 'POST') { await save(req); return }\nreturn db.select().from(users);"
    ),
    "switch (req.method) { case 'GET': return db.select().from(users); case 'POST': return save(req); }",
]
"""Each reads users when it is asked with GET; with POST it asks who calls, and writes them."""


@pytest.mark.parametrize("body", SWITCHES)
def test_each_method_of_the_pages_api_answers_for_itself(body: str) -> None:
    handler = (
        "import { getServerSession } from 'next-auth';\nimport { db } from '@/db';\nimport { users } from '@/schema';\n"
        "async function save(req) { await getServerSession(); await db.insert(users).values(req.body) }\n"
        f"export default async function handler(req, res) {{ {body} }}\n"
    )
    files = {"schema.ts": SCHEMA, "db.ts": DB, "tsconfig.json": PATHS, "pages/api/users.ts": handler}
    assert routes(files) == ["GET /api/users: reads users", "POST /api/users: by getServerSession; writes users"]


def test_methods_that_are_not_told_apart_share_what_they_do() -> None:
    handler = (
        "import { db } from '@/db';\nimport { users } from '@/schema';\n"
        "export default async function handler(req, res) {\n"
        "  if (req.method === 'GET' || late) { await db.select().from(users) }\n"
        "  if (req.method === 'POST') { await db.insert(users).values({}) }\n  await db.delete(users)\n}\n"
    )
    files = {"schema.ts": SCHEMA, "db.ts": DB, "tsconfig.json": PATHS, "pages/api/users.ts": handler}
    assert routes(files) == ["GET /api/users: reads users; writes users", "POST /api/users: reads users; writes users"]


@pytest.mark.parametrize("rest", ["return server.handle(req, res)", "await server.handle(req, res)"])
def test_what_answers_methods_that_it_does_not_name(rest: str) -> None:
    handler = f"export default function handler(req, res) {{ if (req.method === 'OPTIONS') return res.end(); {rest} }}"
    assert routes({"pages/api/upload.ts": handler}) == ["* /api/upload", "OPTIONS /api/upload"]


@pytest.mark.parametrize("body", ["return handle(req, res)", "if (!flag) return res.end(); await handle(req, res)"])
def test_a_handler_that_hands_its_request_on(body: str) -> None:
    files = {
        "schema.ts": SCHEMA,
        "db.ts": DB,
        "tsconfig.json": PATHS,
        "server/users.ts": (
            "import { db } from '@/db';\nimport { users } from '@/schema';\n"
            "export async function handle(req, res) {\n"
            "  if (req.method === 'GET') return db.select().from(users);\n"
            "  if (req.method === 'POST') return db.insert(users).values({});\n  res.status(405).end()\n}\n"
        ),
        "pages/api/users.ts": (
            "import { handle } from '@/server/users';\n"
            f"export default async function handler(req, res) {{ {body} }}\n"
        ),
    }
    assert routes(files) == ["GET /api/users: reads users", "POST /api/users: writes users"]


# --- server actions --------------------------------------------------------------------------------------------------


def test_server_actions() -> None:
    files = {
        "app/page.tsx": "export default function Page() {}\n",
        "app/actions.ts": "'use server';\nexport async function save() {}\nexport const drop = async () => {};\n",
        "app/inline.ts": "async function note() { 'use server'; }\nasync function other() { return 'use server'; }\n",
        "app/client.ts": "'use client';\nexport async function never() {}\n",
    }
    assert routes(files) == ["page /", "app/actions.ts#save", "app/actions.ts#drop", "app/inline.ts#note"]


# --- who calls, and what is touched ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "import { getServerSession } from 'next-auth'; export async function GET() { await getServerSession() }",
            "getServerSession",
        ),
        ("import { auth } from '../auth'; export async function GET() { await auth() }", "auth"),
        ("import { user } from '../helper'; export async function GET() { await user() }", "getServerSession"),
        ("import { withAuth } from '../helper'; export const GET = withAuth(async () => {})", "withAuth"),
        ("import { open } from '../helper'; export async function GET() { await open() }", None),
        (
            "import { user } from '../helper'; export async function GET() { upload({ ask: async () => user() }) }",
            "getServerSession",
        ),
        (
            "export function GET({ headers }) { ok(headers.get('authorization')); Response.json(0, { status: 403 }) }",
            "Authorization header",
        ),
        ("export async function GET(request) { return log(request.headers.get('Authorization')) }", None),
        ("export async function GET(request) { if (late(request)) new Response('', { status: 401 }) }", None),
    ],
)
def test_by_what_callers_are_known(text: str, expected: str | None) -> None:
    files = {
        "app/x/route.ts": text,
        "app/auth.ts": "import NextAuth from 'next-auth';\nexport const { auth } = NextAuth({});\n",
        "app/helper.ts": """
            import { getServerSession } from 'next-auth';
            export async function user() { return (await getServerSession())?.user }
            export const withAuth = (handler) => async (request) => { await user(); return handler(request) };
            export async function open() { return 1 }
        """,
    }
    assert routes(files) == [f"GET /x: by {expected}" if expected else "GET /x"]


def test_what_a_secret_lets_in_by_its_header() -> None:
    handler = (
        "export default function handler(req, res) {\n  const token = req.headers.authorization?.split(' ')[1];\n"
        "  if (token !== process.env.KEY) { res.status(401).json({}); return }\n  res.json([]) }\n"
    )
    assert routes({"pages/api/jobs.ts": handler}) == ["* /api/jobs: by Authorization header"]


def test_middleware_guards_what_it_is_sure_to_match() -> None:
    files = {
        "middleware.ts": """
            export { default } from 'next-auth/middleware';
            export const config = { matcher: ['/admin/:path*'] };
        """,
        "app/admin/users/route.ts": GET,
        "app/users/route.ts": GET,
    }
    assert routes(files) == ["GET /admin/users: by next-auth/middleware", "GET /users"]


def test_what_is_done_by_functions_among_options() -> None:
    files = {
        "db/schema.ts": SCHEMA,
        "db/index.ts": DB,
        "app/api/auth/[...nextauth]/route.ts": """
            import NextAuth from 'next-auth';
            import { options } from '../../../../lib/options';
            const handler = NextAuth(options);
            export { handler as GET };
        """,
        "lib/options.ts": """
            import { db } from '../db'; import { users } from '../db/schema';
            export const options = { events: { createUser: async () => { await db.insert(users).values({}) } } };
        """,
    }
    assert routes(files) == ["GET /api/auth/:nextauth*: writes users"]


def test_tables_that_are_touched() -> None:
    files = {
        "db/schema.ts": SCHEMA,
        "db/index.ts": DB,
        "app/users/route.ts": """
            import { db } from '../../db';
            import { users } from '../../db/schema';
            import { add } from '../../lib/users';
            export async function GET() { return db.select().from(users) }
            export async function POST() { return add() }
        """,
        "lib/users.ts": """
            import { db } from '../db'; import { users } from '../db/schema';
            export async function add() { await db.insert(users).values({}) }
        """,
    }
    assert routes(files) == ["GET /users: reads users", "POST /users: writes users"]
