import { int, mysqlSchema, mysqlTable } from "drizzle-orm/mysql-core";

const billing = mysqlSchema("billing");
export const users = mysqlTable("users", { id: int().primaryKey() });
export const invoices = billing.table("invoices", { id: int().primaryKey() });
