import { pgTable, integer, text } from "drizzle-orm/pg-core";
const slugged = { slug: text().unique(), code: text("code").unique("code_key") };
export const u2 = pgTable("u2", { id: integer(), ...slugged });
export const u1 = pgTable("u1", { id: integer(), ...slugged });
