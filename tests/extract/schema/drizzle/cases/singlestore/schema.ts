import { sql } from "drizzle-orm";
import {
  bigint, boolean, date, datetime, decimal, double, float, index, int, json, primaryKey, real, serial,
  singlestoreEnum, singlestoreTable, text, time, timestamp, unique, uniqueIndex, varchar, vector, year,
} from "drizzle-orm/singlestore-core";

export const everything = singlestoreTable("everything", {
  id: serial("id").primaryKey(),
  b: bigint("b", { mode: "number", unsigned: true }).default(5),
  bool: boolean("bool").default(true),
  dt: datetime("dt"), ti: time("ti"), ts: timestamp("ts").defaultNow().notNull(), d: date("d"),
  f: float("f", { precision: 5 }), f2: float("f2", { precision: 5, scale: 2 }), de: decimal("de", { precision: 10, scale: 0 }),
  db: double("db"), re: real("re"), y: year("y"), t: text("t").default("x"), j: json("j").default({ a: 1 }),
  vec: vector("vec", { dimensions: 3 }), vecI: vector("vec_i", { dimensions: 3, elementType: "I16" }).default([1, 2, 3]),
  e: singlestoreEnum("e", ["a", "b"]).default("a"),
  vc: varchar("vc", { length: 10 }).unique(),
  g: int("g").generatedAlwaysAs(sql`1 + 1`),
  n: int().autoincrement(),
}, (t) => [index("i").on(t.b), uniqueIndex("ui").on(t.bool, sql`lower(${t.t})`), unique().on(t.b, t.t)]);
export const two = singlestoreTable("two", { a: int("a"), b: int("b") }, (t) => [primaryKey({ columns: [t.a, t.b] })]);
