import express, { Router } from "express";
import passport from "passport";
import * as library from "./library";

const app = express();
const books = Router({ mergeParams: true });
books.get("/latest", async (req, res) => { res.json(await library.oneBook()) });
books.get("/:id", async (req, res) => { res.json(await library.oneBook()) });
app.use("/orgs/:org/books", books);
app.get("/files/*path", (req, res) => { res.end() });
app.listen(3000);
