"""An application of Next.js, and changes of it: those that change what a route is, and those that do not."""

from collections.abc import Mapping
from typing import NamedTuple

from tests.mutation.express import SCHEMA, Mutant

FILES: Mapping[str, str] = {
    **SCHEMA,
    "package.json": '{ "dependencies": { "next": "15.0.0", "next-auth": "4.24.0" } }',
    "lib/auth.ts": """
import { getServerSession } from "next-auth";
export const currentUser = async () => (await getServerSession())?.user ?? null;
export const withUser = (handler) => async (request, context) => {
  const session = await getServerSession();
  if (!session) return new Response(null, { status: 401 });
  return handler(request, context);
};
""",
    "services/books.ts": """
import { db } from "../db";
import { audits, books, loans } from "../schema";

const find = (id: string) => db.query.books.findFirst();
export async function one(id: string) { return find(id) }
export async function add(book: object) { return db.insert(books).values(book) }
export async function drop(id: string) { return db.delete(books) }
""",
    "app/(shop)/books/page.tsx": """
export default function Page() { return null }
""",
    "app/api/(public)/books/route.ts": """
import { db } from "../../../../db";
import { add } from "../../../../services/books";
import { withUser } from "../../../../lib/auth";
import { books } from "../../../../schema";

export async function GET(request: Request) {
  const found = await db.select().from(books);
  return Response.json(found);
}

export const POST = withUser(async (request) => {
  return Response.json(await add(await request.json()));
});
""",
    "app/api/(public)/books/[id]/route.ts": """
import { getServerSession } from "next-auth";
import { drop, one } from "../../../../../services/books";

export async function GET(request: Request, { params }) {
  const { id } = await params;
  return Response.json(await one(id));
}

export async function DELETE(request: Request, { params }) {
  const session = await getServerSession();
  if (!session) return new Response(null, { status: 401 });
  return Response.json(await drop((await params).id));
}
""",
    "pages/api/loans/[...path].ts": """
import { getServerSession } from "next-auth";
import { db } from "../../../db";
import { loans } from "../../../schema";

export default async function handler(req, res) {
  if (req.method === "GET") {
    return res.json(await db.select().from(loans));
  }
  if (req.method === "PUT") {
    const session = await getServerSession(req, res);
    if (!session) return res.status(401).end();
    return res.json(await db.update(loans).set(req.body));
  }
  res.status(405).end();
}
""",
    "app/actions.ts": """
"use server";
import { currentUser } from "../lib/auth";
import { add } from "../services/books";

export async function addBook(form: FormData) {
  const user = await currentUser();
  if (!user) throw new Error("nobody");
  return add(Object.fromEntries(form));
}
""",
}

ROUTES = """
GET /api/books: GET reads books
POST /api/books: POST (withUser) writes books
DELETE /api/books/:id: DELETE (getServerSession) writes books
GET /api/books/:id: GET reads books
GET /api/loans/:path*: default reads loans
PUT /api/loans/:path*: default (getServerSession) writes loans
/books#Page: Page
app/actions.ts#addBook: addBook (getServerSession) writes books
"""

LIST, CREATE, DROP, SHOW, LOANS, LEND, PAGE, ACTION = ROUTES.strip().splitlines()


class Moved(NamedTuple):
    """A file or folder with another name, and the lines that are lost and won by it."""

    kind: str
    path: str
    to: str
    lost: tuple[str, ...] = ()
    won: tuple[str, ...] = ()

    def files(self, files: Mapping[str, str]) -> dict[str, str]:
        assert any(path.startswith(self.path) for path in files), self.kind
        return {path.replace(self.path, self.to, 1): text for path, text in files.items()}


_BOOKS, _BOOK = "app/api/(public)/books/route.ts", "app/api/(public)/books/[id]/route.ts"
_LOANS, _AUTH, _SERVICE, _ACTIONS = "pages/api/loans/[...path].ts", "lib/auth.ts", "services/books.ts", "app/actions.ts"

_GUARD = """  const session = await getServerSession();
  if (!session) return new Response(null, { status: 401 });
"""

_BRANCH = """  if (req.method === "GET") {
    return res.json(await db.select().from(loans));
  }
"""

_METHODS = (
    """export async function GET(request: Request) {
  const found = await db.select().from(books);
  return Response.json(found);
}
""",
    """export const POST = withUser(async (request) => {
  return Response.json(await add(await request.json()));
});
""",
)


def _one(kind: str, path: str, old: str, new: str, route: str, change: tuple[str, str]) -> Mutant:
    return Mutant(kind, path, old, new, (route,), (route.replace(*change),))


def _moved(kind: str, path: str, to: str, routes: tuple[str, ...], change: tuple[str, str]) -> Moved:
    return Moved(kind, path, to, routes, tuple(route.replace(*change) for route in routes))


