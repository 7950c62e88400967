"""An application of Express, and changes of it: those that change what a route is, and those that do not."""

from collections.abc import Mapping
from typing import NamedTuple

SCHEMA: Mapping[str, str] = {
    "schema.ts": """
import { integer, pgTable } from "drizzle-orm/pg-core";
export const books = pgTable("books", { id: integer("id").primaryKey() });
export const loans = pgTable("loans", { id: integer("id").primaryKey() });
export const audits = pgTable("audits", { id: integer("id").primaryKey() });
""",
    "db.ts": """
import { drizzle } from "drizzle-orm/node-postgres";
import * as schema from "./schema";
export const db = drizzle("", { schema });
""",
}

FILES: Mapping[str, str] = {
    **SCHEMA,
    "app.ts": """
import express from "express";
import { requireAuth } from "./auth";
import books from "./books";
import { register } from "./admin";

const app = express();
app.use(express.json());
app.get("/health", (req, res) => { res.send("ok") });
app.use("/api/books", books);
register(app);
app.listen(3000);
""",
    "auth.ts": """
export function requireAuth(req, res, next) { if (!req.user) return res.sendStatus(401); next() }
export function isAdmin(req, res, next) { if (!req.user.admin) return res.sendStatus(403); next() }
""",
    "books.ts": """
import { Router } from "express";
import { requireAuth } from "./auth";
import { create, list, show } from "./controller";

const router = Router();
router.get("/", list);
router.get("/:id", show);
router.post("/", requireAuth, create);
export default router;
""",
    "admin.ts": """
import type { Express } from "express";
import { isAdmin } from "./auth";
import { drop } from "./controller";

export const register = (app: Express) => {
  app.use("/admin", isAdmin);
  for (const kind of ["books", "loans"]) app.delete(`/admin/${kind}/:id`, drop);
};
""",
    "controller.ts": """
import { db } from "./db";
import { audits, books, loans } from "./schema";

export const list = async (req, res) => { res.json(await db.select().from(books)) };

export const show = async (req, res) => { res.json(await find(req.params.id)) };

async function find(id) { return db.query.books.findFirst() }

export async function create(req, res) {
  const book = await db.insert(books).values(req.body);
  res.json(book);
}

export async function drop(req, res) { await db.delete(loans); res.end() }
""",
}

ROUTES = """
DELETE /admin/books/:id: drop (isAdmin) writes loans
DELETE /admin/loans/:id: drop (isAdmin) writes loans
GET /api/books: list reads books
POST /api/books: create (requireAuth) writes books
GET /api/books/:id: show reads books
GET /health
"""


class Mutant(NamedTuple):
    """A change of one file, and the lines that are lost and won by it."""

    kind: str
    path: str
    old: str
    new: str
    lost: tuple[str, ...] = ()
    won: tuple[str, ...] = ()

    def files(self, files: Mapping[str, str]) -> dict[str, str]:
        assert files[self.path].count(self.old) == 1, self.kind
        return {**files, self.path: files[self.path].replace(self.old, self.new)}


_LIST, _CREATE = "GET /api/books: list reads books", "POST /api/books: create (requireAuth) writes books"
_BOOKS = ("GET /api/books: list reads books", _CREATE, "GET /api/books/:id: show reads books")
_ADMIN = tuple(f"DELETE /admin/{kind}/:id: drop (isAdmin) writes loans" for kind in ("books", "loans"))

