import { Router } from "express";
import * as library from "../library";

export const books = Router({ mergeParams: true });
books.get("/", async (req, res) => { res.json(await library.allBooks()) });
books.get("/:id", async (req, res) => { res.json(await library.oneBook()) });
