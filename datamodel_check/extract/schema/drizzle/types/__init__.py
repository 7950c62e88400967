"""The column builders of each dialect as data: builder name → how its type reads and what it implies."""
