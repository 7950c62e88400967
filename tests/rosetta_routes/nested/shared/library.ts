import { db } from "./db";
import { books, loans } from "./schema";

export const allBooks = () => db.select().from(books);
export const oneBook = () => db.query.books.findFirst();
export const addBook = () => db.insert(books).values({ id: 1 });
export const changeBook = () => db.update(books).set({ id: 2 });
export const dropBook = () => db.delete(books);
export const lend = async () => {
  await oneBook();
  await db.transaction(async (tx) => tx.insert(loans).values({ id: 1 }));
};
