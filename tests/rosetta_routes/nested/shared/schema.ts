import { integer, pgTable } from "drizzle-orm/pg-core";

export const books = pgTable("books", { id: integer("id").primaryKey() });
export const loans = pgTable("loans", { id: integer("id").primaryKey() });
