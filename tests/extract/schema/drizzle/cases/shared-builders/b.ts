import { pgTable, integer } from "drizzle-orm/pg-core";
import { base, tag, list } from "./helpers";
import { a1 } from "./z";
export const b1 = pgTable("b1", { id: integer().references(() => a1.id), ...base, label: tag, l: list.array() });
export const b2 = pgTable("b2", { ...base, note: base.note.unique().notNull(), other: tag.default("x"), l: list });
export const b3 = pgTable("b3", { ...base, tag, l: list.array().notNull() });
