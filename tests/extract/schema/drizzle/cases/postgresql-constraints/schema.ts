import { sql, relations, eq, and, isNull, gt, desc } from "drizzle-orm";
import {
  check, foreignKey, index, integer, pgPolicy, pgRole, pgSchema, pgSequence, pgTable, pgTableCreator,
  primaryKey, serial, text, unique, uniqueIndex, uuid, varchar, type AnyPgColumn,
} from "drizzle-orm/pg-core";

export const authSchema = pgSchema("auth");
export const authRole = authSchema.enum("auth_role", ["x", "y"]);
export const authUsers = authSchema.table("users", {
  id: uuid("id").primaryKey().defaultRandom(),
  role: authRole("role").notNull(),
  email: varchar("email", { length: 320 }).notNull(),
});
export const authSeq = authSchema.sequence("auth_seq", { startWith: 10 });
export const plainSeq = pgSequence("plain_seq", { startWith: 100, maxValue: 10000, minValue: 100, cycle: true, cache: 10, increment: 2 });

const prefixed = pgTableCreator((name) => `app_${name}`);

export const parents = prefixed("parents", (t) => ({
  a: t.integer().notNull(),
  b: t.text("bb").notNull(),
  parentId: t.integer("parent_id").references((): AnyPgColumn => parents.a, { onDelete: "set null" }),
  owner: t.uuid().references(() => authUsers.id, { onDelete: "cascade", onUpdate: "restrict" }),
}), (t) => [
  primaryKey({ columns: [t.a, t.b] }),
  unique().on(t.a, t.owner),
  unique("named_unique").on(t.b).nullsNotDistinct(),
  index().on(t.a, t.b),
  index("named_idx").on(t.a.desc(), t.b.asc().nullsFirst()),
  index("desc_first").on(t.a.desc().nullsFirst()),
  uniqueIndex("lower_idx").on(sql`lower(${t.b})`),
  uniqueIndex("partial_idx").on(t.b).where(sql`${t.a} > 5 and ${t.owner} is not null`),
  index("eq_idx").on(t.b).where(and(isNull(t.owner), eq(t.b, "x"))),
  index("gin_idx").using("gin", t.b.op("gin_trgm_ops")).concurrently().with({ fillfactor: "70" }),
  check("a_positive", sql`${t.a} > 0`),
  check("a_small", gt(t.a, 3)),
  foreignKey({ columns: [t.parentId], foreignColumns: [t.a], name: "self_fk" }).onDelete("cascade").onUpdate("no action"),
]);

export const children = pgTable("children", {
  id: integer("id").primaryKey().generatedByDefaultAsIdentity(),
  pa: integer("pa"),
  pb: text("pb"),
}, (t) => ({
  fk: foreignKey({ columns: [t.pa, t.pb], foreignColumns: [parents.a, parents.b] }).onDelete("set default"),
  idx: uniqueIndex().on(t.pa),
  pol: pgPolicy("child_policy", { as: "restrictive", for: "select", to: "app_user", using: sql`true`, withCheck: sql`${t.pa} = 1` }),
})).enableRLS();

export const appRole = pgRole("app_role");
export const linked = pgPolicy("linked_policy", { to: [appRole, "b_role"], using: sql`${children.id} = 1` }).link(children);

export const single = pgTable("single", { id: text("id") }, (t) => [primaryKey({ columns: [t.id], name: "single_pk" })]);

export const parentsRelations = relations(parents, ({ one, many }) => ({
  owner: one(authUsers, { fields: [parents.owner], references: [authUsers.id] }),
  children: many(children),
  parent: one(parents, { fields: [parents.parentId], references: [parents.a], relationName: "tree" }),
  kids: many(parents, { relationName: "tree" }),
}));
const secret = pgTable("secret", { id: serial("id") });
