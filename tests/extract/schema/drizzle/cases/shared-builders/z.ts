import { pgTable, integer } from "drizzle-orm/pg-core";
import { base, tag, list } from "./helpers";
export const a1 = pgTable("a1", { id: integer().primaryKey(), ...base, createdAt: base.createdAt.notNull(), first: tag, l: list.default("q") });