SEMANTIC = (
    Mutant(
        "method",
        "books.ts",
        'router.get("/", list)',
        'router.put("/", list)',
        (_LIST,),
        ("PUT /api/books: list reads books",),
    ),
    Mutant(
        "path", "books.ts", '"/:id", show', '"/:isbn", show', (_BOOKS[2],), ("GET /api/books/:isbn: show reads books",)
    ),
    Mutant(
        "mount",
        "app.ts",
        '"/api/books"',
        '"/api/v2/books"',
        _BOOKS,
        tuple(one.replace("/api/", "/api/v2/") for one in _BOOKS),
    ),
    Mutant("mount removed", "app.ts", 'app.use("/api/books", books);', "", _BOOKS),
    Mutant("route removed", "books.ts", 'router.post("/", requireAuth, create);', "", (_CREATE,)),
    Mutant(
        "route added",
        "books.ts",
        "export default",
        'router.patch("/:id", create);\nexport default',
        (),
        ("PATCH /api/books/:id: create writes books",),
    ),
    Mutant(
        "guard removed",
        "books.ts",
        '"/", requireAuth, create',
        '"/", create',
        (_CREATE,),
        ("POST /api/books: create writes books",),
    ),
    Mutant(
        "guard added",
        "app.ts",
        'app.use("/api/books", books)',
        'app.use("/api/books", requireAuth, books)',
        (_BOOKS[0], _BOOKS[2]),
        ("GET /api/books: list (requireAuth) reads books", "GET /api/books/:id: show (requireAuth) reads books"),
    ),
    Mutant(
        "guard behind its routes",
        "admin.ts",
        '  app.use("/admin", isAdmin);\n',
        "",
        _ADMIN,
        tuple(one.replace(" (isAdmin)", "") for one in _ADMIN),
    ),
    Mutant(
        "guard changed",
        "admin.ts",
        "isAdmin);",
        "(a, b, c) => c());",
        _ADMIN,
        tuple(one.replace(" (isAdmin)", "") for one in _ADMIN),
    ),
    Mutant(
        "item of a loop",
        "admin.ts",
        '["books", "loans"]',
        '["books", "users"]',
        (_ADMIN[1],),
        (_ADMIN[1].replace("/loans/", "/users/"),),
    ),
    Mutant("handler", "books.ts", '"/", list', '"/", show', (_LIST,), ("GET /api/books: show reads books",)),
    Mutant(
        "table written",
        "controller.ts",
        "  res.json(book)",
        "  await db.insert(audits).values({});\n  res.json(book)",
        (_CREATE,),
        ("POST /api/books: create (requireAuth) writes audits, books",),
    ),
    Mutant(
        "table read by a helper",
        "controller.ts",
        "db.query.books.findFirst()",
        "db.query.loans.findFirst()",
        (_BOOKS[2],),
        ("GET /api/books/:id: show reads loans",),
    ),
)

_LIST_ALL = "export const list = async (req, res) => { res.json(await db.select().from(books)) };\n"
_SHOW = "export const show = async (req, res) => { res.json(await find(req.params.id)) };\n"
_FIND = "async function find(id) { return db.query.books.findFirst() }\n"
_LOOP = 'for (const kind of ["books", "loans"]) app.delete(`/admin/${kind}/:id`, drop);'

COSMETIC = (
    Mutant(
        "routes reordered",
        "books.ts",
        'router.get("/", list);\nrouter.get("/:id", show);',
        'router.get("/:id", show);\nrouter.get("/", list);',
    ),
    Mutant(
        "local renamed",
        "controller.ts",
        "const book = await db.insert(books).values(req.body);\n  res.json(book);",
        "const made = await db.insert(books).values(req.body);\n  res.json(made);",
    ),
    Mutant("helper moved", "controller.ts", f"{_SHOW}\n{_FIND}", f"{_FIND}\n{_SHOW}"),
    Mutant("handlers reordered", "controller.ts", f"{_LIST_ALL}\n{_SHOW}", f"{_SHOW}\n{_LIST_ALL}"),
    Mutant(
        "a variable for a path", "books.ts", 'router.get("/:id", show)', 'const one = "/:id";\nrouter.get(one, show)'
    ),
    Mutant(
        "a chain",
        "books.ts",
        'router.get("/", list);\nrouter.get("/:id", show);',
        'router.get("/", list).get("/:id", show);',
    ),
    Mutant("a route of several methods", "books.ts", 'router.get("/:id", show)', 'router.route("/:id").get(show)'),
    Mutant("slashes", "app.ts", '"/api/books"', '"/api/books/"'),
    Mutant("local of a loop renamed", "admin.ts", _LOOP, _LOOP.replace("kind", "name")),
    Mutant(
        "comments and types", "books.ts", "const router = Router();", "/** Books. */\nconst router: Router = Router();"
    ),
    Mutant(
        "middleware that asks nobody", "app.ts", "app.use(express.json());", "app.use(express.json(), express.text());"
    ),
)
