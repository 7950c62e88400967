import { useMutation, useQuery } from "@tanstack/react-query";

export const useBooks = () => useQuery({ queryKey: ["books"], queryFn: () => fetch("/api/books") });

export const useBook = ({ id }: { id: string }) =>
  useQuery({ queryKey: ["books", id], queryFn: () => fetch(`/api/books/${id}`) });

export const useAddBook = () =>
  useMutation({ mutationFn: (body: string) => fetch("/api/books", { method: "POST", body }) });
