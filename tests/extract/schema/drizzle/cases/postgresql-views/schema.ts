import { sql, and, gt } from "drizzle-orm";
import { integer, pgMaterializedView, pgSchema, pgTable, pgView, primaryKey, text, uuid } from "drizzle-orm/pg-core";

export const authSchema = pgSchema("auth");
export const users = authSchema.table("users", { id: uuid("id").primaryKey() });
export const children = pgTable("children", { id: integer("id").primaryKey(), pa: integer("pa"), pb: text("pb") });
export const single = pgTable("single", { id: text("id") });

export const kids = pgView("kids").as((qb) => qb.select().from(children));
export const kids2 = pgView("kids2").with({ securityInvoker: true }).as((qb) => qb.select({ id: children.id, pa: children.pa }).from(children).where(gt(children.id, 3)));
export const kids3 = pgView("kids3", { id: integer("id"), name: text("name").notNull() }).as(sql`select ${children.id}, 'x' as name from ${children} where ${children.pa} = ${5} and ${children.pb} = ${"it's"}`);
export const existing = pgView("existing_view", { id: integer("id") }).existing();
export const mat = pgMaterializedView("mat").using("btree").withNoData().tablespace("ts").as((qb) => qb.select().from(single));
export const authView = authSchema.view("auth_view", { id: uuid("id") }).as(sql`select id from ${users}`);
