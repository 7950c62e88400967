import { sql, desc } from "drizzle-orm";
import {
  check, foreignKey, index, int, mysqlTable, mysqlTableCreator, mysqlView, primaryKey, unique, uniqueIndex,
  varchar, type AnyMySqlColumn,
} from "drizzle-orm/mysql-core";

const made = mysqlTableCreator((n) => `m_${n}`);
export const parents = made("parents", {
  a: int().notNull(),
  b: varchar("bb", { length: 20 }),
  self: int("self").references((): AnyMySqlColumn => parents.a, { onDelete: "cascade" }),
}, (t) => ({
  pk: primaryKey({ columns: [t.a, t.b] }),
  u: unique().on(t.a, t.self),
  u2: unique("named_u").on(t.b),
  i: index("i1").on(t.a, sql`(lower(${t.b}))`).using("btree").algorithm("inplace").lock("none"),
  ui: uniqueIndex("ui1").on(t.b),
  d: index("d1").on(desc(t.a)),
  c: check("c1", sql`${t.a} > 0`),
}));
export const children = mysqlTable("children", {
  id: int("id").autoincrement().primaryKey(),
  pa: int("pa"), pb: varchar("pb", { length: 20 }),
}, (t) => [
  foreignKey({ columns: [t.pa, t.pb], foreignColumns: [parents.a, parents.b] }).onDelete("cascade").onUpdate("set null"),
  foreignKey({ name: "custom_fk", columns: [t.pa], foreignColumns: [parents.a] }),
]);
export const v1 = mysqlView("v1").algorithm("merge").sqlSecurity("invoker").withCheckOption().as((qb) => qb.select({ id: children.id }).from(children));
export const v2 = mysqlView("v2", { id: int("id").notNull() }).as(sql`select ${children.id} from ${children} where ${children.pa} = ${3}`);
export const v3 = mysqlView("v3", { id: int("id") }).existing();
