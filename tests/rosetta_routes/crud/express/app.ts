import express, { Router } from "express";
import passport from "passport";
import * as library from "./library";

const app = express();
const books = Router();
books.route("/").get(async (req, res) => { res.json(await library.allBooks()) });
books.post("/", async (req, res) => { res.json(await library.addBook()) });
books.get("/:id", async (req, res) => { res.json(await library.oneBook()) });
books.patch("/:id", async (req, res) => { res.json(await library.changeBook()) });
books.delete("/:id", async (req, res) => { res.json(await library.dropBook()) });
app.use("/api/books", books);
app.listen(3000);
