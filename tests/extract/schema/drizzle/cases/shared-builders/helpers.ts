import { text, timestamp } from "drizzle-orm/pg-core";
export const base = { createdAt: timestamp().defaultNow(), note: text("note") };
export const tag = text();
export const list = text("list");
