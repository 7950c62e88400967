import { sql } from "drizzle-orm";
import {
  mysqlTable, primaryKey, foreignKey, unique, index, check, int, timestamp, varchar, boolean, serial,
} from "drizzle-orm/mysql-core";

export const userAccounts = mysqlTable("userAccounts", { userId: serial().primaryKey(), fullName: varchar({ length: 30 }).unique(), createdAt: timestamp().defaultNow().onUpdateNow() });
export const orgMembers = mysqlTable("org_members", {
  orgId: int().notNull(), userId: int().references(() => userAccounts.userId, { onDelete: "cascade" }), isActive: boolean().default(true), upName: varchar({length: 3}).generatedAlwaysAs((): any => sql`upper(${orgMembers.orgId})`),
}, (t) => [primaryKey({ columns: [t.orgId, t.userId] }), unique().on(t.orgId, t.isActive), index("isActive_idx").on(t.isActive, sql`(${t.orgId})`), check("ck", sql`${t.isActive} = 1`),
  foreignKey({ columns: [t.orgId], foreignColumns: [t.userId] })]);
