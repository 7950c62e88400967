import { sql } from "drizzle-orm";
import {
  pgTable, primaryKey, foreignKey, unique, uniqueIndex, index, check, text, integer, timestamp, uuid, varchar,
  boolean, pgSchema,
} from "drizzle-orm/pg-core";

const timestamps = { createdAt: timestamp().defaultNow().notNull(), updatedAt: timestamp({ withTimezone: true }).$onUpdate(() => new Date()) };
const id = () => uuid().primaryKey().defaultRandom();
function ref(table: any, opts?: any) { return uuid().references(() => table.id, opts); }
export const userAccounts = pgTable("userAccounts", {
  id: id(), fullName: text().unique(), emailAddress: varchar({ length: 20 }).notNull().unique("emailAddress_key"),
  managerId: ref({ get id() { return userAccounts.id } }),
  ...timestamps,
});
export const orgMembers = pgTable("org_members", {
  orgId: integer().notNull(), userId: uuid().notNull().references(() => userAccounts.id, { onDelete: "cascade" }),
  invitedBy: ref(userAccounts, { onDelete: "set null" }),
  isActive: boolean().default(true), aB: integer(), aBC: integer(), ...timestamps,
}, (t) => [
  primaryKey({ columns: [t.orgId, t.userId] }),
  primaryKey({ columns: [t.orgId, t.userId] }),
  unique().on(t.orgId, t.invitedBy),
  index().on(t.isActive, t.createdAt.desc()),
  uniqueIndex().on(t.invitedBy),
  uniqueIndex("one_active").on(t.userId).where(sql`${t.isActive} = true`),
  check("isActive_check", sql`${t.isActive} or ${t.aB} > 0`),
  foreignKey({ columns: [t.aB, t.aBC], foreignColumns: [t.aBC, t.aB] }),
  foreignKey({ columns: [t.aB], foreignColumns: [t.aBC], name: "aB_custom" }),
]);
export const app = pgSchema("appSchema");
export const things = app.table("things", (t) => ({ id: t.uuid().primaryKey(), ownerId: t.uuid().references(() => userAccounts.id), ownerName: t.text().generatedAlwaysAs(() => sql`upper(${things.ownerId}::text)`) }), (t) => ({
  byOwner: index("byOwner").on(t.ownerId), ex: uniqueIndex("ex").on(sql`lower(${t.ownerName})`, t.ownerId), ch: check("c", sql`${t.ownerId} is not null`),
}));
