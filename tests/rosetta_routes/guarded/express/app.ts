import express, { Router } from "express";
import passport from "passport";
import * as library from "./library";

const app = express();
const login = passport.authenticate("jwt");
app.get("/books", async (req, res) => { res.json(await library.allBooks()) });
app.post("/books", login, async (req, res) => { res.json(await library.addBook()) });
app.use("/loans", login);
app.post("/loans", async (req, res) => { res.json(await library.lend()) });
app.listen(3000);