SEMANTIC: tuple[Mutant | Moved, ...] = (
    _one("method", _BOOK, "function DELETE", "function PATCH", DROP, ("DELETE", "PATCH"))._replace(
        won=("PATCH /api/books/:id: PATCH (getServerSession) writes books",)
    ),
    Mutant("method removed", _BOOKS, _METHODS[0], "", (LIST,)),
    Mutant("no longer exported", _BOOKS, "export async function GET", "async function GET", (LIST,)),
    _one("method of the Pages API", _LOANS, '"PUT"', '"PATCH"', LEND, ("PUT", "PATCH")),
    Mutant("branch removed", _LOANS, _BRANCH, "", (LOANS,)),
    _moved(
        "segment",
        "app/api/(public)/books/",
        "app/api/(public)/titles/",
        (LIST, CREATE, DROP, SHOW),
        ("books", "titles"),
    )._replace(won=tuple(one.replace("/books", "/titles") for one in (LIST, CREATE, DROP, SHOW))),
    _moved("name of a parameter", _BOOK, _BOOK.replace("[id]", "[isbn]"), (DROP, SHOW), (":id", ":isbn")),
    _moved("rest of a path", _LOANS, "pages/api/loans/[path].ts", (LOANS, LEND), (":path*", ":path")),
    _moved("optional rest", _LOANS, "pages/api/loans/[[...path]].ts", (LOANS, LEND), (":path*", ":path*?")),
    _moved("segment of a page", "app/(shop)/books/", "app/(shop)/shelf/", (PAGE,), ("/books", "/shelf")),
    _moved("private folder", "app/(shop)/books/", "app/_shop/books/", (PAGE,), ("", ""))._replace(won=()),
    _one(
        "guard removed",
        _BOOK,
        f"  const session = await getServerSession();{_GUARD.partition(';')[2]}",
        "",
        DROP,
        (" (getServerSession)", ""),
    ),
    _one(
        "wrapper removed", _BOOKS, "withUser(async (request) => {", "(async (request) => {", CREATE, (" (withUser)", "")
    ),
    _one(
        "guard of a branch removed",
        _LOANS,
        """    const session = await getServerSession(req, res);
    if (!session) return res.status(401).end();
""",
        "",
        LEND,
        (" (getServerSession)", ""),
    ),
    _one(
        "guard of an action removed",
        _ACTIONS,
        """  const user = await currentUser();
  if (!user) throw new Error("nobody");
""",
        "",
        ACTION,
        (" (getServerSession)", ""),
    ),
    _one(
        "guard added",
        _BOOK,
        "  const { id }",
        f"{_GUARD}  const {{ id }}",
        SHOW,
        ("GET reads", "GET (getServerSession) reads"),
    ),
    Mutant("no server action any more", _ACTIONS, '"use server";', "", (ACTION,)),
    Mutant(
        "table that a service writes too",
        _SERVICE,
        "return db.insert(books).values(book)",
        "await db.insert(audits).values({}); return db.insert(books).values(book)",
        (CREATE, ACTION),
        tuple(one.replace("writes books", "writes audits, books") for one in (CREATE, ACTION)),
    ),
    _one(
        "table that a helper reads", _SERVICE, "db.query.books", "db.query.loans", SHOW, ("reads books", "reads loans")
    ),
    _one(
        "table of a handler",
        _BOOKS,
        "db.select().from(books)",
        "db.select().from(loans)",
        LIST,
        ("reads books", "reads"),
    )._replace(won=("GET /api/books: GET",)),
    _one(
        "read that becomes a write", _LOANS, "db.select().from(loans)", "db.delete(loans)", LOANS, ("reads", "writes")
    ),
)

COSMETIC: tuple[Mutant | Moved, ...] = (
    Mutant("handlers reordered", _BOOKS, "\n".join(_METHODS), "\n".join(reversed(_METHODS))),
    Mutant(
        "local renamed",
        _BOOK,
        "const { id } = await params;\n  return Response.json(await one(id));",
        "const { id: key } = await params;\n  return Response.json(await one(key));",
    ),
    Mutant(
        "result in a variable",
        _BOOKS,
        "return Response.json(found)",
        "const answer = Response.json(found); return answer",
    ),
    Mutant(
        "arrow function",
        _BOOKS,
        _METHODS[0],
        """export const GET = async () => {
  const found = await db.select().from(books);
  return Response.json(found);
};
""",
    ),
    Mutant(
        "exported below",
        _BOOK,
        "export async function GET(request: Request, { params }) {",
        "export { read as GET };\nasync function read(request: Request, { params }) {",
    ),
    Mutant(
        "helper moved",
        _SERVICE,
        """const find = (id: string) => db.query.books.findFirst();
export async function one(id: string) { return find(id) }
""",
        """export async function one(id: string) { return find(id) }
function find(id: string) { return db.query.books.findFirst() }
""",
    ),
    Mutant(
        "sides of a comparison",
        _LOANS,
        'if (req.method === "GET") {\n    return',
        'if ("GET" === req.method) {\n    return',
    ),
    Mutant("guard told apart", _AUTH, "  if (!session) return new", "  if (session === null) return new"),
    Mutant(
        "session in one expression",
        _BOOK,
        "const session = await getServerSession();\n  if (!session)",
        "if (!(await getServerSession()))",
    ),
    Mutant(
        "user renamed",
        _ACTIONS,
        "const user = await currentUser();\n  if (!user)",
        "const one = await currentUser();\n  if (!one)",
    ),
)

MOVES = (
    Moved("other group", "app/(shop)/", "app/(main)/(public)/"),
    Moved("other language", _BOOKS, _BOOKS.replace(".ts", ".js")),
)
"""Other files with the same routes."""
