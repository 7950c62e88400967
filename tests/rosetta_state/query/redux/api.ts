import { createApi, fetchBaseQuery } from "@reduxjs/toolkit/query/react";

export const api = createApi({
  baseQuery: fetchBaseQuery({ baseUrl: "/api" }),
  endpoints: (build) => ({
    books: build.query({ query: () => "books" }),
    book: build.query({ query: ({ id }) => `books/${id}` }),
    addBook: build.mutation({ query: (body) => ({ url: "books", method: "POST", body }) }),
  }),
});
