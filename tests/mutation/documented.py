"""An application with documents by hand: one that is reviewed, and one whose names are looked after."""

from collections.abc import Mapping
from typing import NamedTuple

CODE: Mapping[str, str] = {
    "package.json": '{ "dependencies": { "drizzle-orm": "^0.45.0", "express": "^5.0.0", "zustand": "^5.0.0" } }\n',
    "drizzle.config.ts": """\
import { defineConfig } from 'drizzle-kit';

export default defineConfig({ dialect: 'postgresql', schema: './src/schema.ts' });
""",
    "src/schema.ts": """\
import { boolean, integer, pgEnum, pgTable, text, varchar } from 'drizzle-orm/pg-core';

export const grantKind = pgEnum('grant_kind', ['free', 'paid']);

export const members = pgTable('members', {
  id: integer('id').primaryKey(),
  email: varchar('email', { length: 100 }).notNull().unique(),
  referralLimit: integer('referral_limit').notNull().default(5),
  isBanned: boolean('is_banned').notNull().default(false),
});

export const creditLedger = pgTable('credit_ledger', {
  id: integer('id').primaryKey(),
  memberId: integer('member_id').notNull().references(() => members.id, { onDelete: 'cascade' }),
  grantNote: text('grant_note'),
  kind: grantKind('kind'),
});

export const visits = pgTable('visits', { id: integer('id').primaryKey(), page: text('page') });
""",
    "src/app.ts": """\
import express from 'express';
import { grantCredits } from './billing/grant-credits';

const app = express();

app.get('/api/referrals', (request, response) => response.json([]));
app.post('/api/credit-grants', grantCredits);
app.get('/health', (request, response) => response.send('ok'));
""",
    "src/billing/grant-credits.ts": """\
import { db } from '../db';
import { creditLedger } from '../schema';

export async function grantCredits() {
  await db.insert(creditLedger).values({ id: 1 });
}
""",
    "src/db.ts": """\
import { drizzle } from 'drizzle-orm/node-postgres';
import * as schema from './schema';

export const db = drizzle(process.env.DATABASE_URL!, { schema });
""",
    "src/use-ledger-store.ts": """\
import { create } from 'zustand';

type Ledger = { openEntry: number; closeEntry: () => void };

export const useLedgerStore = create<Ledger>((set) => ({ openEntry: 0, closeEntry: () => set({ openEntry: 0 }) }));
""",
}

REVIEWED = """\
# Credits

<!-- datamodel:review members table:members -->

A member has a `referral_limit` of five, and `is_banned` shuts out. Nobody has two accounts: `members.email`.

<!-- datamodel:end -->

<!-- datamodel:review ledger table:credit_ledger enum:grant_kind route:/api/credit-grants store:useLedgerStore -->

Entries of the `credit_ledger` are never deleted. `POST /api/credit-grants` writes them, each with a `grant_note`.
They are of a `grant_kind`: free or paid. On the screen `useLedgerStore` keeps the one that is open (`openEntry`).

<!-- datamodel:end -->
"""

PROSE = """\
# How credits work

A member has a `referral_limit`. See `members.email`, and `GET /api/referrals` for those who came.
`grantCredits` in `src/billing/grant-credits.ts` writes the `credit_ledger`, with a `grant_note`.
[The store](src/use-ledger-store.ts) is `useLedgerStore`.
"""


class Mutant(NamedTuple):
    """Edits of the code by file, and what the findings about the two documents name; empty where there are none."""

    name: str
    edits: Mapping[str, tuple[tuple[str, str], ...]]
    reviewed: tuple[str, ...] = ()
    prose: tuple[str, ...] = ()
    moved: Mapping[str, str] = {}


def _schema(*edits: tuple[str, str]) -> Mapping[str, tuple[tuple[str, str], ...]]:
    return {"src/schema.ts": edits}


