import { atom } from "jotai";
import { atomFamily } from "jotai/utils";
import { atomWithMutation, atomWithQuery } from "jotai-tanstack-query";

export const books = atomWithQuery(() => ({ queryKey: ["books"], queryFn: () => fetch("/api/books") }));

export const book = atomFamily(({ id }: { id: string }) =>
  atomWithQuery(() => ({ queryKey: ["books", id], queryFn: () => fetch(`/api/books/${id}`) })),
);

export const addBook = atomWithMutation(() => ({
  mutationFn: (body: string) => fetch("/api/books", { method: "POST", body }),
}));
