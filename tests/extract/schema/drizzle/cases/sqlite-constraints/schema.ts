import { sql, desc, isNull } from "drizzle-orm";
import {
  check, foreignKey, index, integer, primaryKey, sqliteTable, sqliteTableCreator, sqliteView, text, unique,
  uniqueIndex, type AnySQLiteColumn,
} from "drizzle-orm/sqlite-core";

const made = sqliteTableCreator((n) => `s_${n}`);
export const parents = made("parents", (t) => ({
  a: t.integer().notNull(),
  b: t.text("bb"),
  self: t.integer("self").references((): AnySQLiteColumn => parents.a, { onDelete: "cascade", onUpdate: "set null" }),
}), (t) => [
  primaryKey({ columns: [t.a, t.b] }),
  unique().on(t.a, t.self), unique("named_u").on(t.b),
  index("i1").on(t.a, sql`lower(${t.b})`),
  index("d1").on(desc(t.a)),
  uniqueIndex("ui1").on(t.b).where(sql`${t.a} > 1`),
  uniqueIndex("ui2").on(t.self).where(isNull(t.b)),
  check("c1", sql`${t.a} > 0`),
]);
export const children = sqliteTable("children", {
  id: text("id").$defaultFn(() => "x"), pa: integer("pa"), pb: text("pb"), ev: integer("ev").references(() => parents.a),
}, (t) => ({
  pk: primaryKey({ columns: [t.id] }),
  fk: foreignKey({ columns: [t.pa, t.pb], foreignColumns: [parents.a, parents.b], name: "cfk" }).onDelete("restrict"),
  fk2: foreignKey(() => ({ columns: [t.pa], foreignColumns: [parents.a] })),
}));
export const v1 = sqliteView("v1").as((qb) => qb.select().from(children));
export const v2 = sqliteView("v2", { id: integer("id") }).as(sql`select ${children.id} from ${children} where ${children.pa} = ${3}`);
export const v3 = sqliteView("v3", { id: integer("id") }).existing();