SEMANTIC = (
    Mutant("column-removed", _schema(("  referralLimit: integer('referral_limit').notNull().default(5),\n", "")),
           ("members.referral_limit: removed", "has a `referral_limit` of five"), ("`referral_limit`",)),
    Mutant("column-renamed", _schema(("'referral_limit'", "'referral_maximum'")),
           ("members.referral_limit: renamed to referral_maximum",), ("`referral_limit`",)),
    Mutant("dotted-column-renamed", _schema(("'email'", "'email_address'")),
           ("members.email: renamed to email_address",), ("`members.email` is called `email_address`",)),
    Mutant("default-changed", _schema((".default(5)", ".default(10)")), ("members.referral_limit: default 5 → 10",)),
    Mutant("type-changed", _schema(("length: 100", "length: 255")),
           ("members.email: type varchar(100) → varchar(255)",)),
    Mutant("nullability-changed", _schema(("boolean('is_banned').notNull()", "boolean('is_banned')")),
           ("members.is_banned",)),
    Mutant("column-added", _schema(("  isBanned", "  age: integer('age'),\n  isBanned")), ("members.age: added",)),
    Mutant("unique-removed", _schema((".notNull().unique()", ".notNull()")), ("members",)),
    Mutant("rule-changed", _schema(("'cascade'", "'restrict'")), ("credit_ledger",)),
    Mutant("table-renamed", _schema(("pgTable('credit_ledger'", "pgTable('grant_ledger'")),
           ("credit_ledger: renamed to grant_ledger", "Entries of the `credit_ledger`"), ("`credit_ledger`",)),
    Mutant("enum-value-added", _schema(("'free', 'paid'", "'free', 'paid', 'trial'")), ("enum:grant_kind",)),
    Mutant("enum-value-removed", _schema(("'free', 'paid'", "'free'")), ("enum:grant_kind",)),
    Mutant("another-column-removed", _schema(("  grantNote: text('grant_note'),\n", "")),
           ("credit_ledger.grant_note: removed",), ("`grant_note`",)),
    Mutant("route-removed", {"src/app.ts": (("app.post('/api/credit-grants', grantCredits);\n", ""),)},
           ("route:POST /api/credit-grants: removed",)),
    Mutant("route-renamed", {"src/app.ts": (("/api/referrals", "/api/invitations"),)}, (), ("`GET /api/referrals`",)),
    Mutant("method-changed", {"src/app.ts": (("app.get('/api/referrals'", "app.put('/api/referrals'"),)}, (),
           ("`GET /api/referrals`",)),
    Mutant("writes-no-more",
           {"src/billing/grant-credits.ts": (("await db.insert(creditLedger).values({ id: 1 });", ""),)},
           ("route:POST /api/credit-grants",)),
    Mutant("store-renamed", {"src/use-ledger-store.ts": (("useLedgerStore", "useLedger"),)},
           ("store:useLedgerStore",), ("`useLedgerStore`",)),
    Mutant("field-removed",
           {"src/use-ledger-store.ts": (("openEntry: number; ", ""), ("openEntry: 0, ", ""), ("openEntry: 0", ""))},
           ("store:useLedgerStore.openEntry: removed",)),
    Mutant("function-renamed", {"src/billing/grant-credits.ts": (("grantCredits", "giveCredits"),),
                                "src/app.ts": (("grantCredits", "giveCredits"), ("grantCredits", "giveCredits"))},
           ("route:POST /api/credit-grants",), ("`grantCredits`",)),
    Mutant("file-moved", {"src/app.ts": (("./billing/grant-credits", "./credits/grant"),)},
           ("route:POST /api/credit-grants",),
           ("`src/billing/grant-credits.ts`",), {"src/billing/grant-credits.ts": "src/credits/grant.ts"}),
    Mutant("file-of-a-link-moved", {}, (), ("`src/use-ledger-store.ts`",),
           {"src/use-ledger-store.ts": "src/stores/use-ledger-store.ts"}),
)  # fmt: skip

COSMETIC = (
    Mutant("another-table", _schema(("pgTable('visits'", "pgTable('page_views'"))),
    Mutant("another-column", _schema(("text('page')", "text('page').notNull()"))),
    Mutant("another-route", {"src/app.ts": (("'/health'", "'/healthz'"),)}),
    Mutant("order", _schema(("  id: integer('id').primaryKey(),\n  email", "  email"),
                            ("  isBanned", "  id: integer('id').primaryKey(),\n  isBanned"))),
    Mutant("comments", _schema(("export const members", "// Everybody.\nexport const members"))),
    Mutant("local-names", _schema(("grantKind", "kindOfGrant"), ("grantKind", "kindOfGrant"))),
    Mutant("quotes", _schema(("'referral_limit'", '"referral_limit"'))),
    Mutant("moved-schema", {"drizzle.config.ts": (("./src/schema.ts", "./src/tables.ts"),),
                            "src/db.ts": (("./schema", "./tables"),),
                            "src/billing/grant-credits.ts": (("../schema", "../tables"),)}, (), (),
           {"src/schema.ts": "src/tables.ts"}),
    Mutant("another-file", {"src/db.ts": (("drizzle(", "drizzle (",),)}),
)  # fmt: skip
