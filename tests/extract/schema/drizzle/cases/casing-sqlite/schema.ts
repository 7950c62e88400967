import { sql } from "drizzle-orm";
import {
  sqliteTable, primaryKey, foreignKey, unique, uniqueIndex, index, check, text, int, integer,
} from "drizzle-orm/sqlite-core";

export const userAccounts = sqliteTable("userAccounts", { userId: integer().primaryKey(), fullName: text().unique(), createdAt: integer({ mode: "timestamp" }).$defaultFn(() => new Date()) });
export const orgMembers = sqliteTable("org_members", {
  orgId: int().notNull(), userId: int().references(() => userAccounts.userId, { onDelete: "cascade" }), isActive: integer({ mode: "boolean" }).default(true), upName: text().generatedAlwaysAs((): any => sql`upper(${orgMembers.orgId})`), 
}, (t) => [primaryKey({ columns: [t.orgId, t.userId] }), unique().on(t.orgId, t.isActive), index("isActive_idx").on(t.isActive, sql`(${t.orgId})`), check("ck", sql`${t.isActive} = 1`),
  foreignKey({ columns: [t.orgId], foreignColumns: [t.userId] }), uniqueIndex("u").on(t.orgId).where(sql`${t.isActive} = 1`)]);
