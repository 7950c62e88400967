import { sql } from "drizzle-orm";
import { blob, customType, int, integer, numeric, primaryKey, real, sqliteTable, text, unique } from "drizzle-orm/sqlite-core";

const money = customType<{ data: number }>({ dataType: () => "DECIMAL(10,2)" });
export const everything = sqliteTable("everything", {
  id: integer("id").primaryKey({ autoIncrement: true }),
  bl: blob("bl"), blB: blob("bl_b", { mode: "bigint" }), blJ: blob("bl_j", { mode: "json" }).default({ a: 1 }),
  i: int("i").default(3).notNull(),
  bool: integer("bool", { mode: "boolean" }).default(false).notNull(),
  boolT: integer({ mode: "boolean" }).default(true),
  ts: integer("ts", { mode: "timestamp" }).default(sql`(unixepoch())`).notNull(),
  tsMs: integer("ts_ms", { mode: "timestamp_ms" }).defaultNow(),
  tsD: integer("ts_d", { mode: "timestamp" }).default(new Date("2024-01-02T03:04:05Z")),
  num: numeric("num"), numN: numeric("num_n", { mode: "number" }).default(1.5),
  re: real("re").default(0.5),
  t: text("t").default("it's").unique(),
  tL: text("t_l", { length: 20, enum: ["x", "y"] }),
  tJ: text("t_j", { mode: "json" }).$type<string[]>().default([]),
  tD: text("t_d").default(sql`CURRENT_TIMESTAMP`),
  fn: text("fn").$defaultFn(() => "x"),
  m: money("m").default(1),
  gen: text("gen").generatedAlwaysAs(sql`upper(t)`),
  gen2: text("gen2").generatedAlwaysAs((): any => sql`lower(${everything.t})`, { mode: "stored" }),
  gen3: text("gen3").generatedAlwaysAs("'x'", { mode: "virtual" }),
  un: text("un").unique("custom_un"),
});
